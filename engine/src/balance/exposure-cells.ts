import { memberGroups } from '../traffic/facts.ts';
import type { BalanceCell } from './balance.ts';
import { BUCKET_SECONDS, BUCKETS, CELLS, GROUPS, house, LANGUAGES, NOTE_CELLS } from './balance-columns.ts';
import type { BalanceColumns } from './topic-table.ts';

const WEEK = 7 * 86_400;
// Tastes are aged together once an hour, which is fine enough for a week.
const AGEING_SECONDS = 3_600;

/** Who was shown whose notes in which language, over the last day; times in seconds since the epoch. */
export interface ExposureCells {
  note(creators: number, language: number, now: number): void;
  impression(creators: number, viewers: number, language: number, now: number): void;
  liking(viewers: number, language: number, now: number): void;
  /** Cells in which anything happened during the last day. */
  list(languageOf: (code: number) => string, now: number): BalanceCell[];
}

export function openExposureCells(columns: BalanceColumns): ExposureCells {
  const { balanceBucket, balanceShown, balanceNotes, balanceLiked, balanceSeen, balanceHouse } = columns;

  function bucketAt(now: number): number {
    const number = Math.floor(now / BUCKET_SECONDS);
    const bucket = number % BUCKETS;
    if (balanceBucket[bucket] !== number) {
      balanceBucket[bucket] = number;
      balanceShown.fill(0, bucket * CELLS, (bucket + 1) * CELLS);
      balanceNotes.fill(0, bucket * NOTE_CELLS, (bucket + 1) * NOTE_CELLS);
    }
    return bucket;
  }

  function ageTastes(now: number): void {
    const since = now - (balanceHouse[house.tasteAt] as number);
    if (since < AGEING_SECONDS) return;
    balanceHouse[house.tasteAt] = now;
    const kept = Math.exp(-since / WEEK);
    for (const taste of [balanceLiked, balanceSeen]) {
      for (let index = 0; index < taste.length; index += 1) taste[index] = (taste[index] as number) * kept;
    }
  }

  function sumOver(values: Uint32Array, cells: number, now: number): Float64Array {
    const sums = new Float64Array(cells);
    const newest = Math.floor(now / BUCKET_SECONDS);
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      const number = balanceBucket[bucket] as number;
      if (number > newest || number <= newest - BUCKETS) continue;
      for (let cell = 0; cell < cells; cell += 1) {
        sums[cell] = (sums[cell] as number) + (values[bucket * cells + cell] as number);
      }
    }
    return sums;
  }

  function list(languageOf: (code: number) => string, now: number): BalanceCell[] {
    const shown = sumOver(balanceShown, CELLS, now);
    const published = sumOver(balanceNotes, NOTE_CELLS, now);
    const cells: BalanceCell[] = [];
    for (let cell = 0; cell < CELLS; cell += 1) {
      const impressions = shown[cell] as number;
      const creators = Math.floor(cell / (GROUPS * LANGUAGES));
      const notes = published[creators * LANGUAGES + (cell % LANGUAGES)] as number;
      if (impressions === 0 && notes === 0) continue;
      cells.push({
        creators: groupOf(creators),
        viewers: groupOf(Math.floor(cell / LANGUAGES) % GROUPS),
        language: languageOf(cell % LANGUAGES),
        impressions,
        notes,
        impressionsPerNote: notes > 0 ? impressions / notes : 0,
      });
    }
    return cells;
  }

  return {
    note(creators, language, now) {
      const cell = bucketAt(now) * NOTE_CELLS + creators * LANGUAGES + placeOf(language);
      balanceNotes[cell] = (balanceNotes[cell] as number) + 1;
    },
    impression(creators, viewers, language, now) {
      const cell = bucketAt(now) * CELLS + (creators * GROUPS + viewers) * LANGUAGES + placeOf(language);
      balanceShown[cell] = (balanceShown[cell] as number) + 1;
      ageTastes(now);
      addTo(balanceSeen, viewers * LANGUAGES + placeOf(language));
    },
    liking(viewers, language, now) {
      ageTastes(now);
      addTo(balanceLiked, viewers * LANGUAGES + placeOf(language));
    },
    list,
  };
}

function placeOf(language: number): number {
  return Math.min(LANGUAGES - 1, language);
}

function addTo(sums: Float32Array, index: number): void {
  sums[index] = (sums[index] as number) + 1;
}

function groupOf(index: number) {
  return memberGroups[index] ?? 'native';
}
