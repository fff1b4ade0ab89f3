export interface WordingPair {
  source: string;
  target: string;
}

const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/**
 * What of a text and its written translation can be used again: the whole, and its sentences where both have as many. People move
 * meaning between sentences, so anything else would be guessing.
 */
export function wordingPairs(source: string, target: string): WordingPair[] {
  if (source.trim() === '' || target.trim() === '') return [];
  const aligned = alignSentences(source, target);
  return [{ source: source.trim(), target: target.trim() }, ...(aligned.length > 1 ? aligned : [])];
}

/** Sentence by sentence, for reading side by side; the whole as one pair where the two have not as many. */
export function alignSentences(source: string, target: string): WordingPair[] {
  const [from, to] = [sentencesOf(source), sentencesOf(target)];
  if (from.length === 0 || from.length !== to.length) return [{ source: source.trim(), target: target.trim() }];
  return from.map((sentence, index) => ({ source: sentence, target: to[index] as string }));
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...sentences.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}
