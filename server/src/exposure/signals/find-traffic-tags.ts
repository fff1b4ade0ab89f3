import type { Queryable } from '../../platform/db/database.ts';
import type { FoundSignal } from './signals.sql.ts';
import { thresholds } from './thresholds.ts';
import { selectOtherCategories, selectTaggedNotes, type TaggedNote } from './traffic-tags.sql.ts';

const { trafficTag: limits } = thresholds;
const mostExamples = 5;

/** Topics that are put on notes to be seen: what their recent users write, here and elsewhere, is not what the topic is about. */
export async function findTrafficTags(db: Queryable, now: Date): Promise<FoundSignal[]> {
  const since = new Date(now.getTime() - limits.recentDays * 86_400_000);
  const tagged = Map.groupBy(await selectTaggedNotes(db, { since, ...limits }), ({ topic_id }) => topic_id);
  const pairs = [...tagged].flatMap(([topicId, notes]) =>
    [...new Set(notes.map(({ author_id }) => author_id))].map((authorId) => ({ topicId, authorId })),
  );
  const others = pairs.length > 0 ? await selectOtherCategories(db, pairs) : [];
  const elsewhere = new Map(others.map((row) => [`${row.topic_id} ${row.author_id}`, row.categories]));
  return [...tagged].flatMap(([topicId, notes]): FoundSignal[] => {
    const found = judgeTopic(notes, (authorId) => elsewhere.get(`${topicId} ${authorId}`) ?? []);
    if (!found) return [];
    const about = { kind: 'traffic-tag', subjectKind: 'topic', subjectId: topicId, threshold: limits.score } as const;
    return [{ ...about, ...found, from: since, until: now }];
  });
}

type Judgement = Pick<FoundSignal, 'score' | 'evidence' | 'noteIds'>;

function judgeTopic(
  notes: readonly TaggedNote[],
  writesOf: (authorId: string) => readonly string[],
): Judgement | undefined {
  const { recent, established } = split(notes);
  const authors = new Set(recent.map(({ author_id }) => author_id));
  if (recent.length < limits.leastNotes || authors.size < limits.leastAuthors) return undefined;
  const home = homeOf(established);
  const isOff = ({ category, beside }: TaggedNote) =>
    category !== null && !home.categories.has(category) && !beside.some((topic) => home.beside.has(topic));
  const isOutsider = (authorId: string) => !writesOf(authorId).some((category) => home.categories.has(category));
  const misused = recent.filter((note) => isOff(note) && isOutsider(note.author_id));
  const score = misused.length / recent.length;
  if (score < limits.score || new Set(misused.map(({ author_id }) => author_id)).size < limits.leastAuthors)
    return undefined;
  return {
    score,
    noteIds: misused.slice(0, mostExamples).map(({ note_id }) => note_id),
    evidence: [
      { name: 'notes-off-topic', value: recent.filter(isOff).length, of: recent.length },
      { name: 'authors-from-elsewhere', value: [...authors].filter(isOutsider).length, of: authors.size },
      { name: 'first-time-users', value: countFirstTimers(recent), of: authors.size },
      { name: 'category-entropy', value: entropyOf(recent) },
      { name: 'usual-category-entropy', value: entropyOf(established) },
    ],
  };
}

/** A topic without a past is measured by its first notes. */
function split(notes: readonly TaggedNote[]) {
  const established = notes.filter(({ is_recent }) => !is_recent);
  const recent = notes.filter(({ is_recent }) => is_recent);
  if (established.length >= limits.leastNotes) return { recent, established };
  const first = recent.slice(-limits.leastNotes);
  return { recent: recent.slice(0, -limits.leastNotes), established: [...established, ...first] };
}

/** What a topic is about: its categories, and the topics that stand beside it more than once. */
function homeOf(established: readonly TaggedNote[]) {
  const categories = countBy(established.flatMap(({ category }) => category ?? []));
  const beside = countBy(established.flatMap(({ beside: topics }) => topics));
  const known = [...categories.values()].reduce((sum, count) => sum + count, 0);
  return {
    categories: new Set([...categories].flatMap(([key, count]) => (count >= known * limits.homeShare ? key : []))),
    beside: new Set([...beside].flatMap(([key, count]) => (count > 1 ? key : []))),
  };
}

function countFirstTimers(recent: readonly TaggedNote[]): number {
  return new Set(recent.flatMap(({ author_id, is_known }) => (is_known ? [] : author_id))).size;
}

/** In bits: 0 when all notes are of one category. */
function entropyOf(notes: readonly TaggedNote[]): number {
  const counts = [...countBy(notes.flatMap(({ category }) => category ?? [])).values()];
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum - (count / all) * Math.log2(count / all), 0);
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
