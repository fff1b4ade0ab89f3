const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

/**
 * What of a text and its human translation can be used again: the whole, and its sentences where both have as many. People move
 * meaning between sentences, so anything else would be guessing.
 */
export function wordingPairs(source: string, target: string): { source: string; target: string }[] {
  if (source.trim() === '' || target.trim() === '') return [];
  const whole = { source: source.trim(), target: target.trim() };
  const [from, to] = [sentencesOf(source), sentencesOf(target)];
  if (from.length < 2 || from.length !== to.length) return [whole];
  return [whole, ...from.map((sentence, index) => ({ source: sentence, target: to[index] as string }))];
}

function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...sentences.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}
