export interface ComparedPart {
  text: string;
  /** Stands in one of the two texts only. */
  isChanged: boolean;
}

/** More pairs of words than this are not compared one by one: the texts then differ as a whole. */
const mostPairs = 4_000_000;

/** Two wordings of one text, each cut where it differs from the other, word by word as its language has words. */
export function compareWords(before: string, after: string, language: string): [ComparedPart[], ComparedPart[]] {
  const [old, young] = [wordsOf(before, language), wordsOf(after, language)];
  const start = commonLength(old, young);
  const end = commonLength(old.slice(start).reverse(), young.slice(start).reverse());
  const [oldMiddle, youngMiddle] = [old.slice(start, old.length - end), young.slice(start, young.length - end)];
  const [keptOld, keptYoung] = longestCommon(oldMiddle, youngMiddle);
  const around = (middle: string[], kept: ReadonlySet<number>, all: string[]) =>
    joined([
      ...all.slice(0, start).map((text) => ({ text, isChanged: false })),
      ...middle.map((text, index) => ({ text, isChanged: !kept.has(index) })),
      ...all.slice(all.length - end).map((text) => ({ text, isChanged: false })),
    ]);
  return [around(oldMiddle, keptOld, old), around(youngMiddle, keptYoung, young)];
}

function wordsOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, index) => word !== other[index]);
  return differs < 0 ? Math.min(one.length, other.length) : differs;
}

/** Places, in either list, of the words of their longest common subsequence. */
function longestCommon(one: readonly string[], other: readonly string[]): [Set<number>, Set<number>] {
  const [places, otherPlaces] = [new Set<number>(), new Set<number>()];
  if (one.length * other.length > mostPairs) return [places, otherPlaces];
  const width = other.length + 1;
  const lengths = new Uint16Array((one.length + 1) * width);
  const lengthAt = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = other.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        one[i] === other[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      places.add(i++);
      otherPlaces.add(j++);
    } else if (lengthAt(i + 1, j) >= lengthAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return [places, otherPlaces];
}

/** Neighbours of one kind as one part; a space between two changed words is changed with them. */
function joined(parts: readonly ComparedPart[]): ComparedPart[] {
  const all: ComparedPart[] = [];
  for (const [index, part] of parts.entries()) {
    const last = all.at(-1);
    const isChanged = part.isChanged || (isSpace(part) && !!last?.isChanged && !!parts[index + 1]?.isChanged);
    if (last?.isChanged === isChanged) last.text += part.text;
    else all.push({ text: part.text, isChanged });
  }
  return all;
}

function isSpace({ text }: ComparedPart): boolean {
  return text.trim() === '';
}
