import { Problem, type TextAddress } from '@teahouse/contract';
import type { Actor } from '../../http/context.ts';
import type { Tx } from '../../platform/db/database.ts';
import { lockTranslationRow } from '../reviews/decisions.sql.ts';
import { sourceHash } from '../store/source-hash.ts';
import type { TranslationKey, TranslationRow } from '../store/translations.sql.ts';
import type { SourceText } from '../texts/source-text.ts';
import type { TextReader } from '../texts/text-reader.ts';

/** The text behind a translation this member is shown. An author's own words are no translation. */
export async function getJudgedSource(
  texts: Pick<TextReader, 'read'>,
  { of, to }: { of: TextAddress; to: string },
  actor: Actor,
): Promise<SourceText> {
  const source = (await texts.read([of], actor)).get(of);
  if (!source || source.versions.get(to)?.text) throw new Problem('not-found');
  return source;
}

/** Its stored translation, locked to the end of the transaction; one of an earlier wording is nobody's any more. */
export async function lockJudged(
  tx: Tx,
  key: TranslationKey,
  { text }: SourceText,
  standings: readonly TranslationRow['standing'][],
): Promise<TranslationRow> {
  const row = await lockTranslationRow(tx, key);
  if (!row || row.source_hash !== sourceHash(text) || !standings.includes(row.standing)) throw new Problem('not-found');
  return row;
}

/** What a reviewer will see of a translation. */
export function reviewOf(source: SourceText, row: TranslationRow) {
  return {
    home_id: row.home_id,
    address: row.address,
    language: row.language,
    from_language: row.source_languages[0] ?? 'und',
    author_id: source.authorId ?? null,
    source: source.text,
    output: row.text,
    engine: row.engine ?? '',
  };
}

/** For the hour's figures. */
export function outcomeOf({ source_languages, language, engine }: TranslationRow, at: Date) {
  return { from: source_languages[0] ?? 'und', to: language, engine, at };
}
