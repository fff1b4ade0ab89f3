import type { Queryable } from '../../platform/db/database.ts';
import {
  type AuthorDay,
  type DayShare,
  selectDayShares,
  selectNoteRush,
  selectTopAuthorDays,
  selectTopNotes,
} from './concentration.sql.ts';
import type { FoundSignal } from './signals.sql.ts';
import { thresholds } from './thresholds.ts';

const { concentration: limits } = thresholds;
const days = limits.trailingDays + 1;
const mostLeaders = 10;
const mostExamples = 5;

/** Attention that gathers on few: the first hundredth of the authors, one author, one note. */
export async function findConcentration(db: Queryable, now: Date): Promise<FoundSignal[]> {
  const shares = await selectDayShares(db, now, days);
  const today = shares.find(({ ago }) => ago === 0);
  if (!today || today.impressions < limits.leastImpressions || today.authors < limits.leastAuthors) return [];
  const found = [...houseSignal(shares, today, now), ...(await authorSignals(db, shares, now))];
  return [...found, ...(await noteSignals(db, now))];
}

function houseSignal(shares: readonly DayShare[], today: DayShare, now: Date): FoundSignal[] {
  const score = today.top / today.impressions;
  const usual = middle(shares.filter(({ ago }) => ago > 0).map(({ top, impressions }) => top / impressions));
  if (today.authors < 100 || score < limits.topShare || score < usual * limits.growth) return [];
  const evidence = [
    { name: 'top-share', value: score },
    { name: 'usual-top-share', value: usual },
    { name: 'authors', value: today.authors },
  ];
  return [signal(now, 24, { subjectKind: 'house', subjectId: 'house', score, threshold: limits.topShare, evidence })];
}

async function authorSignals(db: Queryable, shares: readonly DayShare[], now: Date): Promise<FoundSignal[]> {
  const totals = new Map(shares.map(({ ago, impressions }) => [ago, impressions]));
  const shareOf = ({ ago, impressions }: AuthorDay) => impressions / (totals.get(ago) ?? 1);
  const authorDays = await selectTopAuthorDays(db, now, days, mostLeaders);
  const found = authorDays
    .filter((day) => day.ago === 0 && shareOf(day) >= limits.authorShare)
    .flatMap((day): FoundSignal[] => {
      const before = authorDays.filter(({ author_id, ago }) => author_id === day.author_id && ago > 0);
      const [score, usual] = [shareOf(day), middle(shares.slice(1).map(({ ago }) => shareAt(before, ago, shareOf)))];
      if (score < usual * limits.growth) return [];
      const evidence = [
        { name: 'impressions', value: day.impressions, of: totals.get(0) ?? day.impressions },
        { name: 'usual-share', value: usual },
      ];
      const about = { subjectKind: 'member', subjectId: day.author_id, evidence } as const;
      return [signal(now, 24, { ...about, score, threshold: limits.authorShare })];
    });
  if (found.length === 0) return [];
  const authorIds = found.map(({ subjectId }) => subjectId);
  const notes = await selectTopNotes(db, now, authorIds);
  return found.map((each) => ({
    ...each,
    noteIds: notes
      .filter(({ author_id }) => author_id === each.subjectId)
      .slice(0, mostExamples)
      .map(({ note_id }) => note_id),
  }));
}

function shareAt(daysOfAuthor: readonly AuthorDay[], ago: number, shareOf: (day: AuthorDay) => number): number {
  const day = daysOfAuthor.find((each) => each.ago === ago);
  return day ? shareOf(day) : 0;
}

async function noteSignals(db: Queryable, now: Date): Promise<FoundSignal[]> {
  const rush = await selectNoteRush(db, now, limits.velocityHours, mostLeaders);
  return rush
    .filter(({ impressions, of }) => of >= limits.leastImpressions && impressions / of >= limits.noteShare)
    .map(({ note_id, impressions, of }) => {
      const evidence = [
        { name: 'impressions', value: impressions, of },
        { name: 'impressions-per-hour', value: impressions / limits.velocityHours },
      ];
      const about = { subjectKind: 'note', subjectId: note_id, noteIds: [note_id], evidence } as const;
      return signal(now, limits.velocityHours, { ...about, score: impressions / of, threshold: limits.noteShare });
    });
}

type Found = Pick<FoundSignal, 'subjectKind' | 'subjectId' | 'score' | 'threshold' | 'evidence'>;

function signal(now: Date, hours: number, found: Found & { noteIds?: readonly string[] }): FoundSignal {
  const from = new Date(now.getTime() - hours * 3_600_000);
  return { kind: 'concentration', noteIds: [], ...found, from, until: now };
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
