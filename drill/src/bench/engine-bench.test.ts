import { expect, test } from 'vitest';
import { benchEngine } from './engine-bench.ts';
import { engineTargets, formatEngineReport } from './engine-report.ts';

test('measures a small town on one thread and on workers over the same memory', async () => {
  const report = await benchEngine({ notes: 500, members: 100, seconds: 0.2, threads: 2, say: () => undefined });
  for (const { p50, p99 } of [report.page, report.threads.page, report.eventToPage]) {
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50);
  }
  expect(report.threads.pagesPerSecond).toBeGreaterThan(0);
  expect(report.bytesPerNote).toBeGreaterThan(0);
  expect(report.snapshot.warmStartSeconds).toBeGreaterThan(0);
  const text = formatEngineReport(report);
  for (const { name } of engineTargets(report)) expect(text).toContain(name);
}, 60_000);
