import { type MemberId, type NoteView, Problem } from '@teahouse/contract';
import { noRelations } from '../follows/index.ts';
import type { Readers } from '../readers.ts';
import { type NoteDetail, noteView } from './note-view.ts';
import { isVisible } from './note-visibility.ts';

type NeedsReaders = Pick<Readers, 'notes' | 'members' | 'relations'>;

/**
 * The whole note as this viewer sees it.
 *
 * @throws Problem not-found when there is none this viewer may open
 */
export async function openNote(
  readers: NeedsReaders,
  noteId: string,
  viewerId: MemberId | undefined,
): Promise<NoteView> {
  const [detail, stats, marks, relation] = await Promise.all([
    readers.notes.detail(noteId),
    readers.notes.stats([noteId]),
    readers.notes.marks(noteId, viewerId),
    viewerId ? readers.relations.of(viewerId) : noRelations,
  ]);
  const author = detail && (await readers.members.summaries([detail.authorId])).get(detail.authorId);
  if (!detail || !author) throw new Problem('not-found');
  if (!isVisible({ ...factsOf(detail), authorIsActive: author.state === 'active' }, 'direct', viewerId, relation))
    throw new Problem('not-found');
  return noteView(detail, {
    author: author.view,
    stats: stats.get(noteId),
    viewerId,
    marks,
    followsAuthor: relation.follows.has(detail.authorId),
    showsCountry: readers.notes.showsCountryBadges(),
  });
}

function factsOf({ authorId, compliance, isDeleted }: NoteDetail) {
  return { authorId, compliance, isDeleted };
}
