import type { ComplianceState } from '@teahouse/contract';
import type { Tx } from '../platform/db/database.ts';
import { countNoteInTopics } from '../topics/index.ts';
import { addToNoteCount, announceMentions, updateNoteCompliance } from './note-compliance.sql.ts';

/** Others may read it, if only by its address. */
export function isReadable(compliance: ComplianceState): boolean {
  return compliance === 'allowed' || compliance === 'limited';
}

/** Moves a note to another state; the counters of its author and its topics know only notes that others may read. */
export async function setNoteCompliance(tx: Tx, noteId: string, to: ComplianceState): Promise<void> {
  const change = await updateNoteCompliance(tx, noteId, to);
  if (!change || change.is_deleted || isReadable(change.former) === isReadable(to)) return;
  const by = isReadable(to) ? 1 : -1;
  await addToNoteCount(tx, change.author_id, by);
  await countNoteInTopics(tx, noteId, by);
  if (change.former === 'held') await announceMentions(tx, noteId);
}
