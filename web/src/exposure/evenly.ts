export interface TimeSum {
  at: string;
  value: number;
}

const hour = 3_600_000;
const day = 24 * hour;
/** Fewer columns than this would look like posts. */
const fewest = 24;

/** The same sums with nothing left out between them: hours, or days where none lie closer together. */
export function evenly(sums: readonly TimeSum[]): { sums: TimeSum[]; isHourly: boolean } {
  const times = sums.map(({ at }) => Date.parse(at));
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return { sums: [], isHourly: true };
  const isHourly = times.length === 1 || times.some((time, index) => index > 0 && time - (times[index - 1] ?? 0) < day);
  const step = isHourly ? hour : day;
  const values = new Map(times.map((time, index) => [time, sums[index]?.value ?? 0]));
  const columns = Math.max(Math.round((last - first) / step) + 1, isHourly ? fewest : 1);
  const start = last - (columns - 1) * step;
  const all = Array.from({ length: columns }, (_, index) => start + index * step);
  return { sums: all.map((time) => ({ at: new Date(time).toISOString(), value: values.get(time) ?? 0 })), isHourly };
}
