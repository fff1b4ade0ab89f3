const dayMilliseconds = 86_400_000;

/** A calendar day as one speaks of it: yesterday by its word, others by weekday and date. */
export function dayName(day: string, now: number, language: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const daysAgo = Math.floor(now / dayMilliseconds) - at / dayMilliseconds;
  if (daysAgo === 1) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-1, 'day');
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(at);
}
