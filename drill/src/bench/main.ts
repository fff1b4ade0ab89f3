import { parseArgs } from 'node:util';
import { benchEngine, type EngineBenchOptions } from './engine-bench.ts';
import { engineTargets, formatEngineReport, isTargetMet } from './engine-report.ts';
import { type BenchOptions, benchHttp } from './http-bench.ts';
import {
  benchRelevance,
  formatRelevance,
  isMet,
  type RelevanceOptions,
  relevanceSets,
} from './relevance/relevance-bench.ts';
import { formatReport } from './report.ts';
import { formatFaultReport } from './translation-fault-report.ts';
import { benchTranslationFaults, type FaultOptions } from './translation-faults.ts';

const usage = `npm run bench -- http [--json] [--growth] [--notes 200000] [--members 5000] [--connections 16] [--seconds 8] [--only discover,like] [--keep] [--data <kept folder>]
npm run bench -- translation-faults [--json] [--notes 2000] [--rate 20] [--seconds 3] [--rounds 4] [--only down,slow,broken,garbage,rate-limited]
npm run bench -- relevance --data <folder> [--json] [--only ${relevanceSets.join(',')}] [--quick] [--validation]
npm run bench -- engine [--json] [--notes 1000000] [--members 50000] [--seconds 10] [--threads 2]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    data: { type: 'string' },
    notes: { type: 'string' },
    members: { type: 'string' },
    connections: { type: 'string', default: '16' },
    seconds: { type: 'string' },
    rate: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    threads: { type: 'string', default: '2' },
    quick: { type: 'boolean', default: false },
    validation: { type: 'boolean', default: false },
  },
});

if (positionals[0] === 'http') {
  const report = await benchHttp(readOptions());
  console.log(values.json ? JSON.stringify(report, null, 2) : formatReport(report));
} else if (positionals[0] === 'translation-faults') {
  const report = await benchTranslationFaults(readFaultOptions());
  console.log(values.json ? JSON.stringify(report, null, 2) : formatFaultReport(report));
  process.exitCode = report.faults.every(({ isMet }) => isMet) ? 0 : 1;
} else if (positionals[0] === 'relevance' && values.data !== undefined) {
  const report = await benchRelevance(readRelevanceOptions(values.data));
  console.log(values.json ? JSON.stringify(report, null, 2) : formatRelevance(report));
  process.exitCode = isMet(report) ? 0 : 1;
} else if (positionals[0] === 'engine') {
  const report = await benchEngine(readEngineOptions());
  console.log(values.json ? JSON.stringify(report, null, 2) : formatEngineReport(report));
  process.exitCode = engineTargets(report).every(isTargetMet) ? 0 : 1;
} else {
  console.error(usage);
  process.exitCode = 2;
}

function readOptions(): BenchOptions {
  return {
    notes: Number(values.notes ?? 200_000),
    members: Number(values.members ?? 5_000),
    connections: Number(values.connections),
    seconds: Number(values.seconds ?? 8),
    warmUpSeconds: 2,
    only: readOnly(),
    measuresGrowth: values.growth,
    isKept: values.keep,
    dataDir: values.data,
    // Beside the result on stdout, so that `--json` can be piped.
    say: (line) => console.error(line),
  };
}

function readFaultOptions(): FaultOptions {
  return {
    notes: Number(values.notes ?? 2_000),
    rate: Number(values.rate),
    seconds: Number(values.seconds ?? 3),
    rounds: Number(values.rounds),
    only: readOnly(),
    say: (line) => console.error(line),
  };
}

function readRelevanceOptions(folder: string): RelevanceOptions {
  return {
    folder,
    only: readOnly(),
    isQuick: values.quick,
    isValidation: values.validation,
    say: (line) => console.error(line),
  };
}

function readEngineOptions(): EngineBenchOptions {
  return {
    notes: Number(values.notes ?? 1_000_000),
    members: Number(values.members ?? 50_000),
    seconds: Number(values.seconds ?? 10),
    threads: Number(values.threads),
    say: (line) => console.error(line),
  };
}

function readOnly(): string[] {
  return values.only.split(',').filter(Boolean);
}
