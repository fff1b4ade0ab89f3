import { type exposureRoutes, type NoteId, Problem, type ResponseOf } from '@teahouse/contract';
import type { Actor, Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { ExposureDeps } from './exposure-deps.ts';
import { selectNoteHours, selectNoteLedger, selectNoteOutcome } from './note-exposure.sql.ts';
import { sidesOf } from './note-exposure-view.ts';
import { selectNotePools, selectPoolSteps } from './note-pools.sql.ts';
import { viewPool, viewPoolStep } from './pool-view.ts';

type NoteRoute = typeof exposureRoutes.note;

const timelineMilliseconds = 14 * 86_400_000;
/** Opens below this number say nothing about anyone. */
const leastOpens = 5;

/** Who saw a note, why, and how far it came: for its author, and for those who keep the house. */
export async function getNoteExposure(
  deps: Pick<ExposureDeps, 'db' | 'clock' | 'policy'>,
  { params, actor }: Input<NoteRoute>,
): Promise<ResponseOf<NoteRoute>> {
  const { db, clock } = deps;
  const [noteId, now] = [params.noteId as NoteId, dateOf(clock)];
  const outcome = await selectNoteOutcome(db, noteId);
  if (!outcome || !mayRead(actor, outcome.author_id)) throw new Problem('not-found');
  const [{ counted, opening, sums }, hours, [pool], steps] = await Promise.all([
    selectNoteLedger(db, noteId, now),
    selectNoteHours(db, noteId, new Date(now.getTime() - timelineMilliseconds), now),
    selectNotePools(db, [noteId]),
    selectPoolSteps(db, noteId),
  ]);
  const { author_id, translated, ...viewers } = outcome;
  return {
    noteId,
    impressions: counted,
    viewers,
    ...(viewers.opened >= leastOpens ? { translatedShare: Math.min(1, translated / viewers.opened) } : {}),
    ...sidesOf(sums),
    byHour: hours.map(({ hour, impressions }) => ({ at: hour.toISOString(), impressions })),
    pool: viewPool(pool, deps.policy()),
    steps: steps.map(viewPoolStep),
    isBalanced: sums.reduce((sum, row) => sum + row.impressions, opening) === counted,
    asOf: now.toISOString(),
  };
}

function mayRead(actor: Actor, authorId: string): boolean {
  return actor.memberId === authorId || actor.role !== 'member';
}
