import { type NoteVersion, Problem, type translationRoutes, versionsPerNote } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { type HoldNote, type NoteReader, putNoteVersions, selectNoteVersions } from '../../notes/index.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { TextReader } from '../texts/text-reader.ts';
import { forgetMade } from './forget-made.ts';
import { lockOwnNote, type OwnNote } from './own-notes.sql.ts';

export interface VersionParts {
  notes: Pick<NoteReader, 'invalidate'>;
  texts: Pick<TextReader, 'invalidate'>;
  wordBank: { check(text: string): { terms: string[] } };
  holdNote: HoldNote;
}

type VersionDeps = Pick<Deps, 'db' | 'clock' | 'events'>;

/** The author's own words in another language. They are read by the rules like the note itself, and come before any machine's. */
export async function putVersion(
  deps: VersionDeps,
  parts: VersionParts,
  { params, body, actor }: Input<typeof translationRoutes.putVersion>,
): Promise<undefined> {
  const version: NoteVersion = { language: params.language, title: body.title, text: body.text };
  await inTransaction(deps.db, async (tx) => {
    const note = await lockOwnNote(tx, params.noteId, actor.memberId);
    if (!note) throw new Problem('not-found');
    const others = await selectOthers(tx, note.id, version.language);
    requireRoom(note, version, others);
    await putNoteVersions(tx, { id: note.id, version: note.version, at: dateOf(deps.clock) }, [version]);
    await forgetMade(deps, tx, note.id, (made) => isReplaced(made, note.id, version));
    await announce(deps, parts, tx, note, version, others);
  });
  deps.events.wake();
  parts.notes.invalidate(params.noteId);
  parts.texts.invalidate(params.noteId);
}

async function selectOthers(tx: Tx, noteId: string, but: string): Promise<NoteVersion[]> {
  const rows = await selectNoteVersions(tx, [noteId]);
  return rows.flatMap(({ language, title, text }) => (language === but ? [] : [{ language, title, text }]));
}

function requireRoom(note: OwnNote, { language }: NoteVersion, others: readonly NoteVersion[]): void {
  if (note.language === language)
    throw new Problem('conflict', 'The note itself is in this language: edit it instead.');
  if (others.length >= versionsPerNote)
    throw new Problem('conflict', `A note has versions in at most ${versionsPerNote} languages.`);
}

/** What machines made of it in this language, now that its author has said it themselves. */
function isReplaced(made: { address: string; language: string }, noteId: string, version: NoteVersion): boolean {
  if (made.language !== version.language) return false;
  return made.address === `note.title:${noteId}` || (made.address === `note.text:${noteId}` && version.text !== '');
}

/** Words that the bank stops take the note out of sight; a note that was held already is read again with them. */
async function announce(
  { events }: VersionDeps,
  { wordBank, holdNote }: VersionParts,
  tx: Tx,
  note: OwnNote,
  version: NoteVersion,
  others: readonly NoteVersion[],
): Promise<void> {
  const { terms } = wordBank.check(`${version.title}\n${version.text}`);
  if (terms.length > 0) await holdNote(tx, { ...note, versions: [...others, version] }, terms);
  else await events.emit(tx, 'note.changed', { noteId: note.id, authorId: note.authorId });
}
