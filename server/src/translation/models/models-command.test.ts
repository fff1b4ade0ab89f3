import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openFakeModelRegistry } from '../../../test/fake-model-registry.ts';
import { type TemporaryFolder, temporaryFolder } from '../../platform/postgres/temporary-folder.ts';
import { findManifest, pairFolder } from './model-manifest.ts';
import { type ModelsArguments, type ModelsCommandDeps, runModelsCommand } from './models-command.ts';

const bothWays = [
  { from: 'zh-Hans', to: 'en', architecture: 'base' },
  { from: 'en', to: 'zh-Hans' },
];

async function run(
  house: TemporaryFolder,
  source: string,
  given: Omit<ModelsArguments, 'words'> & { words: string },
  deps: Partial<ModelsCommandDeps> = {},
) {
  const printed: string[] = [];
  const told: string[] = [];
  const exitCode = await runModelsCommand(
    { ...given, words: given.words.split(' ') },
    {
      dataDir: house.path,
      source,
      smoke: async () => {},
      clock: { now: () => Date.parse('2025-01-14T08:00:00Z') },
      signal: new AbortController().signal,
      patience: { stallMilliseconds: 5_000, retryDelays: [] },
      print: (line) => printed.push(line),
      tell: (line) => told.push(line),
      ...deps,
    },
  );
  return { exitCode, printed, told };
}

test('without pairs both directions between Chinese and English are pulled, then listed, verified and removed', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays, { from: 'ja', to: 'en' });
  const pulled = await run(house, registry.url, { words: 'pull' });
  expect(pulled).toMatchObject({ exitCode: 0, printed: ['zh-en  base 3.0  ready', 'en-zh  base-memory 3.0  ready'] });
  expect(pulled.told[0]).toBe('zh-en  0 %  0.0 MB of 0.4 MB');
  expect(pulled.told).toContain('zh-en  100 %  0.4 MB of 0.4 MB');
  expect(pulled.told.at(-1)).toBe('en-zh  checking');

  const listed = await run(house, registry.url, { words: 'list' });
  expect(listed.printed).toEqual([
    'en-zh  base-memory 3.0  0.4 MB  ready',
    'zh-en  base 3.0  0.4 MB  ready',
    '',
    'ja-en  base-memory 3.0  0.4 MB to fetch',
  ]);
  const verified = await run(house, registry.url, { words: 'verify' });
  expect(verified).toMatchObject({ exitCode: 0, printed: ['en-zh  ready', 'zh-en  ready'] });
  const removed = await run(house, registry.url, { words: 'remove zh-en en-zh ja-en' });
  expect(removed).toMatchObject({ exitCode: 1, printed: ['zh-en  removed', 'en-zh  removed', 'ja-en  missing'] });
});

test('a pair can be named by its languages, and the answer be read by a program', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  const { exitCode, printed } = await run(house, registry.url, { words: 'pull', from: 'zh', to: 'en', json: true });
  expect(exitCode).toBe(0);
  expect(JSON.parse(printed.join(''))).toMatchObject([{ from: 'zh', to: 'en', architecture: 'base', state: 'ready' }]);
  const listed = await run(house, registry.url, { words: 'list', json: true });
  expect(JSON.parse(listed.printed.join(''))).toMatchObject({
    installed: [{ from: 'zh', to: 'en' }],
    available: [{ from: 'en', to: 'zh', version: '3.0' }],
  });
});

test('verify finds an altered file, and pull heals it', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  await run(house, registry.url, { words: 'pull zh-en' });
  const folder = pairFolder(house.path, { from: 'zh', to: 'en' });
  await writeFile(join(folder, findManifest(folder)?.files[0]?.name ?? ''), randomBytes(300_000));
  expect(await run(house, registry.url, { words: 'verify' })).toMatchObject({
    exitCode: 1,
    printed: ['zh-en  damaged'],
  });
  expect(await run(house, registry.url, { words: 'verify en-zh' })).toMatchObject({
    exitCode: 1,
    printed: ['en-zh  missing'],
  });
  await run(house, registry.url, { words: 'pull zh-en' });
  expect(await run(house, registry.url, { words: 'verify' })).toMatchObject({ exitCode: 0 });
});

test('without a line the command says how to do without', async () => {
  await using house = await temporaryFolder();
  const gone = await openFakeModelRegistry();
  await gone[Symbol.asyncDispose]();
  const { exitCode, told } = await run(house, gone.url, { words: 'pull' });
  expect(exitCode).toBe(69);
  expect(told).toEqual([
    expect.stringContaining('could not be reached (ECONNREFUSED)'),
    expect.stringContaining('models pull --source <folder>'),
  ]);
  expect(await run(house, gone.url, { words: 'list' })).toMatchObject({
    exitCode: 0,
    printed: ['No models are installed.'],
  });
});

test('one pair that fails does not keep the others', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  const { exitCode, printed, told } = await run(house, registry.url, { words: 'pull ko-en zh-en' });
  expect(exitCode).toBe(1);
  expect(printed).toEqual(['zh-en  base 3.0  ready']);
  expect(told[0]).toContain('has no whole model for ko-en');
});

test('a stopped command says so by its exit status', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  const stop = new AbortController();
  registry.faults.holdAt = 100_000;
  const tell = () => stop.abort();
  expect(await run(house, registry.url, { words: 'pull' }, { signal: stop.signal, tell })).toMatchObject({
    exitCode: 130,
  });
});

test('npm run teahouse offers it', async () => {
  await using house = await temporaryFolder();
  await using carried = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  await registry.writeTo(carried.path);
  const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));
  const options = ['--json', '--data', house.path, '--source', carried.path];
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'models', 'list', ...options]);
  expect(JSON.parse(stdout)).toMatchObject({ installed: [], available: [{ from: 'en' }, { from: 'zh' }] });
});

test.each([
  { words: '' },
  { words: 'fetch' },
  { words: 'remove' },
  { words: 'pull zh' },
  { words: 'pull zh-zh' },
  { words: 'pull ../..-en' },
  { words: 'pull', from: 'zh' },
  { words: 'constructor' },
])('wrong use is answered with the use: $words', async (given) => {
  await using house = await temporaryFolder();
  const { exitCode, printed } = await run(house, 'https://mirror.example', given);
  expect(exitCode).toBe(2);
  expect(printed[0]).toContain('teahouse models');
});
