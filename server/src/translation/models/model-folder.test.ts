import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openFakeModelRegistry } from '../../../test/fake-model-registry.ts';
import { type TemporaryFolder, temporaryFolder } from '../../platform/postgres/temporary-folder.ts';
import { openModelFolder } from './model-folder.ts';
import { findManifest, pairFolder } from './model-manifest.ts';
import { lockPair } from './pair-lock.ts';
import { pullModel } from './pull-model.ts';
import { listRegistry } from './registry.ts';
import { parseRegistrySource } from './registry-source.ts';

const pair = { from: 'zh', to: 'en' };
const clock = { now: () => Date.parse('2025-01-14T08:00:00Z') };

async function install(house: TemporaryFolder, version = '3.0') {
  await using fake = await openFakeModelRegistry();
  const files = fake.add({ from: 'zh-Hans', to: 'en', version });
  const { signal } = new AbortController();
  const registry = await listRegistry(parseRegistrySource(fake.url), signal);
  await pullModel(registry, pair, { dataDir: house.path, smoke: async () => {}, clock, signal });
  return files;
}

function fileOf(house: TemporaryFolder, role: string): string {
  const folder = pairFolder(house.path, pair);
  return join(folder, findManifest(folder)?.files.find((file) => file.role === role)?.name ?? '');
}

test('an empty house has no models', async () => {
  await using house = await temporaryFolder();
  using folder = openModelFolder(house.path);
  expect(folder.installed()).toEqual([]);
  expect(await folder.open(pair)).toBeUndefined();
  expect(await folder.verify(pair)).toBeUndefined();
  expect(await folder.remove(pair)).toBe(false);
});

test('a house finds its models again after a restart, and only whole ones', async () => {
  await using house = await temporaryFolder();
  const { model } = await install(house);
  const models = join(house.path, 'models');
  for (const name of ['en-zh', 'ja-en', 'notes']) await mkdir(join(models, name));
  await writeFile(join(models, 'ja-en', 'manifest.json'), '{"format":1');
  using folder = openModelFolder(house.path);
  expect(folder.installed()).toMatchObject([{ ...pair, version: '3.0', state: 'ready', bytes: 360_000 }]);
  expect((await folder.open(pair))?.model).toEqual(model);
});

test('a shortened file is seen at once', async () => {
  await using house = await temporaryFolder();
  await install(house);
  await truncate(fileOf(house, 'lexicon'), 1_000);
  using folder = openModelFolder(house.path);
  expect(folder.installed()).toMatchObject([{ state: 'damaged' }]);
});

test('an altered file is seen when it is opened or verified, and a new pull heals it', async () => {
  await using house = await temporaryFolder();
  await install(house);
  using folder = openModelFolder(house.path);
  const changes = vi.fn();
  folder.onChange(changes);
  await writeFile(fileOf(house, 'model'), randomBytes(300_000));
  expect(folder.installed()).toMatchObject([{ state: 'ready' }]);
  expect(await folder.open(pair)).toBeUndefined();
  expect(folder.installed()).toMatchObject([{ state: 'damaged' }]);
  expect(changes).toHaveBeenCalledOnce();
  expect(await folder.verify(pair)).toMatchObject({ state: 'damaged' });

  await install(house);
  expect(await folder.verify(pair)).toMatchObject({ state: 'ready' });
});

test('a vanished file is damage, not a crash', async () => {
  await using house = await temporaryFolder();
  await install(house);
  using folder = openModelFolder(house.path);
  await rm(fileOf(house, 'vocabulary'));
  expect(await folder.open(pair)).toBeUndefined();
  expect(folder.installed()).toMatchObject([{ state: 'damaged' }]);
});

test('a running house learns of models that another process brings and takes away', async () => {
  await using house = await temporaryFolder();
  using folder = openModelFolder(house.path);
  using other = openModelFolder(house.path);
  const versions: (string | undefined)[] = [];
  folder.onChange(() => versions.push(folder.installed()[0]?.version));
  await install(house, '3.0');
  await expect.poll(() => versions).toEqual(['3.0']);
  await install(house, '3.1');
  await expect.poll(() => versions).toEqual(['3.0', '3.1']);
  await other.remove(pair);
  await expect.poll(() => versions).toEqual(['3.0', '3.1', undefined]);
});

test('a removed model leaves nothing, and none is removed while it is being pulled', async () => {
  await using house = await temporaryFolder();
  await install(house);
  using folder = openModelFolder(house.path);
  {
    await using _pull = await lockPair(house.path, pair);
    await expect(folder.remove(pair)).rejects.toMatchObject({ kind: 'busy' });
  }
  expect(folder.installed()).toHaveLength(1);
  expect(await folder.remove(pair)).toBe(true);
  expect(folder.installed()).toEqual([]);
  expect(await readdir(join(house.path, 'models'))).toEqual(['.pulls']);
});
