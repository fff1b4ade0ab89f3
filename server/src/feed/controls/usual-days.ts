import type { HouseEvents } from '@teahouse/contract';
import { z } from 'zod';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';
import type { Deps } from '../../platform/deps.ts';
import { insertUsualDays } from './usual-days.sql.ts';

/** As many days as the engine remembers interests of. */
export const daysRemembered = 13;
const mostNoted = 50_000;

/** Notes once a day that a member was here: at the end of that day the engine keeps what they liked then. */
export function noteUsualDays({ events }: Pick<Deps, 'events'>): void {
  const noted = new Set<string>();
  events.on('feed.seen', async (seen, tx) => {
    const fresh = new Set(seen.filter(isByMember).map(markOf)).difference(noted);
    if (fresh.size > 0) await insertUsualDays(tx, [...fresh].map(dayIn), daysRemembered + 1);
  });
  events.afterDelivery('feed.seen', (seen) => {
    if (noted.size > mostNoted) noted.clear();
    for (const each of seen) if (isByMember(each)) noted.add(markOf(each));
  });
}

type Seen = HouseEvents['feed.seen'];

function isByMember({ viewerKey }: Seen): boolean {
  return z.uuid().safeParse(viewerKey).success;
}

function markOf({ viewerKey, at }: Seen): string {
  return `${dayOf(at)} ${viewerKey}`;
}

function dayIn(mark: string) {
  const [day = '', member = ''] = mark.split(' ');
  return { day, member };
}
