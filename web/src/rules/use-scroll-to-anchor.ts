import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The place named in the address exists only once its text has arrived. */
export function useScrollToAnchor(isReady: boolean): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (isReady && hash) location.replace(`#${hash}`);
  }, [isReady, hash]);
}
