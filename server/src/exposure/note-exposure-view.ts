import type { NoteExposureView } from '@teahouse/contract';
import type { NoteSums } from './note-exposure.sql.ts';

/** Fewer viewers of one country than this could be told who they are. */
const leastTogether = 5;

type Sides = Pick<NoteExposureView, 'byTraffic' | 'bySurface' | 'byReason' | 'byLanguage' | 'byCountry' | 'byGroup'>;

/** The same impressions from every side, largest part first. The sums hold only words of the contract. */
export function sidesOf(sums: readonly NoteSums[]): Sides {
  return {
    byTraffic: addUp(sums, 'traffic'),
    bySurface: addUp(sums, 'surface'),
    byReason: addUp(sums, 'reason'),
    byLanguage: addUp(sums, 'viewer_language'),
    byCountry: foldSmall(addUp(sums, 'viewer_country')),
    byGroup: addUp(sums, 'viewer_group'),
  } as Sides;
}

interface Part {
  key: string;
  impressions: number;
}

function addUp(sums: readonly NoteSums[], side: Exclude<keyof NoteSums, 'impressions'>): Part[] {
  const parts = new Map<string, number>();
  for (const row of sums) parts.set(row[side], (parts.get(row[side]) ?? 0) + row.impressions);
  return [...parts].map(([key, impressions]) => ({ key, impressions })).sort(byImpressions);
}

/** Small countries stand together; when even together they are few, they are unknown. */
function foldSmall(parts: readonly Part[]): Part[] {
  const known = parts.filter(({ key, impressions }) => key !== 'unknown' && impressions >= leastTogether);
  const small = parts.filter(({ key, impressions }) => key !== 'unknown' && impressions < leastTogether);
  const unknown = parts.find(({ key }) => key === 'unknown')?.impressions ?? 0;
  const other = small.reduce((sum, { impressions }) => sum + impressions, 0);
  const isTold = other >= leastTogether;
  return [
    ...known,
    { key: 'other', impressions: isTold ? other : 0 },
    { key: 'unknown', impressions: unknown + (isTold ? 0 : other) },
  ]
    .filter(({ impressions }) => impressions > 0)
    .sort(byImpressions);
}

function byImpressions(one: Part, other: Part): number {
  return other.impressions - one.impressions || (one.key < other.key ? -1 : 1);
}
