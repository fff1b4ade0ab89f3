import type { TranslationConfig } from '../../platform/config.ts';
import type { Deps } from '../../platform/deps.ts';
import { createBergamotEngine } from './bergamot/bergamot-engine.ts';
import type { ModelStore } from './bergamot/model-store.ts';
import { createDeepLEngine } from './deepl/deepl-engine.ts';
import { createLibreTranslateEngine } from './libretranslate/libretranslate-engine.ts';
import { createOpenAiEngine } from './openai/openai-engine.ts';
import type { TranslationEngine } from './port.ts';

/**
 * The engines of the house, preferred one first. Bergamot needs no configuration; it serves the pairs whose models are
 * installed.
 *
 * A remote engine is asked for private texts too: it exists only where the operator gave its address, and says so to
 * members in its name. A house that keeps private texts to itself configures none, or one on its own machine.
 */
export function openEngines(
  config: TranslationConfig,
  { models, log, clock }: { models: ModelStore } & Pick<Deps, 'log' | 'clock'>,
): TranslationEngine[] {
  const { openai, libretranslate, deepl } = config;
  const open: Record<TranslationConfig['engines'][number], () => TranslationEngine | undefined> = {
    bergamot: () => createBergamotEngine({ models, log, clock }),
    openai: () => openai && createOpenAiEngine({ ...openai, streams: true }),
    libretranslate: () => libretranslate && createLibreTranslateEngine(libretranslate),
    deepl: () => deepl && createDeepLEngine(deepl),
  };
  return config.engines.flatMap((id) => open[id]() ?? []);
}
