import type { Deps } from '../platform/deps.ts';
import type { NotesOthers } from './notes-deps.ts';
import { noteHandlers } from './routes.ts';

export { type FindCountry, openCountryLookup } from './country.ts';
export { createHoldNote, type HoldNote } from './hold-note.ts';
export { findMentioned, type Mentioned } from './mentions.ts';
export { createNoteReader, type NoteReader } from './note-reader.ts';
export {
  deleteNoteVersion,
  type NoteVersionRow,
  putNoteVersions,
  selectNoteVersions,
} from './note-versions.sql.ts';
export { coverOf, type NoteDetail, type NoteRecord } from './note-view.ts';
export { isVisible, type Surface } from './note-visibility.ts';
export { openNote } from './open-note.ts';
export { isReadable, setNoteCompliance } from './set-note-compliance.ts';

export function createNotes(deps: Deps, others: NotesOthers) {
  return { handlers: noteHandlers({ ...deps, ...others }) };
}
