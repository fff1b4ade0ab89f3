import { parseTextAddress } from '@teahouse/contract';
import type { Fact } from '@teahouse/engine';
import { z } from 'zod';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import { keepDays } from '../../platform/db/day-partitions.sql.ts';
import type { Deps } from '../../platform/deps.ts';
import { writeFacts } from './fact-json.ts';
import { deedNames, newsNames } from './facts-of-deeds.ts';
import { factsOfEvents, noteFacts } from './facts-of-events.ts';
import { insertLogRow } from './traffic-log.sql.ts';

type LogDeps = Pick<Deps, 'db' | 'clock' | 'events' | 'jobs'>;

/** A replica goes on from a snapshot and the log after it; snapshots are at most hours old. */
export const logDaysKept = 3;

/** Translations of a note arrive one text after another. */
const settleMilliseconds = 5_000;

/** Turns what happens in the house into the log that every replica of the engine applies. */
export function keepLog(deps: LogDeps): void {
  const { events, jobs, clock, db } = deps;
  events.onSequence([...deedNames, ...newsNames], async (batch, tx) => {
    const at = clock.now();
    await append(tx, at, await factsOfEvents(tx, batch, at));
  });
  events.on('translation.changed', async (changed, tx) => {
    const noteIds = [...new Set(changed.flatMap(({ address }) => noteAt(address) ?? []))];
    const added = noteIds.map((noteId) => ({ payload: { noteId }, key: `traffic words ${noteId}` }));
    if (added.length > 0) await jobs.addEach(tx, 'traffic.words', added, new Date(clock.now() + settleMilliseconds));
  });
  jobs.define('traffic.words', z.object({ noteId: z.uuid() }), ({ noteId }) =>
    inTransaction(db, async (tx) => {
      const facts = await noteFacts(tx, [noteId], clock.now());
      await append(tx, clock.now(), [...facts.values()].flat());
    }),
  );
  jobs.define('traffic.tick', z.unknown(), () => appendFacts(deps, [{ kind: 'tick', at: clock.now() }]));
  jobs.define('traffic.keepDays', z.unknown(), () => keepDays(db, 'traffic_log', clock.now(), logDaysKept));
  // As often as the engine looks at deadlines and controllers.
  jobs.schedule('*/5 * * * *', 'traffic.tick');
  jobs.schedule('29 2,14 * * *', 'traffic.keepDays');
}

export function appendFacts({ db, clock }: Pick<Deps, 'db' | 'clock'>, facts: readonly Fact[]): Promise<void> {
  return inTransaction(db, (tx) => append(tx, clock.now(), facts));
}

async function append(tx: Tx, at: number, facts: readonly Fact[]): Promise<void> {
  if (facts.length > 0) await insertLogRow(tx, at, writeFacts(facts));
}

function noteAt(address: string): string | undefined {
  const place = parseTextAddress(address);
  return place?.field === 'note.title' || place?.field === 'note.text' ? place.ids[0] : undefined;
}
