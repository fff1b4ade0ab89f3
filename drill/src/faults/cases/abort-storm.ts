import { allRoutes, type Route } from '@teahouse/contract';
import { type HouseProcess, startHouse } from '../../process/house-process.ts';
import { openTemporaryFolder } from '../../process/temporary-folder.ts';
import { cookieOf } from '../../seed/identifiers.ts';
import { seedHouse, type Town } from '../../seed/seed-house.ts';
import { commonChinese } from '../../seed/vocabulary.ts';
import { type FaultCase, type Outcome, outcomeOf, withoutLimits } from '../fault-case.ts';
import { withDatabase } from '../verify-writes.ts';
import { openVisitor, type Visitor } from '../visitor.ts';

const aborted = 320;
const cutAfterMilliseconds = 50;
const size = { members: 100, notes: 2_000, likes: 10_000, comments: 4_000 };

export const abortStorm: FaultCase = {
  name: '320 reads cut off by the client after 50 ms',
  expectation: 'then every GET route of the contract serves as before',
  async run() {
    using folder = openTemporaryFolder('faults');
    const dataDir = `${folder.path}/data`;
    const town = await seed(dataDir);
    await using house = await startHouse({ dataDir, env: withoutLimits });
    const operator = openVisitor(house, 'guest0', `teahouse_session=${cookieOf(0)}`);
    const paths = await pathsOf(house, town);
    const before = await walk(operator, paths);
    const cut = await abortReads(house, town);
    const after = await walk(operator, paths);
    return compare(before, after, cut);
  },
};

async function seed(dataDir: string): Promise<Town> {
  await using house = await startHouse({ dataDir, env: withoutLimits });
  const town = await seedHouse(house.database, { ...size, now: Date.now() }, () => {});
  await withDatabase(house, (client) => client.query(`update member set role = 'operator' where handle = 'guest0'`));
  return town;
}

/** Returns how many were really cut: some may have been answered before. */
async function abortReads(house: HouseProcess, town: Town): Promise<number> {
  const results = await Promise.allSettled(
    Array.from({ length: aborted }, (_, index) => {
      const visitor = openVisitor(house, '', `teahouse_session=${cookieOf(index % size.members)}`);
      const word = `${commonChinese[index % 20]} ${commonChinese[(index * 7) % 20]}`;
      const paths = [
        '/api/feed/discover',
        `/api/notes/${town.noteIds[index]}/thread`,
        `/api/search/notes?q=${encodeURIComponent(word)}`,
        '/api/feed/following',
      ];
      return visitor.send('GET', paths[index % paths.length] ?? '', {
        signal: AbortSignal.timeout(cutAfterMilliseconds),
      });
    }),
  );
  return results.filter((result) => result.status === 'rejected').length;
}

async function pathsOf(house: HouseProcess, town: Town): Promise<[Route, string][]> {
  const params = await withDatabase(house, async (client) => {
    const { rows } = await client.query<{ noteId: string; commentId: string; boardId: string; mediaId: string }>(
      `select note_id as "noteId", id as "commentId", (select board.id from board join member on member.id = member_id where handle = 'guest0') as "boardId",
        (select media.id from media where owner_id = (select id from member where handle = 'guest0') limit 1) as "mediaId"
      from comment where parent_id is null and replies > 0 limit 1`,
    );
    return { ...rows[0], handle: 'guest1', name: town.topics[0] } as Record<string, string>;
  });
  const query = `q=${encodeURIComponent('早餐')}&prefix=gu&handle=somebody`;
  return allRoutes
    .filter((route) => route.method === 'GET')
    .map((route) => [
      route,
      `${route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))}?${query}`,
    ]);
}

interface Visit {
  status: number;
  milliseconds: number;
}

async function walk(visitor: Visitor, paths: readonly [Route, string][]): Promise<Map<string, Visit>> {
  const visits = new Map<string, Visit>();
  for (const [route, path] of paths) {
    const startedAt = performance.now();
    const status = route.raw === 'text/event-stream' ? await firstByteOf(visitor, path) : await statusOf(visitor, path);
    visits.set(route.id, { status, milliseconds: performance.now() - startedAt });
  }
  return visits;
}

async function statusOf(visitor: Visitor, path: string): Promise<number> {
  const answer = await visitor.send('GET', path, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  return answer?.status ?? 0;
}

/** A stream never ends; that it begins is enough. */
async function firstByteOf(visitor: Visitor, path: string): Promise<number> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), 10_000);
  const response = await fetch(visitor.urlOf(path), { headers: { cookie: visitor.cookie }, signal: stop.signal }).catch(
    () => undefined,
  );
  const status = response?.status ?? 0;
  stop.abort();
  clearTimeout(late);
  return status;
}

function compare(before: Map<string, Visit>, after: Map<string, Visit>, cut: number): Outcome {
  const different = [...after]
    .filter(([id, visit]) => visit.status !== before.get(id)?.status)
    .map(([id, visit]) => `${id} ${visit.status}`);
  const fine = [...before.values()].filter(({ status }) => status === 200).length;
  const slowest = [...after].reduce((worst, visit) => (visit[1].milliseconds > worst[1].milliseconds ? visit : worst));
  const refused = [...before].filter(([, { status }]) => status !== 200).map(([id, { status }]) => `${id} ${status}`);
  return outcomeOf([
    [`${cut} of ${aborted} cut`, cut > aborted / 4],
    [
      `${fine} of ${before.size} routes 200 before${refused.length > 0 ? ` (else ${refused.join(', ')})` : ''}`,
      refused.length <= 1,
    ],
    [different.length === 0 ? 'the same after' : `after: ${different.join(', ')}`, different.length === 0],
    [`slowest ${slowest[0]} ${Math.round(slowest[1].milliseconds)} ms`, slowest[1].milliseconds < 3_000],
  ]);
}
