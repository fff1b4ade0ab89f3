import type { PairRow } from './overview.sql.ts';

const counts = [
  'asked',
  'cached',
  'made',
  'failed',
  'characters',
  'held',
  'reported',
  'good',
  'wrong',
  'milliseconds',
] as const;

/**
 * Calls are counted under an engine's id, translations carry its name for readers: one row for both.
 *
 * @param called what a row's engine is to be called
 */
export function joinEngines(rows: readonly PairRow[], called: (engine: string) => string): PairRow[] {
  const joined = new Map<string, PairRow>();
  for (const row of rows) {
    const engine = called(row.engine);
    const key = `${row.from} ${row.to} ${engine}`;
    const sum = joined.get(key);
    if (sum) for (const count of counts) sum[count] += row[count];
    else joined.set(key, { ...row, engine });
  }
  return [...joined.values()];
}
