import type { TextAddress } from '@teahouse/contract';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { sourceHash } from '../store/source-hash.ts';
import type { TranslationStore } from '../store/translation-store.ts';
import type { TextReader } from '../texts/text-reader.ts';
import { deleteStale, selectHashes } from './after-edit.sql.ts';

export interface AfterEditParts {
  texts: Pick<TextReader, 'readAll' | 'invalidate'>;
  store: Pick<TranslationStore, 'invalidate'>;
}

/** What was made of a former wording goes, with the reviews it had; what still fits its text stays. */
export async function forgetStale(
  deps: Pick<Deps, 'db' | 'events'>,
  { texts, store }: AfterEditParts,
  noteId: string,
): Promise<void> {
  texts.invalidate(noteId);
  const rows = await selectHashes(deps.db, noteId);
  const sources = await texts.readAll(rows.map(({ address }) => address as TextAddress));
  const stale = rows.filter(({ address, hash }) => {
    const source = sources.get(address as TextAddress);
    return !source || sourceHash(source.text) !== hash;
  });
  if (stale.length === 0) return;
  const keys = stale.map(({ address, language }) => ({ homeId: noteId, address, language }));
  await inTransaction(deps.db, async (tx) => {
    await deleteStale(tx, noteId, stale);
    await deps.events.emit(tx, 'translation.changed', ...keys);
  });
  deps.events.wake();
  for (const key of keys) store.invalidate(key);
}
