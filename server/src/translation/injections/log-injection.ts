import { dateOf } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import type { SourceText } from '../texts/source-text.ts';
import type { TranslatedText } from '../translator.ts';
import { insertInjection } from './injections.sql.ts';

const excerptCharacters = 300;

/** A text that tried to give a translator orders is written down for staff; whoever wrote it has nothing to fear. */
export async function logInjection(
  { db, ids, clock }: Pick<Deps, 'db' | 'ids' | 'clock'>,
  { address, place, text }: SourceText,
  language: string,
  { engine, outcome }: NonNullable<TranslatedText['injection']>,
): Promise<void> {
  await insertInjection(db, {
    id: ids.next(),
    home_id: place.ids[0],
    address,
    language,
    engine,
    excerpt: [...text].slice(0, excerptCharacters).join(''),
    outcome,
    at: dateOf(clock),
  });
}
