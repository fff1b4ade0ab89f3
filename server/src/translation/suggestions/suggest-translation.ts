import { Problem, type SuggestionView, textFields, type translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import type { MemberReader } from '../../members/index.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { OutputRules } from '../store/keep-translation.ts';
import { sourceHash } from '../store/source-hash.ts';
import { keyOf, type TranslationStore } from '../store/translation-store.ts';
import type { SourceText } from '../texts/source-text.ts';
import type { TextReader } from '../texts/text-reader.ts';
import { findFault } from './find-fault.ts';
import { viewSuggestions } from './suggestion-view.ts';
import { putSuggestion, type SuggestionRow, selectSuggestion } from './suggestions.sql.ts';

export interface SuggestionParts {
  texts: TextReader;
  store: TranslationStore;
  rules: OutputRules;
  members: Pick<MemberReader, 'summaries'>;
}

export type SuggestionDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;
type SuggestInput = Input<typeof translationRoutes.suggest>;

/** Whoever may read a text may propose how it reads elsewhere; its author is told. */
export async function suggestTranslation(
  deps: SuggestionDeps,
  parts: SuggestionParts,
  input: SuggestInput,
): Promise<SuggestionView> {
  const { reservedId } = input.request;
  const known = reservedId ? await selectSuggestion(deps.db, reservedId) : undefined;
  const [view] = await viewSuggestions(parts, [known ?? (await put(deps, parts, input))]);
  if (!view) throw new Problem('not-found');
  return view;
}

async function put(deps: SuggestionDeps, parts: SuggestionParts, input: SuggestInput): Promise<SuggestionRow> {
  const { body, actor } = input;
  const source = (await parts.texts.read([body.of], actor)).get(body.of);
  if (!source || textFields[source.place.field].audience === 'private') throw new Problem('not-found');
  await requireNews(parts.store, source, body);
  const fault = findFault(source, body.text, body.to, parts.rules);
  if (fault) throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/text', message: fault }] });
  const row = await inTransaction(deps.db, (tx) => write(deps, tx, source, input));
  deps.events.wake();
  return row;
}

/** Where its author has spoken, in this language or in their own, there is nothing to propose. */
async function requireNews(store: TranslationStore, source: SourceText, { to, text }: SuggestInput['body']) {
  if (source.languages?.length && source.languages.every((language) => language === to))
    throw new Problem('conflict', 'The text is in this language.');
  if (source.versions.get(to)?.text) throw new Problem('conflict', 'Its author has written this themselves.');
  const key = { homeId: source.place.ids[0], address: source.address, language: to };
  const current = (await store.find([key])).get(keyOf(key));
  if (current?.text === text && current.source_hash === sourceHash(source.text))
    throw new Problem('conflict', 'It reads like this already.');
}

async function write(
  { ids, clock, events }: SuggestionDeps,
  tx: Tx,
  source: SourceText,
  { body, actor, request }: SuggestInput,
): Promise<SuggestionRow> {
  const { isNew, ...row } = await putSuggestion(tx, {
    id: request.reservedId ?? ids.next(),
    home_id: source.place.ids[0],
    address: body.of,
    language: body.to,
    author_id: source.authorId ?? null,
    member_id: actor.memberId,
    source: source.text,
    source_language: source.languages?.[0] ?? 'und',
    source_hash: sourceHash(source.text),
    text: body.text,
    created_at: dateOf(clock),
  });
  if (isNew && source.authorId)
    await events.emit(tx, 'translation.suggested', {
      suggestionId: row.id,
      of: body.of,
      authorId: source.authorId,
      by: actor.memberId,
    });
  return row;
}
