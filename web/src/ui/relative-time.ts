const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const steps: readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [hour, minute, 'minute'],
  [day, hour, 'hour'],
  [7 * day, day, 'day'],
];

/** "5 min ago" for the last week, a date after that; `undefined` means just now. */
export function relativeTime(at: string, now: number, language: string): string | undefined {
  const time = Date.parse(at);
  const age = Math.max(0, now - time);
  if (age < minute) return undefined;
  const step = steps.find(([limit]) => age < limit);
  if (!step) return calendarDate(time, now, language);
  const [, size, unit] = step;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'narrow' }).format(
    -Math.floor(age / size),
    unit,
  );
}

/** The full moment, for tooltips and screen readers. */
export function fullTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
}

function calendarDate(time: number, now: number, language: string): string {
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, {
    month: 'short',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(time);
}
