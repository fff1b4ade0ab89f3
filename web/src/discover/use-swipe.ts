import { type TouchEvent, useRef } from 'react';

const leastPixels = 70;
/** How much more sideways than up or down a swipe must be. */
const slant = 2;

/** A swipe across the page: +1 towards the next, -1 towards the one before. Rows that scroll sideways themselves keep their touches. */
export function useSwipe(onSwipe: (step: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number } | undefined>(undefined);
  return {
    onTouchStart: (event: TouchEvent) => {
      const touch = event.touches[0];
      const isOwnScroller = (event.target as Element).closest('nav') !== null;
      start.current =
        touch && event.touches.length === 1 && !isOwnScroller ? { x: touch.clientX, y: touch.clientY } : undefined;
    },
    onTouchEnd: (event: TouchEvent) => {
      const touch = event.changedTouches[0];
      const from = start.current;
      start.current = undefined;
      if (!touch || !from) return;
      const x = touch.clientX - from.x;
      const y = touch.clientY - from.y;
      if (Math.abs(x) < leastPixels || Math.abs(x) < slant * Math.abs(y)) return;
      const isForward = document.dir === 'rtl' ? x > 0 : x < 0;
      onSwipe(isForward ? 1 : -1);
    },
  };
}
