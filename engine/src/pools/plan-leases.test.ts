import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { poolPicks } from './choose-first-pool.ts';
import { type LeaseQuestion, planLeases } from './plan-leases.ts';
import { noon, poolsWorld, second } from './pools-world.fixture.ts';

const question: LeaseQuestion = {
  row: 0,
  quota: 100,
  delivered: 0,
  grantedElsewhere: 0,
  grantedToDead: 0,
  usedByLive: 0,
  grantedHere: 0,
  leftHere: 0,
};
const wish = { stock: 8, isUrgent: () => true };

test.each([
  ['takes its stock', {}, 8],
  ['fills it up', { grantedHere: 8, leftHere: 3 }, 5],
  ['keeps what it has', { grantedHere: 8, leftHere: 8 }, 0],
  ['takes no more than is left', { grantedElsewhere: 90, grantedHere: 6 }, 4],
  ['nothing when all is leased', { grantedElsewhere: 94, grantedHere: 6 }, 0],
  ['counts impressions that came without a ticket', { delivered: 97, grantedElsewhere: 20 }, 3],
  [
    'takes over what a dead process did not use',
    { grantedElsewhere: 50, grantedToDead: 50, delivered: 40, usedByLive: 0 },
    8,
  ],
  ['and only that', { grantedElsewhere: 50, grantedToDead: 50, delivered: 97, usedByLive: 49 }, 2],
  ['nothing beyond the quota, whatever went wrong', { delivered: 130 }, 0],
])('%s', (_, some, tickets) => {
  expect(planLeases([{ ...question, ...some }], wish)).toEqual(tickets === 0 ? [] : [{ row: 0, tickets }]);
});

test('gives back what it has of notes that are not urgent here', () => {
  const questions = [{ ...question, leftHere: 3, grantedHere: 8 }];
  expect(planLeases(questions, { stock: 8, isUrgent: () => false })).toEqual([{ row: 0, tickets: -3 }]);
});

interface Traffic {
  seed: number;
  /** Delay of the log in steps of 100 ms. */
  delay: number;
  /** Share of slots that are seen. */
  seen: number;
  notes: number;
}

/** Three processes over one log that reaches them late, and one table of leases. */
function threeReplicas({ seed, delay, seen, notes }: Traffic): { impressions: number[]; quota: number } {
  const random = seededRandom(seed);
  const replicas = [1, 2, 3].map(() => ({ ...poolsWorld(notes), granted: new Int32Array(notes) }));
  for (const replica of replicas) {
    replica.pools.resetTickets(true);
    for (let row = 0; row < notes; row += 1) replica.publish(row);
  }
  const log: { row: number; viewer: number; reads: number }[] = [];
  const impressions = new Array<number>(notes).fill(0);
  const read = [0, 0, 0];
  const picks = poolPicks(8);
  const chosen = new Uint32Array(4);
  for (let step = 0; step < 600; step += 1) {
    const now = noon + step * 100;
    for (const [index, replica] of replicas.entries()) {
      for (; (log[read[index] as number]?.reads ?? Infinity) <= step; read[index] = (read[index] as number) + 1) {
        const { row, viewer } = log[read[index] as number] as (typeof log)[number];
        replica.pools.impression(row, viewer, 'free', now);
      }
      if (step % 20 === index) lease(replica, replicas, notes);
      if (random() < 0.5) continue;
      const viewer = Math.floor(random() * 2 ** 32);
      replica.pools.collect(now, 1, () => true, picks);
      picks.scores.fill(1);
      const count = replica.pools.choose(picks, 4, 1, viewer, now, chosen);
      for (const pick of chosen.subarray(0, count)) {
        if (random() > seen) continue;
        const row = picks.rows[pick] as number;
        impressions[row] = (impressions[row] as number) + 1;
        log.push({ row, viewer, reads: step + 1 + Math.floor(delay * (0.5 + random())) });
      }
    }
    log.sort((one, other) => one.reads - other.reads);
  }
  return { impressions, quota: 100 };
}

type Replica = ReturnType<typeof poolsWorld> & { granted: Int32Array };

function lease(here: Replica, all: readonly Replica[], notes: number): void {
  const questions = Array.from({ length: notes }, (_, row) => ({
    ...question,
    row,
    delivered: here.columns.poolDelivered[row] as number,
    grantedElsewhere:
      all.reduce((sum, { granted }) => sum + (granted[row] as number), 0) - (here.granted[row] as number),
    grantedHere: here.granted[row] as number,
    leftHere: here.columns.poolTickets[row] as number,
  })).filter(({ row }) => here.columns.poolState[row] === 1);
  for (const { row, tickets } of planLeases(questions, wish)) {
    here.granted[row] = (here.granted[row] as number) + tickets;
    here.pools.grant(row, tickets);
  }
}

test('three processes with logs 1–2 s late never show a first pool more often than promised', () => {
  const traffic = fc.record({
    seed: fc.nat(),
    delay: fc.integer({ min: 1, max: 20 }),
    seen: fc.double({ min: 0.5, max: 1, noNaN: true }),
    notes: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(traffic, (some) => {
      const { impressions, quota } = threeReplicas(some);
      expect(Math.max(...impressions)).toBeLessThanOrEqual(quota);
      expect(impressions.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
    }),
    { numRuns: 8 },
  );
});

test('slots that nobody sees come back after ten minutes, and the promise is kept to the last impression', () => {
  const { pools, columns, publish } = poolsWorld(2);
  publish(0);
  for (let viewer = 1; viewer <= 100; viewer += 1) expect(take(viewer, noon)).toBe(true);
  expect(take(101, noon)).toBe(false);
  // The same viewer asks again: the same ticket.
  expect(take(1, noon + second)).toBe(true);
  pools.impression(0, 1, 'free', noon + 2 * second);
  for (let minute = 0; minute < 4; minute += 1) pools.tick(noon + (601 + 60 * minute) * second);
  expect(columns.poolTickets[0]).toBe(99);
  expect(take(101, noon + 800 * second)).toBe(true);
  pools.giveBack(0, 101);
  expect(columns.poolTickets[0]).toBe(99);
  pools.resetTickets(false);
  expect(columns.poolTickets[0]).toBe(99);

  function take(viewer: number, now: number): boolean {
    const picks = poolPicks(1);
    picks.rows[0] = 0;
    picks.scores[0] = 1;
    picks.urgencies[0] = 1;
    picks.count = 1;
    return pools.choose(picks, 1, 1, viewer, now, new Uint32Array(1)) === 1;
  }
});

test('tickets of a note that is gone do not come back to the next one in its row', () => {
  const { pools, columns, publish } = poolsWorld(2);
  publish(0);
  const picks = poolPicks(1);
  pools.collect(noon, 1, () => true, picks);
  expect(pools.choose(picks, 1, Number.NaN, 5, noon, new Uint32Array(1))).toBe(1);
  pools.leave(0);
  publish(0, { at: noon + 60 * second });
  for (let minute = 0; minute < 4; minute += 1) pools.tick(noon + (700 + 60 * minute) * second);
  expect(columns.poolTickets[0]).toBe(100);
});
