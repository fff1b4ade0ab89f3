import { type Interest, interests } from '@teahouse/contract';
import { useMemo } from 'react';
import type { FeedKind } from '../data/feed.ts';
import { useMe } from '../data/session.ts';

/** Feeds first, then categories, the member's own interests before the others. */
export function useOrderedTabs(): readonly FeedKind[] {
  const chosen = useMe()?.interests;
  return useMemo(() => ['forYou', 'following', 'newest', ...orderedInterests(chosen ?? [])], [chosen]);
}

function orderedInterests(chosen: readonly string[]): Interest[] {
  return [...interests].sort((a, b) => Number(chosen.includes(b)) - Number(chosen.includes(a)));
}
