import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const mostLines = 400;

it('has no source file above 400 lines', () => {
  const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
  const long = files.filter((file) => !/\.test\.tsx?$/.test(file) && lineCount(`${root}/${file}`) > mostLines);
  expect(long).toEqual([]);
});

function lineCount(file: string): number {
  return readFileSync(file, 'utf8').split('\n').length - 1;
}
