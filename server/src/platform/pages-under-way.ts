/** Pages that somebody waits for at the moment: what can wait gives way to them. */
export interface PagesUnderWay {
  /** @returns to be called when the page has been sent */
  begin(): () => void;
  isQuiet(): boolean;
}

/** What takes longer waits for something else than this process, or is a stream that stays open. */
const longestMilliseconds = 50;

/** @param now monotonic milliseconds */
export function createPagesUnderWay(now: () => number = () => performance.now()): PagesUnderWay {
  /** In the order of their beginnings. */
  const underWay = new Set<{ since: number }>();
  return {
    begin() {
      const page = { since: now() };
      underWay.add(page);
      return () => void underWay.delete(page);
    },
    isQuiet() {
      for (const page of underWay) {
        if (now() - page.since < longestMilliseconds) return false;
        underWay.delete(page);
      }
      return true;
    },
  };
}
