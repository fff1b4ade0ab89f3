import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { createLog } from '../../platform/log.ts';
import type { ModelStore } from './bergamot/model-store.ts';
import { openEngines } from './open-engines.ts';

const noModels: ModelStore = { installed: () => [], open: async () => undefined, onChange: () => () => {} };

async function opened(environment: Record<string, string>): Promise<[string, string][]> {
  const folder = mkdtempSync(join(tmpdir(), 'teahouse-engines-'));
  const { translation } = readConfig({ TEAHOUSE_SECRET: 'a'.repeat(40), ...environment }, { dataDir: folder });
  const engines = openEngines(translation, { models: noModels, log: createLog('silent'), clock: systemClock });
  await Promise.all(engines.map((engine) => engine.close()));
  rmSync(folder, { recursive: true });
  return engines.map(({ id, name }) => [id, name]);
}

const model = { TEAHOUSE_OPENAI_URL: 'http://localhost:11434/v1', TEAHOUSE_OPENAI_MODEL: 'seed-x' };

test('without configuration there is the engine that needs none', async () => {
  expect(await opened({})).toEqual([['bergamot', 'Bergamot']]);
});

test('configured engines stand in the order of the list', async () => {
  const all = { ...model, DEEPL_KEY: 'key:fx', LIBRETRANSLATE_URL: 'http://localhost:5000' };
  expect((await opened(all)).map(([id]) => id)).toEqual(['openai', 'deepl', 'libretranslate', 'bergamot']);
  const chosen = { ...all, TEAHOUSE_OPENAI_NAME: 'Seed-X 7B', TEAHOUSE_TRANSLATION_ENGINES: 'openai, bergamot' };
  expect(await opened(chosen)).toEqual([
    ['openai', 'Seed-X 7B'],
    ['bergamot', 'Bergamot'],
  ]);
  expect(await opened({ TEAHOUSE_TRANSLATION_ENGINES: '' })).toEqual([]);
});

test('half a configuration and unknown engines are told at the start', async () => {
  await expect(opened({ TEAHOUSE_OPENAI_URL: model.TEAHOUSE_OPENAI_URL })).rejects.toThrow('TEAHOUSE_OPENAI_MODEL');
  await expect(opened({ TEAHOUSE_TRANSLATION_ENGINES: 'babelfish' })).rejects.toThrow();
});
