import { type HouseExposureView, memberGroups } from '@teahouse/contract';
import type { HouseSum } from './house-sums.sql.ts';

/** The largest are shown; what is left out adds up to less than the smallest of them matters. */
const mostCells = 200;

type Sums = Pick<HouseExposureView, 'impressions' | 'byTraffic' | 'byReason' | 'cells' | 'smallAuthorShare'>;

/** The same impressions from every side, largest part first. The sums hold only words of the contract. */
export function addUpHouse(sums: readonly HouseSum[]): Sums {
  const impressions = total(sums, 'impressions');
  const byCell = addBy(sums, (row) => `${row.author_group} ${row.note_language} ${row.viewer_group}`);
  return {
    impressions,
    byTraffic: parts(addBy(sums, (row) => row.traffic)),
    byReason: parts(addBy(sums, (row) => row.reason)),
    cells: parts(byCell)
      .slice(0, mostCells)
      .map(({ key, impressions: count }) => {
        const [authorGroup = '', language = '', viewerGroup = ''] = key.split(' ');
        return { authorGroup, language, viewerGroup, impressions: count, share: count / impressions };
      }),
    ...(impressions > 0 ? { smallAuthorShare: total(sums, 'to_small_authors') / impressions } : {}),
  } as Sums;
}

/** Each group's share of impressions against its share of the members who were here. */
export function viewDisproportion(
  sums: readonly HouseSum[],
  active: ReadonlyMap<string, number>,
): HouseExposureView['disproportion'] {
  const byGroup = addBy(sums, (row) => row.author_group);
  const impressions = total(sums, 'impressions');
  const members = [...active.values()].reduce((sum, count) => sum + count, 0);
  return memberGroups.map((group) => {
    const exposureShare = impressions === 0 ? 0 : (byGroup.get(group) ?? 0) / impressions;
    const memberShare = members === 0 ? 0 : (active.get(group) ?? 0) / members;
    return { group, exposureShare, memberShare, ...(memberShare > 0 ? { ratio: exposureShare / memberShare } : {}) };
  });
}

function total(sums: readonly HouseSum[], of: 'impressions' | 'to_small_authors'): number {
  return sums.reduce((sum, row) => sum + row[of], 0);
}

function addBy(sums: readonly HouseSum[], keyOf: (row: HouseSum) => string): Map<string, number> {
  const added = new Map<string, number>();
  for (const row of sums) added.set(keyOf(row), (added.get(keyOf(row)) ?? 0) + row.impressions);
  return added;
}

function parts(added: ReadonlyMap<string, number>): { key: string; impressions: number }[] {
  return [...added]
    .map(([key, impressions]) => ({ key, impressions }))
    .sort((one, other) => other.impressions - one.impressions || (one.key < other.key ? -1 : 1));
}
