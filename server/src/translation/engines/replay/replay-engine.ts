import { cutAtMarkers } from '@teahouse/engine';
import type { EngineAnswer, EngineBatch, EngineSegment, TranslationEngine } from '../port.ts';
import { cutOutput } from './cut-output.ts';
import { markSpans } from './mark-spans.ts';
import { readStoredLines, type StoredLines } from './stored-lines.ts';

/**
 * Serves what a real engine once made of a test set, so that quality can be measured where no model can run: what the
 * pipeline cuts out of a line gets its part of the line's stored output. It shows what the pipeline adds and loses, not
 * what the engine would make of a sentence alone or without its spans. It knows the lines of the set and nothing else.
 *
 * @param folder holds `<from>-<to>/source.txt` and `bergamot.txt`
 */
export function createReplayEngine({ folder }: { folder: string }): TranslationEngine {
  const pairs = new Map<string, StoredLines | undefined>();

  function linesFor(from: string, to: string): StoredLines | undefined {
    const pair = `${from}-${to}`;
    if (!pairs.has(pair)) pairs.set(pair, readStoredLines(folder, pair));
    return pairs.get(pair);
  }

  return {
    id: 'replay',
    name: 'Bergamot, replayed',
    capabilities: () => ({
      batchMax: 16,
      sentenceMax: 5_000,
      takesContext: false,
      takesTerms: false,
      takesOrders: false,
      isLocal: true,
      isPaid: false,
      typicalMilliseconds: 1,
      deadlineMilliseconds: 10_000,
    }),
    supports: (from, to) => linesFor(from, to) !== undefined,
    model: () => 'stored',
    async translate({ from, to, segments }: EngineBatch) {
      const lines = linesFor(from, to);
      return segments.map((segment) => answer(lines, segment));
    },
    health: () => ({ state: 'ready' }),
    close: async () => {},
  };
}

function answer(lines: StoredLines | undefined, { id, masked, spans }: EngineSegment): EngineAnswer {
  const found = lines?.find(fillIn(masked, spans));
  const output = found && cutOutput(found);
  return output ? { id, text: markSpans(output, masked, spans) } : { id, problem: 'missing' };
}

function fillIn(masked: string, spans: readonly string[]): string {
  const { words, numbers } = cutAtMarkers(masked);
  return words.map((word, index) => word + (spans[numbers[index] ?? -1] ?? '')).join('');
}
