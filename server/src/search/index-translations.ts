import type { HouseEventName, HouseEvents } from '@teahouse/contract';
import { parseTextAddress } from '@teahouse/contract';
import type { Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { sourceHash } from '../translation/index.ts';
import { termsOfNote } from './terms.ts';
import { replaceTranslatedTerms, selectTranslatedNotes, type TranslatedNoteRow } from './translated-notes.sql.ts';
import type { WordCutter } from './word-cutter.ts';

/** Makes the words under which notes are found in other languages those that readers see there now. */
export async function indexTranslations(tx: Queryable, cutter: WordCutter, noteIds: readonly string[]): Promise<void> {
  const notes = await selectTranslatedNotes(tx, noteIds);
  const rows = notes.flatMap((note) =>
    [...wordingsOf(note)].map(([language, { title = '', text = '' }]) => ({
      noteId: note.id,
      language,
      publishedAt: note.published_at,
      terms: termsOfNote(cutter, { title, text, topics: [] }),
    })),
  );
  await replaceTranslatedTerms(tx, noteIds, rows);
}

/** Every change of what readers of another language see. What is held or withdrawn is gone with the event. */
export function followTranslations({ events }: Pick<Deps, 'events'>, cutter: WordCutter): void {
  const follow = <N extends HouseEventName>(name: N, noteOf: (event: HouseEvents[N]) => string | undefined) =>
    events.on(name, async (changed, tx) => {
      const noteIds = [...new Set(changed.flatMap((event) => noteOf(event) ?? []))].sort();
      if (noteIds.length > 0) await indexTranslations(tx, cutter, noteIds);
    });
  follow('translation.changed', ({ address }) => noteAt(address));
  for (const name of ['note.published', 'note.changed', 'note.withdrawn'] as const)
    follow(name, ({ noteId }) => noteId);
}

function noteAt(address: string): string | undefined {
  const place = parseTextAddress(address);
  return place?.field === 'note.title' || place?.field === 'note.text' ? place.ids[0] : undefined;
}

/** The author's words come before anybody else's; a translation of an older wording says what the note no longer does. */
function wordingsOf(note: TranslatedNoteRow): Map<string, { title?: string; text?: string }> {
  const hashes = { title: sourceHash(note.title), text: sourceHash(note.text) };
  const wordings = new Map<string, { title?: string; text?: string }>();
  for (const { field, language, text, source_hash } of note.translations)
    if (source_hash === hashes[field]) wordings.set(language, { ...wordings.get(language), [field]: text });
  for (const { language, title, text } of note.versions)
    wordings.set(language, { ...wordings.get(language), ...(title ? { title } : {}), ...(text ? { text } : {}) });
  return wordings;
}
