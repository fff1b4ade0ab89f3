import { expect, test } from 'vitest';
import { type FakeModelRegistry, openFakeModelRegistry } from '../../../test/fake-model-registry.ts';
import { createLog } from '../../platform/log.ts';
import { type TemporaryFolder, temporaryFolder } from '../../platform/postgres/temporary-folder.ts';
import { openModelFolder } from './model-folder.ts';
import { createModelPulls, type ModelPullsDeps } from './pull-queue.ts';
import { parseRegistrySource } from './registry-source.ts';

const zhEn = { from: 'zh', to: 'en' };
const enZh = { from: 'en', to: 'zh' };
const bothWays = [
  { from: 'zh-Hans', to: 'en' },
  { from: 'en', to: 'zh-Hans' },
];

function openPulls(
  house: TemporaryFolder,
  registry: Pick<FakeModelRegistry, 'url'>,
  given: Partial<ModelPullsDeps> = {},
) {
  const folder = openModelFolder(house.path);
  const pulls = createModelPulls({
    dataDir: house.path,
    source: parseRegistrySource(registry.url),
    folder,
    smoke: async () => {},
    clock: { now: () => Date.parse('2025-01-14T08:00:00Z') },
    log: createLog('silent'),
    patience: { stallMilliseconds: 5_000, retryDelays: [] },
    ...given,
  });
  const close = async () => {
    await pulls.close();
    folder.close();
  };
  return { folder, pulls, [Symbol.asyncDispose]: close };
}

test('pulls run one after the other and end ready, and the house knows', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  await using house1 = openPulls(house, registry);
  const { pulls, folder } = house1;
  expect(pulls.start(zhEn)).toEqual({ ...zhEn, state: 'queued', receivedBytes: 0, totalBytes: 0 });
  pulls.start(enZh);
  await pulls.settled();
  const [first, second] = pulls.list();
  expect([first, second]).toMatchObject([
    { ...zhEn, state: 'ready' },
    { ...enZh, state: 'ready' },
  ]);
  expect(first?.receivedBytes).toBe(first?.totalBytes);
  expect(first?.totalBytes).toBeGreaterThan(360_000);
  expect(folder.installed().map(({ from }) => from)).toEqual(['en', 'zh']);
});

test('a pair started twice is pulled once', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  await using opened = openPulls(house, registry);
  opened.pulls.start(zhEn);
  opened.pulls.start(zhEn);
  await opened.pulls.settled();
  expect(opened.pulls.list()).toHaveLength(1);
  expect(registry.requests).toHaveLength(3);
});

test('a failed pull says why, and can be started again', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  await using opened = openPulls(house, registry);
  registry.faults.status = 500;
  opened.pulls.start(zhEn);
  await opened.pulls.settled();
  expect(opened.pulls.list()).toMatchObject([
    { state: 'failed', problem: { kind: 'unreachable', detail: expect.stringContaining('answers with status 500') } },
  ]);
  registry.faults.status = undefined;
  opened.pulls.start(zhEn);
  await opened.pulls.settled();
  expect(opened.pulls.list()).toMatchObject([{ state: 'ready' }]);
  expect(opened.pulls.list()[0]).not.toHaveProperty('problem');
});

test('a model that fails its smoke test is reported and not installed', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  const smoke = async () => {
    throw new Error('abort()');
  };
  await using opened = openPulls(house, registry, { smoke });
  opened.pulls.start(zhEn);
  await opened.pulls.settled();
  expect(opened.pulls.list()).toMatchObject([{ state: 'failed', problem: { kind: 'unusable' } }]);
  expect(opened.folder.installed()).toEqual([]);
});

test('a cancelled pull leaves the list and holds up nobody', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  await using opened = openPulls(house, registry);
  registry.faults.holdAt = 100_000;
  opened.pulls.start(zhEn);
  opened.pulls.start(enZh);
  await expect.poll(() => opened.pulls.list()[0]).toMatchObject({ state: 'downloading', receivedBytes: 100_000 });
  opened.pulls.cancel(zhEn);
  expect(opened.pulls.list()).toMatchObject([enZh]);
  await opened.pulls.settled();
  expect(opened.folder.installed()).toMatchObject([enZh]);

  opened.pulls.start(zhEn);
  await opened.pulls.settled();
  expect(registry.requests.map(({ range }) => range)).toContain('bytes=100000-');
});

test('closing stops what runs and what waits', async () => {
  await using house = await temporaryFolder();
  await using registry = await openFakeModelRegistry(...bothWays);
  await using opened = openPulls(house, registry);
  registry.faults.holdAt = 100_000;
  opened.pulls.start(zhEn);
  opened.pulls.start(enZh);
  await expect.poll(() => opened.pulls.list()[0]?.receivedBytes).toBe(100_000);
  await opened.pulls.close();
  expect(opened.pulls.list().map(({ problem }) => problem?.kind)).toEqual(['aborted', 'aborted']);
  expect(opened.folder.installed()).toEqual([]);
});

test('a house without a line reports it and goes on', async () => {
  await using house = await temporaryFolder();
  const gone = await openFakeModelRegistry();
  await gone[Symbol.asyncDispose]();
  await using opened = openPulls(house, gone);
  opened.pulls.start(zhEn);
  await opened.pulls.settled();
  expect(opened.pulls.list()).toMatchObject([{ state: 'failed', problem: { kind: 'unreachable' } }]);
});
