import { type RefObject, useLayoutEffect, useState } from 'react';

interface Place {
  width: number;
  /** Distance from the top of the document. */
  top: number;
  /** Size of the reader's base type in pixels: cards grow with it. */
  rem: number;
}

/** Where an element lies, known before the first paint and kept while windows and type sizes change. */
export function usePlace(element: RefObject<HTMLElement | null>): Place {
  const [place, setPlace] = useState<Place>({ width: 0, top: 0, rem: 16 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const measure = () => {
      const box = target.getBoundingClientRect();
      const next = {
        width: Math.floor(box.width),
        top: Math.round(box.top + window.scrollY),
        rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
      };
      setPlace((last) => (last.width === next.width && last.top === next.top && last.rem === next.rem ? last : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return place;
}
