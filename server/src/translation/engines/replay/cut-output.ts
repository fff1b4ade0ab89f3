import { originalOf, prepareText } from '@teahouse/engine';
import type { FoundPart } from './stored-lines.ts';

/** A place that is further from where it should be than this share of the text is no counterpart. */
const farthest = 0.1;
const sentenceEnd = /[.!?。！？…]["'”’」』)）\]]*\s*$/u;
const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The part of a line's stored output that stands for a part of its source. Parts that cover the source without a gap
 * give parts that cover the output without a gap, so that nothing is lost or told twice, wherever the cuts fall.
 *
 * Where source and output have as many sentences, sentence stands for sentence. Otherwise the cut is the end of the
 * sentence, else of the clause, else of the word, that is nearest by the share of letters before it.
 */
export function cutOutput({ line: { source, output }, start, end }: FoundPart): string {
  const cuts = [start, end].map((place) => cutAt(source, output, countLetters(source.slice(0, place))));
  return output.slice(cuts[0], cuts[1]).trim();
}

function cutAt(source: string, output: string, lettersBefore: number): number {
  const letters = countLetters(source);
  if (lettersBefore <= 0) return 0;
  if (lettersBefore >= letters) return output.length;
  const [ofSource, ofOutput] = [sentenceStarts(source), sentenceStarts(output)];
  const sentence = ofSource.findIndex((place) => countLetters(source.slice(0, place)) === lettersBefore);
  const counterpart = ofSource.length === ofOutput.length ? ofOutput[sentence] : undefined;
  if (counterpart !== undefined) return counterpart;
  const share = lettersBefore / letters;
  return (
    nearest(output, ofOutput, share, farthest) ??
    nearest(output, clauseStarts(output), share, farthest) ??
    nearest(output, wordStarts(output), share, 1) ??
    output.length
  );
}

function nearest(output: string, places: readonly number[], share: number, limit: number): number | undefined {
  const letters = countLetters(output);
  const distances = places.map((place) => ({
    place,
    distance: Math.abs(countLetters(output.slice(0, place)) / letters - share),
  }));
  const [first] = distances.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance);
  return first?.place;
}

/** Where the second and later sentences begin. Long ones are cut at commas, too: those places do not count. */
function sentenceStarts(text: string): number[] {
  const { pieces } = prepareText(text, { target: 'zxx', languageOf: () => 'und' });
  let start = 0;
  return pieces.flatMap((piece) => {
    const isStart = piece.kind === 'segment' && sentenceEnd.test(text.slice(0, start));
    const place = start;
    start += originalOf(piece).length;
    return isStart ? [place] : [];
  });
}

function clauseStarts(text: string): number[] {
  return [...text.matchAll(/[,;:，；：、—]\s*/gu)].map(({ 0: sign, index }) => index + sign.length);
}

function wordStarts(text: string): number[] {
  return [...words.segment(text)].flatMap(({ index, isWordLike }) => (isWordLike ? [index] : []));
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
