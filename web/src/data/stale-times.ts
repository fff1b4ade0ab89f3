const minutes = 60_000;

/** How long an answer counts as fresh. Ranked lists never go stale by themselves: a page must not change under the reader. */
export const staleTimes = {
  ranked: Number.POSITIVE_INFINITY,
  note: 1 * minutes,
  list: 30_000,
  person: 1 * minutes,
  house: 10 * minutes,
} as const;
