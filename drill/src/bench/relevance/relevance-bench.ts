import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { formatTable } from '../../table.ts';
import * as diversity from './diversity.ts';
import * as kuairand from './kuairand.ts';
import * as ml1m from './ml1m.ts';
import * as ml100k from './ml100k.ts';
import * as replay from './replay.ts';
import { type FigureRow, isMissing, type Missing, type SetReport } from './set-report.ts';

export interface RelevanceOptions {
  /** Folder with a folder for each data set. */
  folder: string;
  /** Sets to run; all when empty. */
  only: readonly string[];
  isQuick: boolean;
  isValidation: boolean;
  say(line: string): void;
}

export interface RelevanceReport {
  machine: { cpus: number; node: string };
  loadBefore: number;
  loadAfter: number;
  seconds: number;
  sets: (SetReport | Missing)[];
}

type RunSet = (options: RelevanceOptions) => Promise<SetReport | Missing> | SetReport;

const sets: Record<string, RunSet> = {
  ml1m: (options) => ml1m.run(join(options.folder, 'ml1m'), options),
  ml100k: (options) => ml100k.run(join(options.folder, 'ml100k'), options),
  diversity: ({ folder }) => diversity.run(join(folder, 'ml100k')),
  kuairand: ({ folder }) => kuairand.run(join(folder, 'kuairand')),
  replay: () => replay.run(),
};

export const relevanceSets = Object.keys(sets);

/** How well models foretell what people come to, on public data of others, and what a replay can be believed. */
export async function benchRelevance(options: RelevanceOptions): Promise<RelevanceReport> {
  const startedAt = performance.now();
  const loadBefore = currentLoad();
  const reports: (SetReport | Missing)[] = [];
  for (const [name, runSet] of Object.entries(sets)) {
    if (options.only.length === 0 || options.only.includes(name)) reports.push(await runSet(options));
  }
  return {
    machine: { cpus: cpus().length, node: process.version },
    loadBefore,
    loadAfter: currentLoad(),
    seconds: Math.round((performance.now() - startedAt) / 1000),
    sets: reports,
  };
}

export function formatRelevance({ machine, loadBefore, loadAfter, seconds, sets: reports }: RelevanceReport): string {
  return [
    `${machine.cpus} cores, Node ${machine.node}; load before ${loadBefore}, after ${loadAfter}; ${seconds} s`,
    ...reports.map((report) => (isMissing(report) ? formatMissing(report) : formatSet(report))),
  ].join('\n\n');
}

/** True when every set that was found kept its promises. */
export function isMet({ sets: reports }: RelevanceReport): boolean {
  return reports.every((report) => isMissing(report) || report.targets.every(({ met }) => met));
}

function formatMissing({ set, missing }: Missing): string {
  return `${set}: not run, the folder lacks ${missing.join(', ')}`;
}

function formatSet({ set, about, rows, targets, seconds }: SetReport): string {
  const protocols = [...new Set(rows.map(({ protocol }) => protocol))];
  const tables = protocols.map((protocol) =>
    formatRows(
      protocol,
      rows.filter((row) => row.protocol === protocol),
    ),
  );
  const promises = targets.map(({ name, target, measured, met }) => [name, target, measured, met ? 'met' : 'MISSED']);
  return [
    `${set}: ${about} (${seconds} s)`,
    ...tables,
    ...(promises.length > 0 ? [formatTable([['promise', 'target', 'measured', ''], ...promises])] : []),
  ].join('\n\n');
}

function formatRows(protocol: string, rows: readonly FigureRow[]): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  const cells = rows.map(({ model, isPublished, figures }) => [
    isPublished === true ? `${model} — as published` : model,
    ...names.map((name) => formatFigure(figures[name])),
  ]);
  return formatTable([[protocol, ...names], ...cells]);
}

function formatFigure(value: number | undefined): string {
  if (value === undefined) return '';
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(4);
}

function currentLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
