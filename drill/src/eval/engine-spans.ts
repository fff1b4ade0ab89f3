import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createBergamotEngine, createLog, openSyntheticModels } from '@teahouse/server';
import { openTemporaryFolder } from '../process/temporary-folder.ts';
import { openPipelineUnderTest } from './pipeline-under-test.ts';

export interface SpanText {
  text: string;
  from: string;
  to: string;
}

export interface EngineSpans {
  engine: string;
  texts: number;
  spansExact: number;
  /** Shown as they were written. */
  kept: number;
  milliseconds: number;
}

/** More pairs would only be more noise. */
export const noisePairs = ['zh-en', 'en-zh'];

/** Texts under way at once: as many readers keep a house busy without waiting for each other. */
const atOnce = 32;

/**
 * The same texts through the whole pipeline and every engine: the remote ones as stubs that speak the vendor's protocol, Bergamot
 * with noise for weights, whose words are nonsense around spans that must stand all the same.
 */
export async function measureEngines(
  write: (engine: string) => SpanText[],
  isExact: (text: string, shown: string) => boolean,
  only?: string,
): Promise<EngineSpans[]> {
  using folder = openTemporaryFolder('spans');
  const writer = fileURLToPath(new URL('./write-models.ts', import.meta.url));
  execFileSync(process.execPath, [writer, folder.path, 'tiny', ...noisePairs]);
  const bergamot = createBergamotEngine({ models: openSyntheticModels(folder.path), log: createLog('silent') });
  await using pipeline = await openPipelineUnderTest(new Map(), [bergamot]);
  const measured: EngineSpans[] = [];
  for (const engine of pipeline.engines.filter((id) => only === undefined || id === only)) {
    const texts = write(engine);
    const started = performance.now();
    let spansExact = 0;
    let kept = 0;
    for (let start = 0; start < texts.length; start += atOnce) {
      const shown = await Promise.all(
        texts.slice(start, start + atOnce).map(async ({ text, from, to }) => {
          const made = await pipeline.translateText(text, from, to, engine);
          // Whoever gets no translation reads the original.
          if (made.text === undefined) kept += 1;
          return isExact(text, made.text ?? text);
        }),
      );
      spansExact += shown.filter(Boolean).length;
    }
    measured.push({ engine, texts: texts.length, spansExact, kept, milliseconds: performance.now() - started });
  }
  return measured;
}
