import type { NoteCard } from '@teahouse/contract';
import { estimateLines, estimateWidth } from '../ui/text-width.ts';

export interface Columns {
  count: number;
  gap: number;
  width: number;
}

const mostColumns = 6;
/** Two on the narrowest phone, then one more for every bit of room, up to six. */
export function columnsFor(available: number): Columns {
  const isNarrow = available < 600;
  const gap = isNarrow ? 8 : 16;
  const comfortable = isNarrow ? 200 : 212;
  const count = Math.min(mostColumns, Math.max(2, Math.floor((available + gap) / (comfortable + gap))));
  return { count, gap, width: Math.floor((available - gap * (count - 1)) / count) };
}

/** Neither slivers nor towers: covers are cropped to between 3:4 and 4:3. */
const tallest = 3 / 4;
const widest = 4 / 3;

export function coverRatio(cover: NoteCard['cover']): number {
  if (cover.kind === 'text') return tallest;
  return Math.min(widest, Math.max(tallest, cover.picture.width / cover.picture.height));
}

/** Measures of a card below its cover, in rem; the same numbers stand in Card.tsx as classes. */
const rem = { titleSize: 0.875, titleLine: 1.25, padding: 0.25, aboveTitle: 0.5, footer: 2.25 };
const badgePadding = 1.2;

const mostTitleLines = 2;

/** What a card shows about its language. */
export interface CardLanguage {
  /** Name of the language, before the title. */
  badge: string | undefined;
  /** The title will be shown in this language, as long or short as it turns out there. */
  translatesTo: string | undefined;
}

export function titleLines(
  card: NoteCard,
  columnWidth: number,
  remPixels: number,
  { badge, translatesTo }: CardLanguage,
): number {
  if (translatesTo) return mostTitleLines;
  const lineWidth = columnWidth / remPixels - 2 * rem.padding;
  // The badge is set smaller than the title, in front of it.
  const prefix = badge ? '0'.repeat(Math.ceil((estimateWidth(badge) * 0.8 + badgePadding) / 0.57)) : '';
  return estimateLines(prefix + card.title, lineWidth / rem.titleSize, mostTitleLines);
}

/** Height of a card, known before it is drawn: the feed never jumps. A text cover says its title itself. */
export function cardHeight(card: NoteCard, columnWidth: number, remPixels: number, language: CardLanguage): number {
  const cover = columnWidth / coverRatio(card.cover);
  const title = hasTitle(card, language)
    ? rem.aboveTitle + titleLines(card, columnWidth, remPixels, language) * rem.titleLine
    : 0;
  return Math.round(cover + (title + rem.footer) * remPixels);
}

export function hasTitle({ cover }: Pick<NoteCard, 'cover'>, { badge, translatesTo }: CardLanguage): boolean {
  return cover.kind === 'picture' || badge !== undefined || translatesTo !== undefined;
}
