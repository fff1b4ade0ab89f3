import { setTimeout as delay } from 'node:timers/promises';
import { endDatabase, type HouseProcess, startHouse } from '../../process/house-process.ts';
import { openTemporaryFolder } from '../../process/temporary-folder.ts';
import { type FaultCase, type Outcome, outcomeOf, withoutLimits } from '../fault-case.ts';
import { verifyWrites, withDatabase } from '../verify-writes.ts';
import { isFine } from '../visitor.ts';
import { startWriters, type WriteLog } from '../writers.ts';

const writingMilliseconds = 3_000;
/** An abandoned idempotency key is taken up again after half a minute. */
const retryMilliseconds = 45_000;

export const killServer: FaultCase = {
  name: 'kill −9 of the server under 8 writers',
  expectation: '0 acknowledged writes lost, 0 half-written notes, ready again ≤ 5 s, a repeated request finds its note',
  async run() {
    using folder = openTemporaryFolder('faults');
    const dataDir = `${folder.path}/data`;
    try {
      const before = await startHouse({ dataDir, env: withoutLimits });
      const log = await writeUntilKilled(before);
      await using after = await startHouse({ dataDir, env: withoutLimits });
      return await verify(after, log);
    } finally {
      endDatabase(dataDir);
    }
  },
};

async function writeUntilKilled(house: HouseProcess): Promise<WriteLog> {
  await using disposable = house;
  const writers = await startWriters(disposable);
  await delay(writingMilliseconds);
  await house.kill();
  await writers.stop();
  return writers.log;
}

async function verify(house: HouseProcess, log: WriteLog): Promise<Outcome> {
  const { lost, halfWritten, wrongCounters } = await verifyWrites(house, log);
  const doubled = await repeatUnanswered(house, log);
  const written = log.notes.length + log.likes.length + log.comments.length;
  return outcomeOf([
    [`${written} acknowledged, ${lost} lost`, written > 0 && lost === 0],
    [`${halfWritten} half-written`, halfWritten === 0],
    [`${wrongCounters} counters wrong`, wrongCounters === 0],
    [`ready after ${seconds(house.readyMilliseconds)}`, house.readyMilliseconds <= 5_000],
    [`${log.unanswered.length} unanswered repeated, ${doubled} missing or doubled`, doubled === 0],
  ]);
}

/** Sends again what the crash left without an answer. Returns for how many there is not exactly one note afterwards. */
async function repeatUnanswered(house: HouseProcess, { unanswered }: WriteLog): Promise<number> {
  const firstOfEach = unanswered.filter(
    ({ writer }, index) => unanswered.findIndex((other) => other.writer === writer) === index,
  );
  await Promise.all(
    firstOfEach.map(async ({ writer, key, body }) => {
      writer.moveTo(house);
      const end = performance.now() + retryMilliseconds;
      const send = () => writer.send('POST', '/api/notes', { body, headers: { 'idempotency-key': key } });
      while (!isFine(await send()) && performance.now() < end) await delay(1_000);
    }),
  );
  const titles = firstOfEach.map(({ body }) => body.title);
  return withDatabase(house, async (client) => {
    const { rows } = await client.query<{ title: string }>(
      'select title from note where title = any($1) group by title having count(*) = 1',
      [titles],
    );
    return titles.length - rows.length;
  });
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
