import type { Growth, MeasuredFigures } from './http-bench.ts';
import type { Workload } from './workloads.ts';

export type Measured = MeasuredFigures & Workload;

export interface Target {
  name: string;
  target: string;
  measured: string;
  met: boolean;
}

const mostGrowth = 1.3;
const mostResidentMb = 350;

/** What the project promises, beside what was measured. */
export function targetsOf(measured: readonly Measured[], growth: readonly Growth[], residentMb: number): Target[] {
  return [
    ...measured.flatMap(speedOf),
    ...growth.map(({ name, ratio }) => ({
      name: `${name}: growth to ten times the notes`,
      target: `≤ ${mostGrowth} ×`,
      measured: `${ratio} ×`,
      met: ratio <= mostGrowth,
    })),
    {
      name: 'server resident after the run',
      target: `≤ ${mostResidentMb} MB`,
      measured: `${residentMb} MB`,
      met: residentMb <= mostResidentMb,
    },
  ];
}

function speedOf({ name, target, rps, p99, errors }: Measured): Target[] {
  if (!target) return [];
  const isFastEnough = rps >= target.rps && (target.p99 === undefined || p99 <= target.p99);
  return [
    {
      name,
      target: `≥ ${target.rps} rps${target.p99 === undefined ? '' : `, p99 ≤ ${target.p99} ms`}`,
      measured: `${rps} rps, p99 ${p99} ms${errors > 0 ? `, ${errors} errors` : ''}`,
      met: isFastEnough && errors === 0,
    },
  ];
}
