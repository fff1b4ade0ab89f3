import { formatTable } from '../table.ts';
import type { BenchReport } from './http-bench.ts';

export function formatReport({ machine, house, run, ...report }: BenchReport): string {
  const count = (number: number) => number.toLocaleString('en');
  const workloads = report.workloads.map((figures) => [
    ...[figures.name, figures.rps, figures.p50, figures.p95, figures.p99, figures.errors],
    ...[figures.serverMs, figures.databaseMs, figures.firstError ?? ''],
  ]);
  const growth = report.growth.map(({ name, small, large, ratio }) => [name, small, large, ratio]);
  const targets = report.targets.map(({ name, target, measured, met }) => [
    name,
    target,
    measured,
    met ? 'met' : 'MISSED',
  ]);
  return [
    `${machine.cpus} cores, ${machine.memoryGb} GB, Node ${machine.node}; load before ${report.loadBefore}, after ${report.loadAfter}`,
    `${count(house.members)} members, ${count(house.notes)} notes, ${count(house.likes)} likes, ${count(house.comments)} comments (made in ${house.seedSeconds} s)`,
    `${run.connections} connections, ${run.seconds} s after ${run.warmUpSeconds} s of warm-up; server resident ${report.residentMb} MB`,
    '',
    formatTable([
      ['workload', 'rps', 'p50 ms', 'p95 ms', 'p99 ms', 'errors', 'server CPU ms', 'database CPU ms', ''],
      ...workloads,
    ]),
    ...(growth.length > 0
      ? [
          '',
          formatTable([
            ['p50 ms at', `${count(house.notes / 10)} notes`, `${count(house.notes)} notes`, 'ratio'],
            ...growth,
          ]),
        ]
      : []),
    '',
    formatTable([['promise', 'target', 'measured', ''], ...targets]),
  ].join('\n');
}
