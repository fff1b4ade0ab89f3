import type { Queryable } from '../../platform/db/database.ts';
import { selectJoinings, selectYoungLikers, type YoungLiker } from './arrivals.sql.ts';
import type { FoundSignal } from './signals.sql.ts';
import { thresholds } from './thresholds.ts';

const { arrival: limits } = thresholds;
const windowMilliseconds = limits.joinedWithinMinutes * 60_000;
const mostExamples = 5;

/**
 * Accounts that came together for one author. In an influx many newcomers like the same notes, but they joined at all hours and like
 * other things, too: only those who did neither are counted.
 */
export async function findArrivals(db: Queryable, now: Date): Promise<FoundSignal[]> {
  const from = new Date(now.getTime() - limits.youngDays * 86_400_000);
  const likers = await selectYoungLikers(db, from, limits.leastLikers, limits.mostLikers);
  if (likers.length === 0) return [];
  const joinings = await selectJoinings(db, from, limits.mostLikers);
  return [...Map.groupBy(likers, ({ author_id }) => author_id)].flatMap(([authorId, ofAuthor]): FoundSignal[] => {
    const found = judgeAuthor(ofAuthor, joinings);
    if (!found) return [];
    const about = { subjectKind: 'member', subjectId: authorId, threshold: limits.score } as const;
    return [{ kind: 'coordinated-arrival', ...about, ...found, from, until: now }];
  });
}

function judgeAuthor(
  likers: readonly YoungLiker[],
  joinings: readonly Date[],
): Pick<FoundSignal, 'score' | 'evidence' | 'noteIds'> | undefined {
  const devoted = likers.filter(({ given, of }) => given / of >= limits.devotedShare);
  const together = largestGroup(devoted);
  const [first, last] = [together[0]?.joined_at, together.at(-1)?.joined_at];
  if (!first || !last || together.length < limits.leastLikers) return undefined;
  const others = joinings.length - together.length;
  const othersThen = joinings.filter((at) => at >= first && at <= last).length - together.length;
  const score = together.length / likers.length;
  const usual = others > 0 ? othersThen / others : 0;
  if (score < limits.score || score < usual * limits.lift) return undefined;
  return {
    score,
    noteIds: [...new Set(together.map(({ note_id }) => note_id))].slice(0, mostExamples),
    evidence: [
      { name: 'joined-together', value: together.length, of: likers.length },
      { name: 'devoted', value: devoted.length, of: likers.length },
      { name: 'others-joined-then', value: othersThen, of: others },
      { name: 'minutes', value: (last.getTime() - first.getTime()) / 60_000 },
    ],
  };
}

/** The most that joined within one window; they come in the order of joining. */
function largestGroup(likers: readonly YoungLiker[]): readonly YoungLiker[] {
  let [best, start]: [readonly YoungLiker[], number] = [[], 0];
  for (const [end, liker] of likers.entries()) {
    while (liker.joined_at.getTime() - (likers[start]?.joined_at.getTime() ?? 0) > windowMilliseconds) start += 1;
    if (end + 1 - start > best.length) best = likers.slice(start, end + 1);
  }
  return best;
}
