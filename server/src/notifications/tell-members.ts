import type { HouseEvents } from '@teahouse/contract';
import { dateOf } from '../platform/clock.ts';
import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { LiveStreams } from './live-streams.ts';
import { type News, newsOf, type ToldEvent, toldEvents } from './news.ts';
import { insertActors, type NewLine, type TouchedLine, upsertLines } from './notifications.sql.ts';
import type { Unread } from './unread.ts';

interface Parts {
  unread: Unread;
  streams: LiveStreams;
}

/** Writes events into the lists of those they concern, in batches, and sends them to whoever is looking. */
export function tellMembers(deps: Pick<Deps, 'clock' | 'ids' | 'events'>, { unread, streams }: Parts): void {
  // Lines written in the running delivery; sent once it is committed. After a rollback the same lines come again.
  let written: TouchedLine[] = [];
  const announce = () => {
    const lines = written;
    written = [];
    for (const line of lines) unread.forget(line.member_id);
    streams.push(lines);
  };
  const listen = <N extends ToldEvent>(name: N) => {
    deps.events.on(name, async (events: HouseEvents[N][], tx) => {
      const day = dateOf(deps.clock).toISOString().slice(0, 10);
      const news = events.flatMap((event) => newsOf[name](event, day));
      written.push(...(await writeNews(deps, tx, news)));
    });
    deps.events.afterDelivery(name, announce);
  };
  toldEvents.forEach(listen);
}

async function writeNews(deps: Pick<Deps, 'clock' | 'ids'>, tx: Tx, news: News[]): Promise<TouchedLine[]> {
  if (news.length === 0) return [];
  const accepted = await insertActors(
    tx,
    news.map(({ memberId, groupKey, actorId }) => ({ memberId, groupKey, actorId })),
  );
  const told = accepted.flatMap(({ index, is_fresh }) => {
    const one = news[index];
    return one && (is_fresh || one.isAlwaysNew) ? [{ ...one, index, isFresh: is_fresh }] : [];
  });
  if (told.length === 0) return [];
  return upsertLines(tx, linesOf(deps, told), dateOf(deps.clock));
}

const actorsKept = 3;

type Told = News & { index: number; isFresh: boolean };

/** One line a group, in one order everywhere: deliveries of two processes never wait for each other in a circle. */
function linesOf({ ids }: Pick<Deps, 'ids'>, told: Told[]): NewLine[] {
  const groups = Map.groupBy(told, ({ memberId, groupKey }) => `${memberId} ${groupKey}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const newestFirst = group.toSorted((a, b) => b.index - a.index);
      const [newest] = newestFirst;
      return newest ? [lineOf(ids.next(), newest, newestFirst)] : [];
    });
}

function lineOf(id: string, newest: Told, newestFirst: Told[]): NewLine {
  const actors = [...new Set(newestFirst.flatMap(({ actorId }) => actorId ?? []))];
  const fresh = new Set(newestFirst.flatMap(({ actorId, isFresh }) => (isFresh && actorId ? [actorId] : [])));
  return {
    id,
    member_id: newest.memberId,
    group_key: newest.groupKey,
    kind: newest.kind,
    note_id: newest.noteId ?? null,
    comment_id: newest.commentId ?? null,
    message: newest.message ?? null,
    actor_ids: actors.slice(0, actorsKept),
    actor_count: fresh.size,
  };
}
