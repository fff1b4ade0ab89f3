import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTemporaryFolder } from '../process/temporary-folder.ts';
import { readTranslationSet } from './translation-set.ts';

test('a file names its columns; what is empty is not known', () => {
  using folder = openTemporaryFolder('set');
  const file = join(folder.path, 'slang.tsv');
  writeFileSync(
    file,
    '# where it is from\ntext\treference\tterms\n这猫yyds\tThis cat is the GOAT\tyyds\n好\\n的\t\t\n',
  );
  expect(readTranslationSet(file, { pair: 'zh-en', data: folder.path })).toEqual({
    name: 'slang',
    from: 'zh',
    to: 'en',
    texts: [{ text: '这猫yyds', reference: 'This cat is the GOAT', terms: ['yyds'] }, { text: '好\n的' }],
  });
});

test('FLORES brings references and the outputs of the engine alone', () => {
  using folder = openTemporaryFolder('set');
  mkdirSync(join(folder.path, 'flores/zh-en'), { recursive: true });
  for (const name of ['source', 'reference', 'bergamot'])
    writeFileSync(join(folder.path, `flores/zh-en/${name}.txt`), `${name}\n`);
  const { texts } = readTranslationSet('flores:zh-en', { data: folder.path });
  expect(texts).toEqual([{ text: 'source', reference: 'reference', raw: 'bergamot' }]);
});

test('a missing pair or folder is said plainly', () => {
  expect(() => readTranslationSet('texts.tsv', { data: '.' })).toThrow('--pair');
  expect(() => readTranslationSet('flores:xx-yy', { data: '/nowhere' })).toThrow('--data');
});
