import type { Fact, ImpressionFact } from '@teahouse/engine';
import { readSaidControls } from '../../feed/index.ts';
import type { Deps } from '../../platform/deps.ts';
import { selectMembersSince } from '../log/around-facts.sql.ts';
import { memberFactOf, promotionFacts } from '../log/facts-of-events.ts';
import { type DraftFact, noteDraftOf } from '../log/note-fact.ts';
import { selectListedNotes, selectTimeOfNewest } from '../log/note-facts.sql.ts';
import {
  type ActRow,
  type ImpressionRow,
  selectActs,
  selectImpressions,
  selectRunningPromotions,
} from './history.sql.ts';

type HistoryDeps = Pick<Deps, 'db' | 'clock'>;

/** What is older no longer sways a page: half-lives are of days (engine). */
const daysOfActs = 14;
const mostActs = 300_000;
const mostMembers = 200_000;
const daysOfVisits = 60;
const batch = 500;
const firstId = '00000000-0000-0000-0000-000000000000';

/** What an engine that knows nothing has to be told before the log: the house as its tables hold it, in the order of time. */
export async function* readHistory(deps: HistoryDeps, room: { notes: number }): AsyncGenerator<DraftFact[]> {
  const now = deps.clock.now();
  const around = await aroundNotes(deps, now);
  let next = 0;
  const until = (time: number): Fact[] => {
    const start = next;
    while (next < around.length && (around[next] as Fact).at <= time) next += 1;
    return around.slice(start, next);
  };
  const oldest = await selectTimeOfNewest(deps.db, room.notes);
  let after = { publishedAt: new Date((oldest?.getTime() ?? now) - 1), id: firstId };
  for (;;) {
    const rows = await selectListedNotes(deps.db, after, new Date(now), batch);
    yield rows.flatMap((row): DraftFact[] => {
      const at = row.published_at.getTime();
      return [...until(at), noteDraftOf(row, at)];
    });
    const last = rows.at(-1);
    if (!last || rows.length < batch) break;
    after = { publishedAt: last.published_at, id: last.id };
  }
  yield [...until(Number.POSITIVE_INFINITY), ...(await promotionsNow(deps, now)), { kind: 'tick', at: now }];
}

/** Everything but the notes. */
async function aroundNotes({ db, clock }: HistoryDeps, now: number): Promise<Fact[]> {
  const since = new Date(now - daysOfActs * 86_400_000);
  const [members, acts, impressions, said] = await Promise.all([
    memberFacts({ db, clock }, now),
    selectActs(db, since, mostActs),
    selectImpressions(db, since, mostActs),
    readSaidControls(db, now, mostActs),
  ]);
  const controls = said.map((each) => ({ kind: 'control' as const, ...each }));
  return [...members, ...impressions.map(impressionFact), ...acts.map(actFact), ...controls].sort(
    (a, b) => a.at - b.at,
  );
}

async function memberFacts({ db }: HistoryDeps, now: number): Promise<Fact[]> {
  const since = new Date(now - daysOfVisits * 86_400_000);
  const facts: Fact[] = [];
  let after = firstId;
  while (facts.length < mostMembers) {
    const rows = await selectMembersSince(db, since, after, new Date(now), batch);
    facts.push(...rows.map((row) => memberFactOf(row.id, row, row.joined_at.getTime())));
    after = rows.at(-1)?.id ?? after;
    if (rows.length < batch) break;
  }
  return facts;
}

async function promotionsNow({ db }: HistoryDeps, now: number): Promise<Fact[]> {
  const ids = await selectRunningPromotions(db, new Date(now));
  return [...(await promotionFacts(db, ids, now)).values()].flat();
}

function actFact({ act, note_id, viewer, at }: ActRow): Fact {
  return { kind: 'act', at: at.getTime(), viewer, note: note_id, act };
}

function impressionFact(row: ImpressionRow): Fact {
  const { surface, traffic, reason, pool, slot, propensity, promotion_id } = row;
  return {
    kind: 'impression',
    at: row.at.getTime(),
    viewer: row.viewer_key,
    note: row.note_id,
    surface: surface as ImpressionFact['surface'],
    traffic: traffic as ImpressionFact['traffic'],
    reason: reason as ImpressionFact['reason'],
    pool,
    slot,
    propensity,
    ...(promotion_id === null ? {} : { promotion: promotion_id }),
  };
}
