import { type RefObject, useEffect } from 'react';

/** Leads the reader to the very comment their link meant: into sight, and the focus with it. */
export function useArrival(element: RefObject<HTMLElement | null>, isSought: boolean): void {
  useEffect(() => {
    if (!isSought) return;
    // A new screen and a new dialog first put the focus at their own beginning.
    const frame = requestAnimationFrame(() => {
      element.current?.scrollIntoView({ block: 'center' });
      element.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [element, isSought]);
}
