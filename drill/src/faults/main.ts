import { parseArgs } from 'node:util';
import { formatTable } from '../table.ts';
import { abortStorm } from './cases/abort-storm.ts';
import { fullDisk } from './cases/full-disk.ts';
import { killDatabase } from './cases/kill-database.ts';
import { killServer } from './cases/kill-server.ts';
import { ownValues } from './cases/own-values.ts';
import { proxies } from './cases/proxies.ts';
import { repeatedViews } from './cases/repeated-views.ts';
import { secondProcess } from './cases/second-process.ts';
import { likeStorm, sameKey } from './cases/storms.ts';
import type { FaultCase, Outcome } from './fault-case.ts';

const cases: readonly FaultCase[] = [
  ...[killServer, killDatabase, secondProcess, fullDisk],
  ...[likeStorm, sameKey, abortStorm, proxies, repeatedViews, ownValues],
];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    /** Runs the cases whose name holds this text. */
    only: { type: 'string', default: '' },
  },
});

interface Result {
  name: string;
  expectation: string;
  measured: string;
  verdict: 'held' | 'FAILED' | 'not run';
  seconds: number;
}

const results: Result[] = [];
for (const fault of cases.filter(({ name }) => name.includes(values.only))) results.push(await judge(fault));
console.log(values.json ? JSON.stringify(results, null, 2) : formatResults(results));
process.exitCode = results.some(({ verdict }) => verdict === 'FAILED') ? 1 : 0;

async function judge({ name, expectation, run }: FaultCase): Promise<Result> {
  console.error(`… ${name}`);
  const startedAt = performance.now();
  const outcome = await run().catch((error: unknown): Outcome => ({ measured: String(error), held: false }));
  const verdict = outcome.missing ? 'not run' : outcome.held ? 'held' : 'FAILED';
  const measured = outcome.missing ? `needs ${outcome.missing}` : outcome.measured;
  console.error(`  ${verdict}: ${measured}`);
  return { name, expectation, measured, verdict, seconds: Math.round((performance.now() - startedAt) / 1000) };
}

function formatResults(all: readonly Result[]): string {
  const rows = all.flatMap(({ name, expectation, measured, verdict, seconds }) => [
    [verdict, name, `${seconds} s`],
    ['', `expected: ${expectation}`, ''],
    ['', `measured: ${measured}`, ''],
  ]);
  return formatTable([['verdict', 'case', 'took'], ...rows]);
}
