import type { TrafficEngine } from '@teahouse/engine';
import type { Grant, WaitingNote } from './protocol.ts';

/** `poolStates.waiting` of the engine. */
const WAITING = 1;

/** Notes that are owed a first audience, the most urgent first, and behind them those that hold tickets for no use. */
export function waitingNotes({ parts, stats }: TrafficEngine, most: number): WaitingNote[] {
  const { columns, local, store } = parts;
  const now = stats().now / 1_000;
  const outstanding = outstandingByRow(local);
  const rows: { row: number; urgency: number }[] = [];
  for (let row = 0; row < store.capacity; row += 1) {
    const isOwed = columns.poolState[row] === WAITING;
    if (!isOwed && (local.poolTickets[row] ?? 0) <= 0) continue;
    const owed = (columns.poolQuota[row] ?? 0) - (columns.poolDelivered[row] ?? 0);
    rows.push({ row, urgency: isOwed ? owed / Math.max(1, (columns.poolDeadline[row] ?? 0) - now) : 0 });
  }
  rows.sort((a, b) => b.urgency - a.urgency || a.row - b.row);
  return rows.slice(0, most).map(({ row, urgency }) => ({
    row,
    note: store.idOf(row),
    quota: columns.poolQuota[row] ?? 0,
    delivered: columns.poolDelivered[row] ?? 0,
    left: Math.max(0, local.poolTickets[row] ?? 0),
    outstanding: outstanding.get(row) ?? 0,
    isUrgent: urgency > 0,
  }));
}

function outstandingByRow({ poolTicket, poolTicketRow }: TrafficEngine['parts']['local']): Map<number, number> {
  const counts = new Map<number, number>();
  for (let slot = 0; slot < poolTicket.length; slot += 1) {
    if (poolTicket[slot] === 0) continue;
    const row = poolTicketRow[slot] ?? 0;
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

/** Rows are used again: tickets are for the note they were leased for. */
export function grantTickets({ parts }: TrafficEngine, grants: readonly Grant[]): void {
  for (const { row, note, tickets } of grants) if (parts.store.idOf(row) === note) parts.pools.grant(row, tickets);
}
