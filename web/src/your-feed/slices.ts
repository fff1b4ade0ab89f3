import type { FeedControlsView, Interest } from '@teahouse/contract';

export interface Slice {
  /** Absent: everything that is none of the others. */
  category: Interest | undefined;
  opens: number;
  share: number;
}

const mostSlices = 6;

/** The largest categories; the others, and notes without one, together as the last. */
export function slicesOf(lastWeek: FeedControlsView['lastWeek']): Slice[] {
  const named = lastWeek.flatMap(({ category, ...rest }) => (category ? { category, ...rest } : []));
  const largest = named.slice(0, mostSlices);
  const shown = new Set<Interest | undefined>(largest.map(({ category }) => category));
  const rest = lastWeek.filter(({ category }) => category === undefined || !shown.has(category));
  if (rest.length === 0) return largest;
  const opens = rest.reduce((sum, one) => sum + one.opens, 0);
  return [...largest, { category: undefined, opens, share: rest.reduce((sum, one) => sum + one.share, 0) }];
}

export function sliceClass({ category }: Slice, index: number): string {
  return category ? `slice-${index}` : 'slice-rest';
}
