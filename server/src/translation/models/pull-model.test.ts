import { randomBytes, randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type FakeModel, type FakeModelRegistry, openFakeModelRegistry } from '../../../test/fake-model-registry.ts';
import { type TemporaryFolder, temporaryFolder } from '../../platform/postgres/temporary-folder.ts';
import { openModelFolder } from './model-folder.ts';
import { findManifest, pairFolder, pullFolder } from './model-manifest.ts';
import { type PullSettings, pullModel } from './pull-model.ts';
import { listRegistry } from './registry.ts';
import { parseRegistrySource } from './registry-source.ts';

const pair = { from: 'zh', to: 'en' };
const zhEn: FakeModel = { from: 'zh-Hans', to: 'en' };
const clock = { now: () => Date.parse('2025-01-14T08:00:00Z') };
const atOnce = { stallMilliseconds: 5_000, retryDelays: [] };
const roomy = async () => ({ freeBytes: 2 ** 40 });

async function pull(house: TemporaryFolder, source: string, given: Partial<PullSettings> = {}) {
  const { signal = new AbortController().signal } = given;
  const registry = await listRegistry(parseRegistrySource(source), signal);
  const settings = { dataDir: house.path, smoke: async () => {}, clock, signal, patience: atOnce, freeSpace: roomy };
  return await pullModel(registry, pair, { ...settings, ...given });
}

async function openInstalled(house: TemporaryFolder) {
  using folder = openModelFolder(house.path);
  return folder.open(pair);
}

const workNames = (house: TemporaryFolder) => readdir(pullFolder(house.path, pair));
const ofModel = (registry: FakeModelRegistry) =>
  registry.requests.filter(({ path }) => path === locationOf(registry, 'model'));
const locationOf = (registry: FakeModelRegistry, type: string) =>
  registry.records.find(({ fileType }) => fileType === type)?.attachment.location;

/** Cuts the line once the house has so many bytes of the model on its disk. */
function cutting(registry: FakeModelRegistry, at: number): NonNullable<PullSettings['onProgress']> {
  registry.faults.holdAt = at;
  return ({ receivedBytes }) => {
    if (receivedBytes === at) registry.cut();
  };
}

/** A house that has a model already, so that a failing pull has something to lose. */
async function houseWithModel(house: TemporaryFolder) {
  await using registry = await openFakeModelRegistry();
  const files = registry.add({ ...zhEn, version: '2.0' });
  await pull(house, registry.url);
  return files;
}

test('a pulled model is whole, named, and leaves no leftovers', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry();
  const { model, lex, vocab } = registry.add({ ...zhEn, architecture: 'base' });
  const progress: string[] = [];
  const installed = await pull(house, registry.url, {
    onProgress: ({ state, receivedBytes, totalBytes }) => progress.push(`${state} ${receivedBytes} of ${totalBytes}`),
  });

  expect(installed).toMatchObject({ ...pair, architecture: 'base', version: '3.0', bytes: 360_000, state: 'ready' });
  expect(await openInstalled(house)).toEqual({ model, lexicon: lex, vocabularies: [vocab], hash: installed.hash });
  const manifest = findManifest(pairFolder(house.path, pair));
  expect(manifest).toMatchObject({
    licence: 'MPL-2.0',
    source: `${registry.url}records.json`,
    pulledAt: '2025-01-14T08:00:00.000Z',
  });
  expect(await readdir(pairFolder(house.path, pair))).toHaveLength(4);
  expect(await workNames(house)).toEqual([]);
  const total = registry.records.reduce((sum, { attachment }) => sum + attachment.size, 0);
  expect(progress[0]).toBe(`downloading 0 of ${total}`);
  expect(progress.at(-1)).toBe(`checking ${total} of ${total}`);
});

test.each(['zst', 'gz', 'none'] as const)(
  'attachments packed as %s are unpacked, from the net and from a folder',
  async (compression) => {
    await using registry = await openFakeModelRegistry();
    const part = (type: string) => Buffer.from(`${type} `.repeat(5_000));
    const files = { model: part('model'), srcvocab: part('source'), trgvocab: part('target') };
    registry.add({ ...zhEn, compression, files });
    await using carried = await temporaryFolder();
    await registry.writeTo(carried.path);
    for (const source of [registry.url, carried.path]) {
      await using house = await temporaryFolder();
      await pull(house, source);
      const opened = await openInstalled(house);
      expect(opened).toMatchObject({
        model: files.model,
        lexicon: undefined,
        vocabularies: [files.srcvocab, files.trgvocab],
      });
    }
  },
);

test('a folder may hold its files side by side, and lacking one is named', async () => {
  await using registry = await openFakeModelRegistry(zhEn);
  await using carried = await temporaryFolder();
  await registry.writeTo(carried.path);
  const files = registry.records.map(({ attachment }) => attachment);
  for (const { filename, location } of files) {
    await writeFile(join(carried.path, filename), await readFile(join(carried.path, location)));
    await rm(join(carried.path, location));
  }
  await using house = await temporaryFolder();
  await expect(pull(house, carried.path)).resolves.toMatchObject({ state: 'ready' });
  await rm(join(carried.path, 'lex.zh-Hansen.bin.zst'));
  await using other = await temporaryFolder();
  await expect(pull(other, carried.path)).rejects.toMatchObject({
    kind: 'missing',
    message: expect.stringContaining('lex.zh'),
  });
});

test.each(Array.from({ length: 5 }, () => randomInt(1, 300_000)))(
  'a download cut after %i bytes goes on from there the next time',
  async (cutAt) => {
    await using house = await temporaryFolder();
    await using registry = await openFakeModelRegistry();
    const { model } = registry.add(zhEn);
    const onProgress = cutting(registry, cutAt);
    await expect(pull(house, registry.url, { onProgress })).rejects.toMatchObject({ kind: 'unreachable' });
    expect(await openInstalled(house)).toBeUndefined();

    await pull(house, registry.url);
    expect((await openInstalled(house))?.model).toEqual(model);
    const again = ofModel(registry)[1];
    expect(again).toEqual({ path: locationOf(registry, 'model'), range: `bytes=${cutAt}-`, ifRange: '"first"' });
    expect(await workNames(house)).toEqual([]);
  },
);

test('a short cut is healed within one pull', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(zhEn);
  const onProgress = cutting(registry, 100_000);
  await pull(house, registry.url, { onProgress, patience: { ...atOnce, retryDelays: [1] } });
  expect(ofModel(registry).map(({ range }) => range)).toEqual([undefined, 'bytes=100000-']);
});

test.each<[string, FakeModelRegistry['faults']]>([
  ['has changed its tag', { etag: 'second' }],
  ['serves no ranges', { ignoresRanges: true }],
])('a download begins again when the registry %s', async (_what, faults) => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry();
  const { model } = registry.add(zhEn);
  const onProgress = cutting(registry, 100_000);
  await expect(pull(house, registry.url, { onProgress })).rejects.toMatchObject({ kind: 'unreachable' });
  Object.assign(registry.faults, faults);
  await pull(house, registry.url);
  expect((await openInstalled(house))?.model).toEqual(model);
});

test.each<[string, FakeModelRegistry['faults'], string, number]>([
  ['other bytes than promised', { alters: true }, 'damaged', 1],
  ['not found', { status: 404 }, 'missing', 1],
  ['a server error', { status: 500 }, 'unreachable', 3],
  ['a length too long', { lengthError: 7 }, 'refused', 1],
  ['a length too short', { lengthError: -7 }, 'refused', 1],
  ['drops instead of a stream', { dripBytes: 1 }, 'unreachable', 3],
])('%s: nothing is installed and the former model stays', async (_what, faults, kind, requests) => {
  await using house = await temporaryFolder();
  const former = await houseWithModel(house);
  await using registry = await openFakeModelRegistry(zhEn);
  Object.assign(registry.faults, faults);
  const patience = { stallMilliseconds: 60, retryDelays: [1, 1] };
  await expect(pull(house, registry.url, { patience })).rejects.toMatchObject({ kind });
  expect(ofModel(registry)).toHaveLength(requests);
  expect((await openInstalled(house))?.model).toEqual(former.model);
  expect(findManifest(pairFolder(house.path, pair))?.version).toBe('2.0');
  expect(await workNames(house)).not.toContain(expect.stringContaining('.bin'));
});

test('what turned out wrong is thrown away, so that the next pull begins anew', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(zhEn);
  registry.faults.alters = true;
  await expect(pull(house, registry.url)).rejects.toMatchObject({ kind: 'damaged' });
  expect(await workNames(house)).toEqual([]);
  registry.faults.alters = false;
  await expect(pull(house, registry.url)).resolves.toMatchObject({ state: 'ready' });
});

test.each<[string, (content: Buffer) => Buffer]>([
  ['zst', zstdCompressSync],
  ['gz', gzipSync],
])('a small %s file that unpacks without end is stopped at the promised length', async (ending, pack) => {
  await using registry = await openFakeModelRegistry({ ...zhEn, compression: ending === 'zst' ? 'zst' : 'gz' });
  const bomb = pack(Buffer.alloc(50_000_000));
  await using carried = await temporaryFolder();
  await registry.writeTo(carried.path);
  const attachment = registry.records.find(({ fileType }) => fileType === 'model')?.attachment;
  await writeFile(join(carried.path, attachment?.location ?? ''), bomb);
  await using house = await temporaryFolder();
  await expect(pull(house, carried.path)).rejects.toMatchObject({ kind: 'damaged' });
  expect(await workNames(house)).toEqual([]);
});

test('what a power cut leaves behind does no harm and is swept', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry();
  const { model } = registry.add(zhEn);
  const work = pullFolder(house.path, pair);
  const installed = pairFolder(house.path, pair);
  await mkdir(work, { recursive: true });
  await mkdir(installed, { recursive: true });
  const [first, second, third] = registry.records.map(({ attachment }) => attachment);
  // Zeros where the length was written but not the contents; a file longer than its record; half an unpacked one.
  await writeFile(join(work, `${first?.hash}.part`), Buffer.alloc(first?.size ?? 0));
  await writeFile(join(work, `${second?.hash}.part`), randomBytes((second?.size ?? 0) + 10));
  await writeFile(join(work, `${third?.hash}.part`), randomBytes(10));
  await writeFile(join(work, `${third?.hash}.part.etag`), '"other"');
  await writeFile(join(work, 'model.0000000000000000.bin'), 'half');
  await writeFile(join(work, `${'0'.repeat(64)}.part`), 'of a model nobody wants any more');
  await writeFile(join(work, 'teahouse.lock'), '{"pid":1');
  await writeFile(join(installed, 'manifest.json.new'), '{');
  await writeFile(join(installed, 'model.1111111111111111.bin'), 'of the former version');

  await pull(house, registry.url);
  expect((await openInstalled(house))?.model).toEqual(model);
  expect(await workNames(house)).toEqual([]);
  expect(await readdir(installed)).toHaveLength(4);
});

test('a part that reaches beyond what the server has is begun again', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(zhEn);
  const attachment = registry.records.find(({ fileType }) => fileType === 'model')?.attachment;
  if (!attachment) throw new Error('the registry has no model');
  const work = pullFolder(house.path, pair);
  await mkdir(work, { recursive: true });
  await writeFile(join(work, `${attachment.hash}.part`), randomBytes(attachment.size + 5));
  attachment.size += 10;
  await expect(pull(house, registry.url)).rejects.toMatchObject({ kind: 'refused' });
  expect(ofModel(registry).map(({ range }) => range)).toEqual([`bytes=${attachment.size - 5}-`, undefined]);
});

test('a disk without room is left alone', async () => {
  await using house = await temporaryFolder();
  const former = await houseWithModel(house);
  await using registry = await openFakeModelRegistry(zhEn);
  const freeSpace = async () => ({ freeBytes: 400 * 1_048_576 });
  const refusal = pull(house, registry.url, { freeSpace });
  await expect(refusal).rejects.toMatchObject({
    kind: 'no-space',
    message: expect.stringContaining('there is 400 MiB'),
  });
  expect(registry.requests).toEqual([]);
  expect((await openInstalled(house))?.model).toEqual(former.model);
});

test('a disk that fills up meanwhile is named', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(zhEn);
  const full = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' });
  const onProgress: PullSettings['onProgress'] = ({ receivedBytes }) => {
    if (receivedBytes > 0) throw full;
  };
  await expect(pull(house, registry.url, { onProgress })).rejects.toMatchObject({ kind: 'no-space' });
});

test('of two pulls of one pair at once, one does the work and the other steps back', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(zhEn);
  const results = await Promise.allSettled([pull(house, registry.url), pull(house, registry.url)]);
  const [failed] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(failed).toMatchObject({ kind: 'busy', message: 'zh-en is being fetched or removed already.' });
  expect(registry.requests).toHaveLength(3);
});

test('the smoke test sees the new model alone; when it fails, the former one stays', async () => {
  await using house = await temporaryFolder();
  const former = await houseWithModel(house);
  await using registry = await openFakeModelRegistry();
  const { model } = registry.add(zhEn);
  const tried: unknown[] = [];
  const smoke: PullSettings['smoke'] = async (tested, store) => {
    tried.push(store.installed().length, (await store.open(tested))?.model, await store.open({ from: 'en', to: 'zh' }));
    throw new Error('abort()');
  };
  const refusal = pull(house, registry.url, { smoke });
  await expect(refusal).rejects.toMatchObject({ kind: 'unusable', cause: { message: 'abort()' } });
  expect(tried).toEqual([1, model, undefined]);
  expect((await openInstalled(house))?.model).toEqual(former.model);
  expect(await workNames(house)).toEqual([]);
});

test('a stopped pull keeps what has come', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(zhEn);
  registry.faults.dripBytes = 20_000;
  const stop = new AbortController();
  const onProgress: PullSettings['onProgress'] = ({ receivedBytes }) => {
    if (receivedBytes > 0) stop.abort();
  };
  const refusal = pull(house, registry.url, { signal: stop.signal, onProgress });
  await expect(refusal).rejects.toMatchObject({ kind: 'aborted' });
  expect(existsSync(pairFolder(house.path, pair))).toBe(false);
  registry.faults.dripBytes = undefined;
  await pull(house, registry.url);
  expect(ofModel(registry)[1]?.range).toMatch(/^bytes=\d+-$/);
});

test('a model that is here is not fetched again, unless it has suffered', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry();
  const { model } = registry.add(zhEn);
  await pull(house, registry.url);
  registry.requests.length = 0;
  await expect(pull(house, registry.url)).resolves.toMatchObject({ state: 'ready' });
  expect(registry.requests).toEqual([]);

  const name = findManifest(pairFolder(house.path, pair))?.files[0]?.name ?? '';
  await writeFile(join(pairFolder(house.path, pair), name), randomBytes(300_000));
  expect(await openInstalled(house)).toBeUndefined();
  await pull(house, registry.url);
  expect((await openInstalled(house))?.model).toEqual(model);
});

test('a newer version takes the place of the former, whose files go', async () => {
  await using house = await temporaryFolder();
  await houseWithModel(house);
  await using registry = await openFakeModelRegistry();
  const { model } = registry.add({ ...zhEn, version: '3.0' });
  await pull(house, registry.url);
  expect((await openInstalled(house))?.model).toEqual(model);
  expect(await readdir(pairFolder(house.path, pair))).toHaveLength(4);
});

test('a pair the registry does not have is named, with what was refused', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(zhEn);
  for (const { attachment } of registry.records) attachment.location = '../../../outside';
  const refusal = pull(house, registry.url);
  await expect(refusal).rejects.toMatchObject({
    kind: 'missing',
    message: expect.stringMatching(/no whole model for zh-en\. Records refused: 3, .* points outside the registry/),
  });
  expect(existsSync(join(house.path, 'models'))).toBe(false);
});
