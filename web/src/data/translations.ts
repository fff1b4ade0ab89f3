import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TranslationView } from '@teahouse/contract';
import { useEffect } from 'react';
import type { Urgency, WantedText } from './translation-asker.ts';
import type { HouseAsker } from './translation-line.ts';

export type { Urgency, WantedText };

/** A translation stands for the words it was made from. */
export interface KeptTranslation {
  source: string;
  view: TranslationView;
}

export const translationKeys = {
  all: ['translations'] as const,
  one: (address: string, to: string) => ['translations', address, to] as const,
};

/** Where the title of a note is found. Spelled out: the contract's own function would bring its schemas into the first load. */
export function titleAddress(noteId: string): string {
  return `note.title:${noteId}`;
}

/** What is known of a text in a language; asks nobody. */
export function useTranslationOf(text: WantedText | undefined, to: string): TranslationView | undefined {
  const { data } = useQuery<KeptTranslation>({
    queryKey: translationKeys.one(text?.address ?? '', to),
    enabled: false,
  });
  return data && data.source === text?.source ? data.view : undefined;
}

/** Asks for a text while it is wanted and not there yet. Wishes of one frame travel together, and end with the page. */
export function useWish(text: WantedText | undefined, to: string, isWanted: boolean, urgency: Urgency = 'now'): void {
  const client = useQueryClient();
  const view = useTranslationOf(text, to);
  const isOpen = isWanted && isAwaited(view);
  const { address, source } = text ?? {};
  useEffect(() => {
    if (!isOpen || address === undefined || source === undefined) return;
    return wish(client, (asker) => asker.want({ address, source }, to, urgency));
  }, [client, isOpen, address, source, to, urgency]);
}

/** Whether there is more to come than is known. */
export function isAwaited(view: TranslationView | undefined): boolean {
  return !view || view.state === 'pending' || view.isImproving;
}

/** The asker is loaded with the first wish; a wish taken back before it is there is none. */
export function wish(client: QueryClient, make: (asker: HouseAsker) => () => void): () => void {
  let isGone = false;
  let release: (() => void) | undefined;
  void askerOf(client).then(
    (asker) => {
      if (!isGone) release = make(asker);
    },
    () => undefined,
  );
  return () => {
    isGone = true;
    release?.();
  };
}

/** Lets a text be asked for again, after it failed. */
export function forgetTranslation(client: QueryClient, address: string, to: string): void {
  void client.resetQueries({ queryKey: translationKeys.one(address, to), exact: true });
}

const askers = new WeakMap<QueryClient, Promise<HouseAsker>>();

function askerOf(client: QueryClient): Promise<HouseAsker> {
  const known = askers.get(client);
  if (known) return known;
  const asker = import('./translation-line.ts').then(({ openAsker }) => openAsker(client));
  askers.set(client, asker);
  asker.catch(() => askers.delete(client));
  return asker;
}
