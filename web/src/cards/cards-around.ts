import type { NoteId } from '@teahouse/contract';
import { createContext } from 'react';
import type { FeedKind } from '../data/feed.ts';
import type { OpenPage } from '../data/not-interested.ts';

export interface CardsAround {
  /** The feed these cards are; other lists have none. */
  feed: FeedKind | undefined;
  /** Cards below the screen, in order. */
  unseen: () => readonly NoteId[];
}

/** What a card knows of the list it stands in. */
export const CardsAroundContext = createContext<CardsAround>({ feed: undefined, unseen: () => [] });

/** The page a card stands on, where the house chose what is on it. */
export function openPage({ feed, unseen }: CardsAround): OpenPage | undefined {
  if (feed === undefined || feed === 'following' || feed === 'newest') return undefined;
  return { feed, unseen: unseen() };
}
