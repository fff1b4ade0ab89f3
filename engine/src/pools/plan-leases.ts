/** What a process knows of a waiting note when it looks at the table of leases. All numbers count since the note entered. */
export interface LeaseQuestion {
  row: number;
  quota: number;
  /** Impressions counted in the log, as far as this process has read it. */
  delivered: number;
  /** Tickets ever leased to other processes that live, less those they gave back. */
  grantedElsewhere: number;
  /** The same of processes that have been dead for longer than tickets live. */
  grantedToDead: number;
  /** Impressions of live processes' own tickets, this one's among them. */
  usedByLive: number;
  grantedHere: number;
  /** Tickets left here, not handed out (`poolTickets`). */
  leftHere: number;
}

export interface LeaseWish {
  /** Tickets of one note that a process keeps: about what it hands out until it looks again. */
  stock: number;
  /** The notes that are among this process's most urgent; what it keeps of others it gives back. */
  isUrgent: (row: number) => boolean;
}

export interface Lease {
  row: number;
  /** Tickets more, or fewer. Added to `grantedHere` in the table first, then by `Pools.grant`; the other way round when negative. */
  tickets: number;
}

/**
 * What this process should lease, and give back. Every ticket is the right to one impression, and all that were ever leased never exceed
 * the quota: so the log may be late as it likes, and no process shows a note once too often. The caller reads and writes the table in one
 * transaction.
 */
export function planLeases(questions: readonly LeaseQuestion[], { stock, isUrgent }: LeaseWish): Lease[] {
  const leases: Lease[] = [];
  for (const question of questions) {
    const wanted = isUrgent(question.row) ? stock : 0;
    const tickets = Math.min(wanted - question.leftHere, Math.max(0, freeTickets(question)));
    if (tickets !== 0) leases.push({ row: question.row, tickets });
  }
  return leases;
}

function freeTickets(question: LeaseQuestion): number {
  const { quota, delivered, grantedElsewhere, grantedToDead, grantedHere, usedByLive } = question;
  // Of a dead process's tickets only those count that were used; the log holds them, for they are older than tickets live.
  const usedByDead = Math.min(grantedToDead, Math.max(0, delivered - usedByLive));
  return quota - Math.max(grantedElsewhere + grantedHere + usedByDead, delivered);
}
