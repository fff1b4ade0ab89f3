import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from '@teahouse/contract';
import { staleTimes } from './stale-times.ts';

/** Options of every list that is read page by page, by the house's own markers. */
export const pageByPage = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor?: string | undefined }) => page.nextCursor,
  staleTime: staleTimes.person,
};

export function itemsOf<T>(data: InfiniteData<Page<T>>): T[] {
  return data.pages.flatMap((page) => page.items);
}

/** Query of a page: the marker, where there is one. */
export function after(cursor: string | undefined): { cursor?: string } {
  return cursor ? { cursor } : {};
}
