import type { Control } from '@teahouse/engine';
import type { NoteSubjects } from '../tastes.ts';
import type { SparedRow, SpellingRow } from './spared.sql.ts';

/** The topics that a row asks to be spared. */
export function sparedTopics({ reason, spared_topic_id, topic_ids }: Omit<SparedRow, 'at'>): readonly string[] {
  if (reason !== 'topic') return [];
  return spared_topic_id === null ? topic_ids : [spared_topic_id];
}

/** Which notes a row speaks of. */
export function sparedBy(
  row: Omit<SparedRow, 'at'>,
  spellings: readonly SpellingRow[],
): (note: NoteSubjects) => boolean {
  const topics = new Set(spellings.map((spelling) => spelling.id));
  return ({ id, authorId, topicIds, language }) =>
    id === row.note_id ||
    (row.reason === 'author' && authorId === row.author_id) ||
    (row.reason === 'language' && language === row.language) ||
    (row.reason === 'topic' && topicIds.some((topicId) => topics.has(topicId)));
}

/** What the engine is told: one word for each subject. A note without topics is spared itself. */
export function spareControls(row: Omit<SparedRow, 'at'>, concepts: Iterable<string>): Control[] {
  const topics = [...new Set(concepts)];
  const said = { kind: 'spare' as const, note: row.note_id };
  if (topics.length > 0)
    return topics.map((subject, index) => ({ ...said, id: idOf(row, index), what: 'topic', subject }));
  const subjects = { note: row.note_id, author: row.author_id, topic: row.note_id, language: row.language };
  const what = row.reason === 'topic' ? 'note' : row.reason;
  return [{ ...said, id: idOf(row, 0), what, subject: subjects[row.reason] }];
}

/** Takes back whatever `spareControls` said of the row, also when its topics have been joined to others meanwhile. */
export function unspareControls(row: Omit<SparedRow, 'at'>): Control[] {
  const most = Math.max(1, sparedTopics(row).length);
  return Array.from({ length: most }, (_, index) => ({ kind: 'unspare', id: idOf(row, index) }));
}

function idOf({ note_id }: Pick<SparedRow, 'note_id'>, index: number): string {
  return index === 0 ? note_id : `${note_id} ${index}`;
}
