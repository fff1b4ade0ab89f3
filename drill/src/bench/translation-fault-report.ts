import { formatTable } from '../table.ts';
import type { FaultFigures, FaultReport } from './translation-faults.ts';

export function formatFaultReport({ loadBefore, loadAfter, options, faults }: FaultReport): string {
  const { notes, rate, seconds, rounds } = options;
  const pages = faults.flatMap(({ fault, pages: of }) =>
    of.map(({ view, without, with: wanted, ratio }) => [
      ...[fault, view, without.p50, without.p99, wanted.p50, wanted.p99],
      ...[`${ratio} ×`, ratio <= 1.2 ? 'met' : 'MISSED'],
    ]),
  );
  return [
    `Node ${process.version}; load before ${loadBefore.toFixed(2)}, after ${loadAfter.toFixed(2)}; the engine is a stub`,
    `${notes} notes; ${rate} pages a second for ${seconds} s without and ${seconds} s with translation, ${rounds} times in turn`,
    '',
    formatTable([
      ['engine', 'page', 'p50 ms', 'p99 ms', 'with: p50', 'with: p99', 'ratio of p99', '≤ 1.2 ×'],
      ...pages,
    ]),
    '',
    formatTable([
      [
        'engine',
        'told in ms, p50',
        'p99',
        'engine calls',
        'refused',
        'rows kept',
        'generator late, p99 ms',
        'with',
        '',
      ],
      ...faults.map(rowOf),
    ]),
    '',
    ...faults.map(({ fault, states }) => `${fault}: ${JSON.stringify(states)}`),
  ].join('\n');
}

function rowOf({ fault, telling, engineCalls, refused, rowsKept, generatorLate, isMet }: FaultFigures) {
  const { without, with: wanted } = generatorLate;
  const late = [without.toFixed(2), wanted.toFixed(2)];
  return [fault, telling.p50, telling.p99, engineCalls, refused, rowsKept, ...late, isMet ? 'met' : 'MISSED'];
}
