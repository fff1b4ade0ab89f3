/** "43 %", "0.4 %"; a dash has to be drawn by whoever has no figure. */
export function formatShare(share: number, language: string): string {
  const digits = share > 0 && share < 0.01 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(share);
}

export function formatNumber(value: number, language: string, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

const sizes = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** "31 MB": decimal units, as the registry counts them. */
export function formatBytes(bytes: number, language: string): string {
  const [unit, size] = sizes.find(([, least]) => bytes >= least) ?? (['byte', 1] as const);
  const value = bytes / size;
  const maximumFractionDigits = unit !== 'byte' && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  );
}

/** "120 ms", "4.2 s", "3 min". */
export function formatDuration(milliseconds: number, language: string): string {
  const [unit, size] = spanOf(milliseconds);
  const value = milliseconds / size;
  const maximumFractionDigits = unit === 'second' && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(
    value,
  );
}

function spanOf(milliseconds: number): readonly [string, number] {
  if (milliseconds < 1000) return ['millisecond', 1];
  if (milliseconds < 120_000) return ['second', 1000];
  return milliseconds < 7_200_000 ? ['minute', 60_000] : ['hour', 3_600_000];
}
