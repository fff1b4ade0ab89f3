/** Milliseconds. */
export interface Latencies {
  p50: number;
  p95: number;
  p99: number;
  most: number;
}

export function summarise(durations: readonly number[]): Latencies {
  const sorted = Float64Array.from(durations).sort();
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
