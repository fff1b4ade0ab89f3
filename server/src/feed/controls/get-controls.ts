import type { FeedControlsView, Interest } from '@teahouse/contract';
import { dayOf } from '../../platform/db/day-partitions.sql.ts';
import type { Deps } from '../../platform/deps.ts';
import { topicRefView } from '../../topics/index.ts';
import { type ControlRow, selectControl } from './feed-control.sql.ts';
import { type ReadRow, selectFreshSearches, selectReading } from './last-week.sql.ts';
import { selectUsualDays } from './usual-days.sql.ts';
import { daysRemembered } from './usual-days.ts';
import { selectWishedTopics } from './wished-topics.sql.ts';

const weekMilliseconds = 7 * 86_400_000;
/** As long as the engine goes after a search, and as many as it does. */
const searchMilliseconds = 30 * 60_000;
const searchesShown = 4;

/** Everything that shapes a member's feed, as settings show it. */
export async function getControls(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  memberId: string,
): Promise<FeedControlsView> {
  const now = clock.now();
  const weekAgo = now - weekMilliseconds;
  const [control, topics, reading, searches, usualDays] = await Promise.all([
    selectControl(db, memberId),
    selectWishedTopics(db, memberId),
    selectReading(db, memberId, new Date(weekAgo), dayOf(weekAgo)),
    selectFreshSearches(db, memberId, new Date(now - searchMilliseconds), searchesShown),
    selectUsualDays(db, memberId, dayOf(now), daysRemembered),
  ]);
  return {
    wishes: wishesOf(control),
    topics: topics.map(({ intensity, ...topic }) => ({ topic: topicRefView(topic), intensity })),
    lastWeek: lastWeekOf(reading),
    languages: languagesOf(reading),
    searches: searches.map(({ query, at }) => ({ words: query, at: at.toISOString() })),
    usualDays,
    ...(control.restored_day ? { restoredDay: control.restored_day } : {}),
    sparedCount: control.spared,
  };
}

function wishesOf(row: ControlRow): FeedControlsView['wishes'] {
  return {
    foreignShare: row.foreign_share,
    newcomers: row.newcomers,
    exploration: row.exploration,
    isPersonal: row.is_personal,
    home: row.home,
  };
}

function lastWeekOf(reading: readonly ReadRow[]): FeedControlsView['lastWeek'] {
  const opened = sumBy(reading, ({ category }) => category, 'opened');
  const all = totalOf(opened);
  return [...opened]
    .filter(([, opens]) => opens > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([category, opens]) => ({
      ...(category === null ? {} : { category: category as Interest }),
      opens,
      share: opens / all,
    }));
}

/** Shares: of what was shown, and of what was opened. */
function languagesOf(reading: readonly ReadRow[]): FeedControlsView['languages'] {
  const [shown, opened] = [sumBy(reading, languageIn, 'shown'), sumBy(reading, languageIn, 'opened')];
  const [allShown, allOpened] = [Math.max(1, totalOf(shown)), Math.max(1, totalOf(opened))];
  return [...shown]
    .map(([language, count]) => ({
      language,
      shown: count / allShown,
      opened: (opened.get(language) ?? 0) / allOpened,
    }))
    .sort((a, b) => b.shown - a.shown || b.opened - a.opened);
}

const languageIn = ({ language }: ReadRow) => language;

function sumBy<K>(rows: readonly ReadRow[], keyOf: (row: ReadRow) => K, count: 'shown' | 'opened'): Map<K, number> {
  const sums = new Map<K, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row[count]);
  return sums;
}

function totalOf(sums: ReadonlyMap<unknown, number>): number {
  return sums.values().reduce((total, count) => total + count, 0);
}
