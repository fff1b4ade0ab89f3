import type { Interest, NoteFormat } from '@teahouse/contract';
import { categoryWords } from './category-words.ts';

interface Texts {
  title: string;
  text: string;
  topics: readonly string[];
  format: NoteFormat;
}

// A topic is the author's own filing; a title says more about a note than a word in passing.
const weightOf = { topic: 4, title: 2, text: 1 };
/** The subject of a text is named early. */
const charactersRead = 600;

const byFormat: Partial<Record<NoteFormat, Interest>> = { 'cat-tax': 'cats', homework: 'study', compare: 'budgeting' };

const patterns = Object.entries(categoryWords).map(([category, words]) => ({
  category: category as Interest,
  pattern: new RegExp(words.map(patternOf).join('|'), 'giu'),
}));

/** The tab of discovery a note belongs under, or undefined. Pure. */
export function categoryOf({ title, text, topics, format }: Texts): Interest | undefined {
  const parts: [string, number][] = [
    [topics.join(' '), weightOf.topic],
    [title, weightOf.title],
    [text.slice(0, charactersRead), weightOf.text],
  ];
  let best: Interest | undefined = byFormat[format];
  let highest = best ? weightOf.topic : 0;
  for (const { category, pattern } of patterns) {
    const score = parts.reduce((sum, [part, weight]) => sum + weight * (part.match(pattern)?.length ?? 0), 0);
    if (score > highest) [best, highest] = [category, score];
  }
  return best;
}

/** Words of spaced scripts match as wholes (with a plural s), ideographs anywhere. */
function patternOf(word: string): string {
  return /^[\p{Script=Latin}' -]+$/u.test(word) ? `(?<![\\p{L}\\p{N}])${word}(?:e?s)?(?![\\p{L}\\p{N}])` : word;
}
