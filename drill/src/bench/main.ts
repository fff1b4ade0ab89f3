import { parseArgs } from 'node:util';
import { type BenchOptions, benchHttp } from './http-bench.ts';
import { formatReport } from './report.ts';

const usage = `npm run bench -- http [--json] [--growth] [--notes 200000] [--members 5000] [--connections 16] [--seconds 8] [--only discover,like] [--keep] [--data <kept folder>]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    data: { type: 'string' },
    notes: { type: 'string', default: '200000' },
    members: { type: 'string', default: '5000' },
    connections: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '8' },
    only: { type: 'string', default: '' },
  },
});

if (positionals[0] === 'http') {
  const report = await benchHttp(readOptions());
  console.log(values.json ? JSON.stringify(report, null, 2) : formatReport(report));
} else {
  console.error(usage);
  process.exitCode = 2;
}

function readOptions(): BenchOptions {
  return {
    notes: Number(values.notes),
    members: Number(values.members),
    connections: Number(values.connections),
    seconds: Number(values.seconds),
    warmUpSeconds: 2,
    only: values.only.split(',').filter(Boolean),
    measuresGrowth: values.growth,
    isKept: values.keep,
    dataDir: values.data,
    // Beside the result on stdout, so that `--json` can be piped.
    say: (line) => console.error(line),
  };
}
