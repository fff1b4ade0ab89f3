import { type LeaseQuestion, planLeases } from '@teahouse/engine';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { OpenReplica } from '../replica/open-replica.ts';
import type { Grant, WaitingNote } from '../replica/protocol.ts';
import { deleteLeasesBefore, type LeaseRow, lockLeases, putLeases, selectLeases } from './leases.sql.ts';

/** Longer than any look at the table is late. */
const leaseMilliseconds = 60_000;
/** Tickets live ten minutes (engine, pools/tickets.ts): what a dead process handed out is seen by then, or never. */
const ticketMilliseconds = 600_000;
const keptMilliseconds = 86_400_000;
const mostNotes = 500;
/** Tickets of one note that a process keeps, about what it hands out until it looks again. */
const stock = 5;

/**
 * Takes first-pool tickets for the notes that need them most, and gives back those this process has no use for. Together the processes
 * of a house never hand out more than a note's quota, however late the log is.
 */
export async function renewLeases(deps: Pick<Deps, 'db' | 'clock'>, replica: OpenReplica): Promise<void> {
  const { writer } = replica.threads;
  const waiting = await writer.ask('waiting', { most: mostNotes });
  if (waiting.length === 0) return;
  const back = await takeBack(replica, waiting, await findLapsed(deps, replica.node, waiting));
  const grants = await inTransaction(deps.db, async (tx) => {
    await lockLeases(tx);
    const now = deps.clock.now();
    const rows = Map.groupBy(
      await selectLeases(
        tx,
        waiting.map(({ note }) => note),
      ),
      (row) => row.note_id,
    );
    const held = waiting.map((note) =>
      heldHere(note, rows.get(note.note) ?? [], replica.node, back.get(note.row) ?? 0),
    );
    const questions = held.map((here) => questionOf(here, rows.get(here.note.note) ?? [], replica.node, now));
    const urgent = new Set(waiting.flatMap(({ row, isUrgent }) => (isUrgent ? [row] : [])));
    const leases = planLeases(questions, { stock, isUrgent: (row) => urgent.has(row) });
    const more = new Map(leases.flatMap(({ row, tickets }) => (tickets > 0 ? [[row, tickets]] : [])));
    const written = held.map(({ note, granted, used }) => {
      return { note_id: note.note, slots: granted + (more.get(note.row) ?? 0), used };
    });
    await putLeases(tx, replica.node, new Date(now + leaseMilliseconds), written);
    return waiting.flatMap(({ row, note }): Grant[] =>
      more.has(row) ? [{ row, note, tickets: more.get(row) ?? 0 }] : [],
    );
  });
  await writer.ask('grant', { grants });
  await deleteLeasesBefore(deps.db, new Date(deps.clock.now() - keptMilliseconds));
}

async function findLapsed(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  node: string,
  waiting: readonly WaitingNote[],
): Promise<Set<string>> {
  const rows = await selectLeases(
    db,
    waiting.map(({ note }) => note),
  );
  return new Set(rows.filter((row) => row.node === node && isGone(row, clock.now())).map((row) => row.note_id));
}

function isGone({ expires_at }: LeaseRow, now: number): boolean {
  return expires_at.getTime() + ticketMilliseconds < now;
}

interface HeldHere {
  note: WaitingNote;
  granted: number;
  used: number;
  left: number;
}

/**
 * Tickets of notes that need none are taken from the engine before the table says so: in between nobody has them. So are those
 * of a process that slept so long that others took it for dead.
 *
 * @returns tickets by row
 */
async function takeBack(
  { threads }: OpenReplica,
  waiting: readonly WaitingNote[],
  lapsed: ReadonlySet<string>,
): Promise<Map<number, number>> {
  const grants = waiting
    .filter(({ note, isUrgent, left }) => left > 0 && (!isUrgent || lapsed.has(note)))
    .map(({ row, note, left }) => ({ row, note, tickets: -left }));
  if (grants.length > 0) await threads.writer.ask('grant', { grants });
  return new Map(grants.map(({ row, tickets }) => [row, -tickets]));
}

function heldHere(note: WaitingNote, rows: readonly LeaseRow[], node: string, back: number): HeldHere {
  const slots = rows.find((row) => row.node === node)?.slots ?? 0;
  const used = Math.max(0, slots - note.left - note.outstanding);
  return { note, granted: slots - back, used, left: note.left - back };
}

function questionOf(
  { note, granted, used, left }: HeldHere,
  rows: readonly LeaseRow[],
  node: string,
  now: number,
): LeaseQuestion {
  const others = rows.filter((row) => row.node !== node);
  const [dead, live] = [others.filter((row) => isGone(row, now)), others.filter((row) => !isGone(row, now))];
  return {
    row: note.row,
    quota: note.quota,
    delivered: note.delivered,
    grantedElsewhere: sumOf(live.map(({ slots }) => slots)),
    grantedToDead: sumOf(dead.map(({ slots }) => slots)),
    usedByLive: used + sumOf(live.map(({ used: usedThere }) => usedThere)),
    grantedHere: granted,
    leftHere: left,
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
