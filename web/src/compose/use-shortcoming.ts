import { useState } from 'react';
import { type Composition, type Shortcoming, shortcomingOf } from './composition.ts';

/** What is missing is told when the author wants to send, and until it is mended; never while they are still writing. */
export function useShortcoming(composition: Composition) {
  const [told, setTold] = useState<Shortcoming>();
  const present = shortcomingOf(composition);
  const isTold = told?.kind === present?.kind && told?.language === present?.language;
  return {
    shortcoming: isTold ? present : undefined,
    /** @returns whether nothing is missing */
    check: () => {
      setTold(present);
      return present === undefined;
    },
  };
}
