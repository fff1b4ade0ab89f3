import type { EnginePage } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';

/** How fast this process's engine makes pages, and what it had to give up in them. */
export interface PageFigures {
  count(page: EnginePage, milliseconds: number): void;
  read(): {
    pagesPerMinute: number;
    p50Milliseconds: number | undefined;
    p99Milliseconds: number | undefined;
    relaxedLastHour: Record<string, number>;
  };
}

const mostTimes = 2_000;
const minuteMilliseconds = 60_000;
const minutes = 60;

export function createPageFigures({ clock, metrics }: Pick<Deps, 'clock' | 'metrics'>): PageFigures {
  const times: { at: number; milliseconds: number }[] = [];
  /** Relaxations by minute, the oldest first. */
  const relaxed: { minute: number; counts: Map<string, number> }[] = [];

  function relaxedNow(): Map<string, number> {
    const minute = Math.floor(clock.now() / minuteMilliseconds);
    if (relaxed.at(-1)?.minute !== minute) relaxed.push({ minute, counts: new Map() });
    while ((relaxed[0]?.minute ?? minute) <= minute - minutes) relaxed.shift();
    return relaxed.at(-1)?.counts ?? new Map();
  }

  return {
    count(page, milliseconds) {
      metrics.trafficPageSeconds.observe(milliseconds / 1_000);
      times.push({ at: clock.now(), milliseconds });
      if (times.length > mostTimes) times.shift();
      const counts = relaxedNow();
      for (const constraint of page.relaxed.flatMap(({ constraints }) => constraints)) {
        metrics.trafficRelaxed.inc({ constraint });
        counts.set(constraint, (counts.get(constraint) ?? 0) + 1);
      }
    },
    read() {
      relaxedNow();
      const sorted = times.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
      return {
        pagesPerMinute: times.filter((time) => clock.now() - time.at < minuteMilliseconds).length,
        p50Milliseconds: at(0.5),
        p99Milliseconds: at(0.99),
        relaxedLastHour: sumOf(relaxed.map(({ counts }) => counts)),
      };
    },
  };
}

function sumOf(counts: readonly Map<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [constraint, count] of counts.flatMap((part) => [...part]))
    sum[constraint] = (sum[constraint] ?? 0) + count;
  return sum;
}
