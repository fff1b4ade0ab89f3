import { type NoteVersion, Problem, type translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { deleteNoteVersion, putNoteVersions, type HoldNote } from '../../notes/index.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { NoteReader } from '../../notes/index.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';
import { forgetLanguage, lockOwnNote, type OwnNote, selectOwnNote } from './own-notes.sql.ts';
import { wordingPairs } from './wording-pairs.ts';

export interface VersionParts {
  notes: Pick<NoteReader, 'invalidate'>;
  memory: Pick<TranslationMemory, 'remember'>;
  wordBank: { check(text: string): { terms: string[] } };
  holdNote: HoldNote;
}

type VersionDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

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
    if (note.language === version.language)
      throw new Problem('conflict', 'The note itself is in this language: edit it instead.');
    await putNoteVersions(tx, { id: note.id, version: note.version, at: dateOf(deps.clock) }, [version]);
    await forgetLanguage(tx, note.id, version.language);
    const { terms } = parts.wordBank.check(`${version.title}\n${version.text}`);
    if (terms.length > 0 && note.compliance !== 'held') await parts.holdNote(tx, { ...note, versions: [version] }, terms);
    else if (note.compliance === 'allowed') await parts.memory.remember(memoryOf(note, version), tx);
    await deps.events.emit(tx, 'note.changed', { noteId: note.id, authorId: actor.memberId });
  });
  deps.events.wake();
  parts.notes.invalidate(params.noteId);
}

function memoryOf(note: OwnNote, version: NoteVersion) {
  const pairs = [...wordingPairs(note.title, version.title), ...wordingPairs(note.text, version.text)];
  return pairs.map(({ source, target }) => ({
    from: note.language,
    to: version.language,
    source,
    target,
    origin: 'author' as const,
    homeId: note.id,
  }));
}

export async function deleteVersion(
  deps: VersionDeps,
  parts: Pick<VersionParts, 'notes'>,
  { params, actor }: Input<typeof translationRoutes.deleteVersion>,
): Promise<undefined> {
  await inTransaction(deps.db, async (tx) => {
    const note = await lockOwnNote(tx, params.noteId, actor.memberId);
    if (!note || !(await deleteNoteVersion(tx, note.id, params.language))) throw new Problem('not-found');
    await deps.events.emit(tx, 'note.changed', { noteId: note.id, authorId: actor.memberId });
  });
  deps.events.wake();
  parts.notes.invalidate(params.noteId);
}

/** A note of one's own that still stands; anybody else's is not there. */
export async function getOwnNote({ db }: Pick<Deps, 'db'>, noteId: string, memberId: string): Promise<OwnNote> {
  const note = await selectOwnNote(db, noteId, memberId);
  if (!note) throw new Problem('not-found');
  return note;
}
