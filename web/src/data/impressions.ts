import { type RefObject, useEffect } from 'react';
import { recordImpression } from './viewer-events.ts';

/** An impression is a card at least half visible for at least a second. */
const visibleShare = 0.5;
const visibleMilliseconds = 1000;

interface Watched {
  noteId: string;
  token: string;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

const watched = new WeakMap<Element, Watched>();
let observer: IntersectionObserver | undefined;

export function useImpression(element: RefObject<Element | null>, noteId: string, token: string | undefined): void {
  useEffect(() => {
    const target = element.current;
    if (!target || !token) return;
    observer ??= new IntersectionObserver(notice, { threshold: [0, visibleShare] });
    watched.set(target, { noteId, token });
    observer.observe(target);
    return () => {
      clearTimeout(watched.get(target)?.timer);
      observer?.unobserve(target);
    };
  }, [element, noteId, token]);
}

function notice(entries: IntersectionObserverEntry[]): void {
  for (const { target, intersectionRatio, isIntersecting } of entries) {
    const card = watched.get(target);
    if (!card) continue;
    clearTimeout(card.timer);
    if (isIntersecting && intersectionRatio >= visibleShare) {
      card.timer = setTimeout(() => recordImpression(card.noteId, card.token), visibleMilliseconds);
    }
  }
}
