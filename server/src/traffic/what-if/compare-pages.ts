import type { PageSlot } from '@teahouse/engine';
import type { ShownNote } from './moments.sql.ts';

/** A page that would have been shown, and to whom. */
export interface ReplayedPage {
  languages: readonly string[];
  slots: readonly PageSlot[];
}

export type ShownNotes = ReadonlyMap<string, ShownNote>;

/** What a policy's pages come to; worth is that of what viewers did with these notes. */
export function sumUpPages(pages: readonly ReplayedPage[], notes: ShownNotes, rates: ReadonlyMap<string, number>) {
  const slots = pages.flatMap((page) => page.slots);
  return {
    impressionsByGroup: countBy(slots, ({ note }) => notes.get(note)?.author_group),
    impressionsByLanguage: countBy(slots, ({ note }) => notes.get(note)?.language),
    firstAudienceShare: shareOf(slots, ({ reasons }) => reasons[0]?.code === 'first-audience'),
    noteGini: giniOf(Object.values(countBy(slots, ({ note }) => note))),
    worth: meanOf(pages.map((page) => page.slots.reduce((sum, { note }) => sum + (rates.get(note) ?? 0), 0))),
    foreignShare: meanOf(
      pages
        .filter(({ languages }) => languages.length > 0)
        .map((page) => shareOf(page.slots, ({ note }) => !page.languages.includes(notes.get(note)?.language ?? ''))),
    ),
    topicShare: meanOf(pages.map((page) => largestTopic(page, notes))),
  };
}

function largestTopic({ slots }: ReplayedPage, notes: ShownNotes): number {
  const topics = slots.flatMap(({ note }) => notes.get(note)?.topics ?? []);
  return Math.max(0, ...Object.values(countBy(topics, (topic) => topic))) / Math.max(1, slots.length);
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function shareOf<T>(items: readonly T[], isCounted: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(isCounted).length / items.length;
}

function meanOf(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Inequality of counts, 0–1. */
export function giniOf(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, count) => total + count, 0);
  if (sum === 0) return 0;
  const weighted = sorted.reduce((total, count, place) => total + (place + 1) * count, 0);
  return (2 * weighted) / (sorted.length * sum) - (sorted.length + 1) / sorted.length;
}
