import { mix32 } from '../hash.ts';
import type { Columns } from '../memory/columns.ts';
import { type poolLocalColumns, TICKET_SLOTS } from './pool-columns.ts';

type LocalColumns = Columns<typeof poolLocalColumns>;

/** A slot that nobody saw within ten minutes is handed out again. */
export const TICKET_SECONDS = 600;
// With a window of eight, a table half full refuses one slot in 250.
const PROBES = 8;
// A quarter of the table at a time: a tenth of a millisecond once a minute.
const SWEEPS = 4;

/**
 * The right to show a note once, from its quota or from a lease. A slot handed out takes a ticket; it is used up by the impression, and
 * comes back when nobody saw the slot in time. A viewer who is given the same note again holds the same ticket.
 */
export interface Tickets {
  has(row: number): boolean;
  /** Any thread. @param now seconds since the epoch */
  take(row: number, viewer: number, now: number): boolean;
  /** The viewer never got to see it: any thread. */
  giveBack(row: number, viewer: number): void;
  /** The viewer saw the note: true when the ticket was one of this process. */
  use(row: number, viewer: number): boolean;
  change(row: number, by: number): void;
  set(row: number, tickets: number): void;
  /** Tickets handed out so long ago come back: all of them within four calls. Writer only. */
  expire(now: number): void;
  clear(): void;
}

/** @param columns local ones, and `poolDeadline`, which tells one note of a row from the next */
export function openTickets(columns: LocalColumns & { poolDeadline: Uint32Array }): Tickets {
  const { poolTickets, poolTicket, poolTicketRow, poolTicketFor, poolTicketAt, poolDeadline } = columns;

  let sweep = 0;

  function nameOf(row: number, viewer: number): number {
    // Never 0, which stands for a free slot.
    return mix32(mix32(row + 1) ^ mix32(poolDeadline[row] as number) ^ viewer) | 0 || 1;
  }

  function slotOf(name: number): number {
    for (let probe = 0; probe < PROBES; probe += 1) {
      const slot = ((name >>> 0) + probe) % TICKET_SLOTS;
      if (Atomics.load(poolTicket, slot) === name) return slot;
    }
    return -1;
  }

  function claimSlot(name: number): number {
    for (let probe = 0; probe < PROBES; probe += 1) {
      const slot = ((name >>> 0) + probe) % TICKET_SLOTS;
      if (Atomics.compareExchange(poolTicket, slot, 0, name) === 0) return slot;
    }
    return -1;
  }

  function take(row: number, viewer: number, now: number): boolean {
    const name = nameOf(row, viewer);
    const held = slotOf(name);
    if (held >= 0) {
      Atomics.store(poolTicketAt, held, now);
      return true;
    }
    if (Atomics.sub(poolTickets, row, 1) <= 0) return refuse(row);
    const slot = claimSlot(name);
    if (slot < 0) return refuse(row);
    poolTicketRow[slot] = row;
    poolTicketFor[slot] = poolDeadline[row] as number;
    Atomics.store(poolTicketAt, slot, now);
    return true;
  }

  function refuse(row: number): boolean {
    Atomics.add(poolTickets, row, 1);
    return false;
  }

  /** Exactly one thread gets to free a slot. A slot without a time is being written: it is not looked at by `expire`. */
  function release(slot: number, name: number): boolean {
    Atomics.store(poolTicketAt, slot, 0);
    return Atomics.compareExchange(poolTicket, slot, name, 0) === name;
  }

  function use(row: number, viewer: number): boolean {
    const name = nameOf(row, viewer);
    const slot = slotOf(name);
    return slot >= 0 && release(slot, name);
  }

  function expire(now: number): void {
    const end = sweep + TICKET_SLOTS / SWEEPS;
    for (let slot = sweep; slot < end; slot += 1) {
      // Most slots are free: a plain look is ten times as fast, and one that was taken this moment is not expired.
      if (poolTicket[slot] === 0) continue;
      // Plain reads: what another thread is changing is looked at again a minute later, or refused by `release`.
      const name = poolTicket[slot] as number;
      if (name === 0) continue;
      const at = Atomics.load(poolTicketAt, slot);
      if (at === 0 || now - at < TICKET_SECONDS) continue;
      const row = poolTicketRow[slot] as number;
      const isSameNote = poolTicketFor[slot] === poolDeadline[row];
      if (release(slot, name) && isSameNote) Atomics.add(poolTickets, row, 1);
    }
    sweep = end % TICKET_SLOTS;
  }

  return {
    has: (row) => Atomics.load(poolTickets, row) > 0,
    take,
    giveBack(row, viewer) {
      if (use(row, viewer)) Atomics.add(poolTickets, row, 1);
    },
    use,
    change: (row, by) => void Atomics.add(poolTickets, row, by),
    set: (row, tickets) => void Atomics.store(poolTickets, row, tickets),
    expire,
    clear() {
      poolTicket.fill(0);
      poolTicketAt.fill(0);
      poolTickets.fill(0);
    },
  };
}
