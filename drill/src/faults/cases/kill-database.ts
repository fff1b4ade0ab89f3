import { setTimeout as delay } from 'node:timers/promises';
import { type FaultCase, inNewHouse, outcomeOf, withoutLimits } from '../fault-case.ts';
import { verifyWrites } from '../verify-writes.ts';
import { startWriters, type WriteLog } from '../writers.ts';
import { seconds } from './kill-server.ts';

const recoveryLimit = 10_000;

export const killDatabase: FaultCase = {
  name: 'kill −9 of every PostgreSQL process under 8 writers',
  expectation: 'writes fail with a problem, service returns by itself ≤ 10 s, 0 acknowledged writes lost',
  run: () =>
    inNewHouse(withoutLimits, async (house) => {
      const writers = await startWriters(house);
      await delay(1_500);
      const killed = house.killDatabase();
      const outage = await untilNextYes(writers.log);
      await delay(1_500);
      await writers.stop();
      const { log } = writers;
      const { lost, halfWritten, wrongCounters } = await verifyWrites(house, log);
      const refusals = [...log.refusals].map(([name, times]) => `${times} × ${name}`).join(', ');
      const written = log.notes.length + log.likes.length + log.comments.length;
      return outcomeOf([
        [`${killed} processes killed, back after ${seconds(outage)}`, killed > 0 && outage <= recoveryLimit],
        [`refused meanwhile: ${refusals}`, isHonest(log)],
        [`${log.unanswered.length} without an answer`, log.unanswered.length === 0],
        [`${written} acknowledged, ${lost} lost, ${halfWritten} half-written`, lost === 0 && halfWritten === 0],
        [`${wrongCounters} counters wrong`, wrongCounters === 0],
      ]);
    }),
};

/** Nobody was told something else than that the database is away. */
function isHonest({ refusals, strange }: WriteLog): boolean {
  return refusals.size > 0 && strange.length === 0 && [...refusals.keys()].every((name) => name.startsWith('503 '));
}

async function untilNextYes(log: WriteLog): Promise<number> {
  const killedAt = performance.now();
  // Answers that were already under way may still arrive in the first moments.
  await delay(100);
  const calmAt = performance.now();
  while (log.lastYesAt <= calmAt && performance.now() - killedAt < 3 * recoveryLimit) await delay(10);
  return (log.lastYesAt <= calmAt ? performance.now() : log.lastYesAt) - killedAt;
}
