import type { ChildProcess } from 'node:child_process';
import { spawnServer } from '../../process/house-process.ts';
import { type FaultCase, inNewHouse, outcomeOf, withoutLimits } from '../fault-case.ts';
import { queryCount, withDatabase } from '../verify-writes.ts';
import { isFine, signUp } from '../visitor.ts';
import { noteBody } from '../writers.ts';

const preload = new URL('./say-started.ts', import.meta.url);

export const secondProcess: FaultCase = {
  name: 'second process on the folder',
  expectation: 'exits 78 within 1 s of Node being up, says who holds the folder, 0 rows lost, the first serves on',
  run: () =>
    inNewHouse(withoutLimits, async (house) => {
      const member = await signUp(house, 'firstguest');
      for (const title of ['One', 'Two', 'Three']) await member.send('POST', '/api/notes', { body: noteBody(title) });
      const second = await observe(spawnServer(house.dataDir, withoutLimits, preload));
      const after = await member.send('POST', '/api/notes', { body: noteBody('Four') });
      const notes = await withDatabase(house, (client) => queryCount(client, 'select count(*) from note'));
      return outcomeOf([
        [`exit code ${second.code}`, second.code === 78],
        [`${Math.round(second.milliseconds)} ms after Node was up`, second.milliseconds <= 1_000],
        [`named process ${house.pid}`, second.said.includes(`process ${house.pid}`)],
        [`${notes} of 4 rows`, notes === 4 && isFine(after)],
      ]);
    }),
};

interface Observed {
  code: number | null;
  /** From Node being up to the end. */
  milliseconds: number;
  said: string;
}

function observe(child: ChildProcess): Promise<Observed> {
  let upAt = performance.now();
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    if (said === '') upAt = performance.now();
    said += chunk;
  });
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      clearTimeout(late);
      resolve({ code, milliseconds: performance.now() - upAt, said });
    });
  });
}
