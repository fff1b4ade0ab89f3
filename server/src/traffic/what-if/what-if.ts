import { Problem, type ResponseOf, type trafficOperationsRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { findPolicyProblems } from '../policy/check-policy.ts';
import type { PolicyInForce } from '../policy/policy-in-force.ts';
import type { Replica } from '../replica/replica.ts';
import { readSnapshotOf } from '../snapshots/store-snapshots.ts';
import { type ReplayedPage, type ShownNotes, sumUpPages } from './compare-pages.ts';
import { selectMoments, selectShownNotes } from './moments.sql.ts';
import { type Replay, replayPages } from './replay-pages.ts';

type WhatIfRoute = typeof trafficOperationsRoutes.whatIf;
type Answer = ResponseOf<WhatIfRoute>;
type WhatIfDeps = Pick<Deps, 'db' | 'clock' | 'blobs' | 'log'>;

const dayMilliseconds = 86_400_000;
/** Two engines read the log of a day meanwhile. */
const mostMilliseconds = 60_000;

/** Replays the pages of the last day with the present and with a proposed policy, beside what is served; one at a time. */
export function createWhatIf(deps: WhatIfDeps, policy: Pick<PolicyInForce, 'current'>, replica: Pick<Replica, 'size'>) {
  let isRunning = false;

  async function compare({ body }: Input<WhatIfRoute>): Promise<Answer> {
    const until = dateOf(deps.clock);
    const from = new Date(until.getTime() - dayMilliseconds);
    const snapshot = await readSnapshotOf(deps, from);
    if (!snapshot) throw new Problem('conflict', 'The engine has kept nothing yet that could be replayed.');
    const moments = await selectMoments(deps.db, from, until, body.pages);
    const signal = AbortSignal.timeout(mostMilliseconds);
    const base = { snapshot, moments, size: replica.size, pageSize: policy.current().page.size, signal };
    const proposal = { ...body.policy, version: policy.current().version + 1 };
    const proposed = await pagesOf(deps, { ...base, policy: proposal, pageSize: proposal.page.size });
    return compareWithPresent(deps, { ...base, policy: policy.current() }, proposed);
  }

  return async (input: Input<WhatIfRoute>): Promise<Answer> => {
    const fields = findPolicyProblems(input.body.policy);
    if (fields.length > 0) throw new Problem('invalid-request', 'The numbers do not fit each other.', { fields });
    if (isRunning) throw new Problem('conflict', 'Another replay is under way.');
    isRunning = true;
    try {
      return await compare(input);
    } catch (error) {
      if (error instanceof DOMException)
        throw new Problem('overloaded', 'The replay took too long; ask for fewer pages.');
      throw error;
    } finally {
      isRunning = false;
    }
  };
}

function pagesOf(deps: WhatIfDeps, replay: Replay): Promise<ReplayedPage[]> {
  return replayPages(deps, replay, async (_, pages) => pages);
}

/** What viewers did with the notes is known to the engine that follows what was really shown. */
function compareWithPresent(deps: WhatIfDeps, replay: Replay, proposed: ReplayedPage[]): Promise<Answer> {
  return replayPages(deps, replay, async ({ writer }, present) => {
    const ids = [...new Set([...present, ...proposed].flatMap(({ slots }) => slots.map(({ note }) => note)))];
    const rates = new Map<string, number>();
    for (const { note, standing } of await writer.ask('standings', { notes: ids })) rates.set(note, standing.rate);
    const shown = await selectShownNotes(deps.db, ids, dateOf(deps.clock));
    const notes: ShownNotes = new Map(shown.map((note) => [note.id, note]));
    const { worth: presentWorth, ...now } = sumUpPages(present, notes, rates);
    const { worth, ...then } = sumUpPages(proposed, notes, rates);
    return {
      pages: present.length,
      present: { ...now, value: 1 },
      proposed: { ...then, value: presentWorth > 0 ? worth / presentWorth : 1 },
    };
  });
}
