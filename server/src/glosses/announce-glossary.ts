import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { bumpGlossary } from './glossary.sql.ts';

/** Gives the glossary its next version, in the transaction that changes what texts are explained with. */
export async function announceGlossary({ events }: Pick<Deps, 'events'>, tx: Tx): Promise<void> {
  await events.emit(tx, 'glossary.changed', { version: await bumpGlossary(tx) });
}
