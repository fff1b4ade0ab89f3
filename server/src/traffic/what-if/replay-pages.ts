import type { TrafficPolicy } from '@teahouse/engine';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';
import type { Deps } from '../../platform/deps.ts';
import { readFacts, writeFacts } from '../log/fact-json.ts';
import { logDaysKept } from '../log/keep-log.ts';
import { selectLogAfter } from '../log/traffic-log.sql.ts';
import { type EngineThreads, openThreads } from '../replica/open-threads.ts';
import { startThread } from '../replica/thread.ts';
import type { KeptSnapshot } from '../snapshots/store-snapshots.ts';
import type { ReplayedPage } from './compare-pages.ts';
import type { Moment } from './moments.sql.ts';

const rowsAtOnce = 200;

export interface Replay {
  snapshot: KeptSnapshot;
  size: Parameters<typeof openThreads>[1]['size'];
  policy: TrafficPolicy;
  moments: readonly Moment[];
  pageSize: number;
  signal: AbortSignal;
}

/**
 * The pages of a policy at these moments, in an engine of their own that learns what happened in between from the log.
 *
 * @param last asked of the engine when the last page is made
 */
export async function replayPages<T>(
  deps: Pick<Deps, 'db' | 'clock'>,
  replay: Replay,
  last: (threads: EngineThreads, pages: ReplayedPage[]) => Promise<T>,
): Promise<T> {
  const { snapshot, size, policy, moments, signal } = replay;
  const bytes = snapshot.bytes.slice();
  const threads = await openThreads(startThread, { readers: 0, size, policy, snapshot: bytes, isLeased: false });
  try {
    const [first] = moments;
    const facts = writeFacts([{ kind: 'policy', at: first?.at.getTime() ?? 0, policy }]);
    await threads.writer.ask('apply', { rows: [{ position: snapshot.position, facts }] });
    const follow = followLog(deps, threads, snapshot.position);
    const pages: ReplayedPage[] = [];
    for (const moment of moments) {
      signal.throwIfAborted();
      await follow(moment.at);
      pages.push(await pageAt(threads, moment, replay.pageSize));
    }
    return await last(threads, pages);
  } finally {
    await threads.end();
  }
}

async function pageAt(threads: EngineThreads, { viewer, at, languages, follows }: Moment, size: number) {
  const answer = await threads.page({
    viewer,
    now: at.getTime(),
    size,
    languages,
    followedAuthors: follows,
    hiddenAuthors: [viewer],
    shown: [],
    isPersonal: true,
    seed: `${viewer} ${at.getTime()}`,
  });
  return { languages, slots: answer?.page.slots ?? [] };
}

/** Applies the log before a time, without what was seen of the page itself; the policy of the replay stays in force. */
function followLog({ db, clock }: Pick<Deps, 'db' | 'clock'>, { writer }: EngineThreads, start: number) {
  const sinceDay = dayOf(clock.now() - logDaysKept * 86_400_000);
  let position = start;
  let waiting: { position: number; at: Date; facts: string }[] = [];
  let isOver = false;
  return async (until: Date) => {
    for (;;) {
      if (waiting.length === 0 && !isOver) {
        waiting = await selectLogAfter(db, position, sinceDay, rowsAtOnce);
        isOver = waiting.length < rowsAtOnce;
      }
      const end = waiting.findIndex(({ at }) => at >= until);
      const due = end < 0 ? waiting : waiting.slice(0, end);
      if (due.length === 0) return;
      waiting = waiting.slice(due.length);
      position = due.at(-1)?.position ?? position;
      await writer.ask('apply', {
        rows: due.map((row) => ({ position: row.position, facts: withoutPolicies(row.facts) })),
      });
      if (waiting.length > 0) return;
    }
  };
}

function withoutPolicies(facts: string): string {
  if (!facts.includes('"policy"')) return facts;
  return writeFacts(readFacts(facts).filter(({ kind }) => kind !== 'policy'));
}
