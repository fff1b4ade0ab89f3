import { type NoteId, type Page, type PageQuery, Problem, type ThreadView } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { Readers } from '../readers.ts';
import type { ThreadReader } from './read-threads.ts';

export async function listComments(
  { notes, threads }: Pick<Readers, 'notes'> & { threads: ThreadReader },
  actor: Actor | undefined,
  noteId: NoteId,
  query: PageQuery,
): Promise<Page<ThreadView>> {
  if (!(await notes.findOpen(noteId, actor?.memberId))) throw new Problem('not-found');
  return threads.page(noteId, actor?.memberId, query);
}
