import type { NoteCard, SparedView } from '@teahouse/contract';
import type { MemberSummary } from '../../members/index.ts';
import { topicRefView } from '../../topics/index.ts';
import type { ControlsDeps } from './controls-deps.ts';
import type { SparedRow } from './spared.sql.ts';
import { sparedTopics } from './spared-subjects.ts';
import { type FoundTopic, selectTopics } from './wished-topics.sql.ts';

const dayMilliseconds = 86_400_000;

/** Receipts in the order of the rows; a note that is gone, or closed to the member, shows no words. */
export async function sparedViews(
  { db, readers, halfLifeDays }: Pick<ControlsDeps, 'db' | 'readers' | 'halfLifeDays'>,
  memberId: string,
  rows: readonly SparedRow[],
): Promise<SparedView[]> {
  const authorIds = rows.filter((row) => row.reason === 'author').map((row) => row.author_id);
  const [cards, authors, topics] = await Promise.all([
    readers.notes.cards(
      rows.map((row) => row.note_id),
      memberId,
      'direct',
    ),
    readers.members.summaries(authorIds),
    selectTopics(db, rows.flatMap(sparedTopics)),
  ]);
  const cardsById = new Map<string, NoteCard>(cards.map((card) => [card.id, card]));
  return rows.map((row) => ({
    noteId: row.note_id as SparedView['noteId'],
    what: row.reason,
    noteTitle: cardsById.get(row.note_id)?.title ?? '',
    noteTitleLanguage: row.language,
    ...subjectOf(row, authors, topics),
    at: row.at.toISOString(),
    ...(row.reason === 'note' ? {} : { halfAgainAt: halfAgainAt(row, halfLifeDays()) }),
  }));
}

function subjectOf(
  row: SparedRow,
  authors: ReadonlyMap<string, MemberSummary>,
  topics: ReadonlyMap<string, FoundTopic>,
): Pick<SparedView, 'author' | 'topic' | 'language'> {
  const author = row.reason === 'author' ? authors.get(row.author_id) : undefined;
  const topic = topics.get(sparedTopics(row)[0] ?? '');
  return {
    ...(author?.state === 'active' ? { author: { handle: author.view.handle, name: author.view.name } } : {}),
    ...(topic ? { topic: topicRefView(topic) } : {}),
    ...(row.reason === 'language' ? { language: row.language } : {}),
  };
}

function halfAgainAt({ at }: SparedRow, days: number): string {
  return new Date(at.getTime() + days * dayMilliseconds).toISOString();
}
