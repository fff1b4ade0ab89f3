import { join } from 'node:path';
import {
  createBergamotEngine,
  createLog,
  createReplayEngine,
  openEngines,
  openModelFolder,
  readConfig,
  type TranslationEngine,
} from '@teahouse/server';

export const engineNames = ['memory', 'bergamot', 'openai', 'libretranslate', 'deepl', 'replay'] as const;
export type EngineName = (typeof engineNames)[number];

export interface EvaluatedEngine {
  /** None for the memory: what people translated is all there is. */
  engines: readonly TranslationEngine[];
  /** As the accuracy page names it. */
  name: string;
  weights: 'real' | 'replayed';
}

interface Folders {
  /** Shared data, for replay. */
  data: string;
  /** Data folder of a house, for its models. */
  house: string;
}

/** The engine alone, configured like that of a house: addresses and keys from the environment, models from its folder. */
export function openEvaluatedEngine(name: EngineName, { data, house }: Folders): EvaluatedEngine {
  if (name === 'memory') return { engines: [], name: 'Translation memory', weights: 'real' };
  const engine = name === 'replay' ? createReplayEngine({ folder: join(data, 'flores') }) : openConfigured(name, house);
  return { engines: [engine], name: engine.name, weights: name === 'replay' ? 'replayed' : 'real' };
}

function openConfigured(name: Exclude<EngineName, 'memory' | 'replay'>, house: string): TranslationEngine {
  const models = openModelFolder(house);
  const parts = { models, log: createLog('error'), clock: { now: () => Date.now() } };
  if (name === 'bergamot') return createBergamotEngine(parts);
  const { translation } = readConfig(process.env, { dataDir: house });
  const [engine] = openEngines({ ...translation, engines: [name] }, parts);
  if (!engine) throw new Error(`${name} is not configured: its address and key come from the environment`);
  return engine;
}
