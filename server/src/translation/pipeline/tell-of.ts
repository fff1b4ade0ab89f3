import type { TranslatedText } from '../translator.ts';
import type { Sentence } from './sentence.ts';
import type { SentenceResult } from './sentence-result.ts';
import type { TextTold } from './tally.ts';

/** A text with what became of its sentences; none of them where it was known as a whole. */
export interface ToldText {
  translated: TranslatedText;
  results: readonly SentenceResult[];
}

export function tellOf(sentences: readonly Sentence[], { translated, results }: ToldText): TextTold {
  const { from, to } = sentences[0] ?? { from: 'und', to: 'und' };
  const fresh = sentences.filter((_, index) => isFresh(results[index]));
  return {
    outcome: translated.text === undefined ? 'failed' : fresh.length > 0 ? 'made' : 'cached',
    from: translated.from[0] ?? from,
    to,
    engine: translated.text === undefined ? 'none' : makerOf(results),
    characters: fresh.reduce((sum, { segment }) => sum + segment.masked.length, 0),
  };
}

function isFresh(result: SentenceResult | undefined): boolean {
  return result?.kind === 'translated' && result.isFresh;
}

/** Id of the engine whose work it is, rather than of one whose work lay there already. */
function makerOf(results: readonly SentenceResult[]): string {
  const machine = results.filter((result) => result.kind === 'translated' && result.by.kind === 'engine');
  const one = machine.find(isFresh) ?? machine[0];
  return one?.kind === 'translated' && one.by.kind === 'engine' ? one.by.id : 'memory';
}
