import { formatTable } from '../table.ts';
import type { EngineBenchReport } from './engine-bench.ts';

/** What a figure must not exceed, or must reach (docs: engine, "Targets"). */
interface Target {
  name: string;
  measured: number;
  target: number;
  isFloor?: boolean;
}

const MEGABYTE = 1e6;
const MILLION = 1e6;

export function engineTargets(report: EngineBenchReport): Target[] {
  return [
    { name: 'page p50 ms, one thread', measured: report.page.p50, target: 5 },
    { name: 'page p99 ms, one thread', measured: report.page.p99, target: 15 },
    { name: 'pages a second, two threads', measured: report.threads.pagesPerSecond, target: 400, isFloor: true },
    { name: 'event to next page p99 ms', measured: report.eventToPage.p99, target: 1_000 },
    { name: 'MB for 1 M notes', measured: (report.bytesPerNote * MILLION) / MEGABYTE, target: 350 },
    { name: 'bytes a member', measured: report.bytesPerMember, target: 2_048 },
    { name: 'warm start s for 1 M notes', measured: report.snapshot.secondsPerMillionNotes, target: 5 },
  ];
}

export function isTargetMet({ measured, target, isFloor = false }: Target): boolean {
  return isFloor ? measured >= target : measured <= target;
}

export function formatEngineReport(report: EngineBenchReport): string {
  const { machine, page, cpu, threads, eventToPage, snapshot } = report;
  const count = (number: number) => number.toLocaleString('en');
  return [
    `${machine.cpus} cores, ${machine.memoryGb} GB, Node ${machine.node}; load before ${report.loadBefore}, after ${report.loadAfter}`,
    `${count(report.notes)} notes, ${count(report.members)} members; state ${report.stateMb} MB, resident ${report.rssMb} MB`,
    '',
    formatTable([
      ['', 'p50 ms', 'p95 ms', 'p99 ms', 'pages/s', 'CPU ms'],
      ['page, one thread', page.p50, page.p95, page.p99, report.pagesPerSecond, report.cpuMsPerPage],
      ['its processor time', cpu.p50, cpu.p95, cpu.p99, '', ''],
      [
        `page, ${threads.count} threads`,
        threads.page.p50,
        threads.page.p95,
        threads.page.p99,
        threads.pagesPerSecond,
        '',
      ],
      ['event to next page', eventToPage.p50, eventToPage.p95, eventToPage.p99, '', ''],
    ]),
    '',
    `${count(report.notesPerSecond)} notes/s, ${count(report.factsPerSecond)} other facts/s applied`,
    `snapshot ${snapshot.mb} MB written in ${snapshot.seconds} s, first page after a start in ${snapshot.warmStartSeconds} s`,
    '',
    formatTable([
      ['target', 'at most / least', 'measured', ''],
      ...engineTargets(report).map((target) => [
        target.name,
        target.target,
        target.measured,
        isTargetMet(target) ? 'met' : 'MISSED',
      ]),
    ]),
  ].join('\n');
}
