import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { openFakeModelRegistry } from '../../../test/fake-model-registry.ts';
import { studentShapes, syntheticBergamot } from '../../../test/synthetic-bergamot.ts';
import { createLog } from '../../platform/log.ts';
import { temporaryFolder } from '../../platform/postgres/temporary-folder.ts';
import { createBergamotEngine } from '../engines/bergamot/bergamot-engine.ts';
import { openModelFolder } from './model-folder.ts';
import { pullModel } from './pull-model.ts';
import { listRegistry } from './registry.ts';
import { parseRegistrySource } from './registry-source.ts';
import { smokeWith } from './smoke-model.ts';

const pair = { from: 'zh', to: 'en' };
const log = createLog('silent');
const { signal } = new AbortController();

const student = syntheticBergamot({ shape: studentShapes.toy, seed: 1, words: ['tea', '今天', '好'] });
const [vocab = Buffer.alloc(0)] = student.vocabularies;

async function pullInto(dataDir: string, files: Record<string, Buffer>) {
  await using fake = await openFakeModelRegistry({ from: 'zh-Hans', to: 'en', files });
  const registry = await listRegistry(parseRegistrySource(fake.url), signal);
  const smoke = smokeWith((models) => createBergamotEngine({ models, log }));
  return await pullModel(registry, pair, { dataDir, smoke, clock: { now: () => 0 }, signal });
}

test('a model that translates is installed, and the engine of the house works with it', async () => {
  await using house = await temporaryFolder();
  const installed = await pullInto(house.path, { model: student.model, vocab });
  using models = openModelFolder(house.path);
  const engine = createBergamotEngine({ models, log });
  try {
    expect(engine.model('zh', 'en')).toBe(installed.hash.slice(0, 16));
    const segments = [{ id: 'one', masked: '今天好', spans: [] }];
    const answers = await engine.translate({ ...pair, segments }, signal);
    expect(answers).toEqual([{ id: 'one', text: expect.stringMatching(/./) }]);
  } finally {
    await engine.close();
  }
});

test.each([
  ['noise', randomBytes(50_000)],
  ['half of the weights', student.model.subarray(0, student.model.length / 2)],
])('a model of %s has the right checksum and is refused all the same', async (_what, model) => {
  await using house = await temporaryFolder();
  await expect(pullInto(house.path, { model, vocab })).rejects.toMatchObject({ kind: 'unusable' });
  using models = openModelFolder(house.path);
  expect(models.installed()).toEqual([]);
});
