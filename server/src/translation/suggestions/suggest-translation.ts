import { Problem, type SuggestionView, type TextAddress, type translationRoutes } from '@teahouse/contract';
import { countGraphemes, findSpans } from '@teahouse/engine';
import type { Input } from '../../http/context.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import type { MemberReader } from '../../members/index.ts';
import type { OutputRules } from '../store/keep-translation.ts';
import { sourceHash } from '../store/source-hash.ts';
import { keyOf, type TranslationStore } from '../store/translation-store.ts';
import type { SourceText } from '../texts/source-text.ts';
import type { TextReader } from '../texts/text-reader.ts';
import { viewSuggestions } from './suggestion-view.ts';
import { putSuggestion, selectSuggestion } from './suggestions.sql.ts';

export interface SuggestionParts {
  texts: TextReader;
  store: TranslationStore;
  rules: OutputRules;
  members: Pick<MemberReader, 'summaries'>;
}

export type SuggestionDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

/** No language needs so many times the letters of another; whoever does is writing something else. */
const longest = 4;
const roomForShort = 40;

export async function suggestTranslation(
  deps: SuggestionDeps,
  parts: SuggestionParts,
  { body, actor, request }: Input<typeof translationRoutes.suggest>,
): Promise<SuggestionView> {
  const source = (await parts.texts.read([body.of], actor)).get(body.of);
  if (!source) throw new Problem('not-found');
  requireTranslationOf(source, body.text, body.to, parts.rules);
  await refuseCurrent(parts.store, source, body.to, body.text);
  const { id } = await inTransaction(deps.db, async (tx) => {
    const put = await putSuggestion(tx, {
      id: request.reservedId ?? deps.ids.next(),
      home_id: source.place.ids[0],
      address: body.of,
      language: body.to,
      author_id: source.authorId ?? null,
      member_id: actor.memberId,
      source: source.text,
      source_language: source.languages?.[0] ?? 'und',
      source_hash: sourceHash(source.text),
      text: body.text,
      created_at: dateOf(deps.clock),
    });
    if (put.isNew && source.authorId)
      await deps.events.emit(tx, 'translation.suggested', {
        suggestionId: put.id,
        authorId: source.authorId,
        by: actor.memberId,
      });
    return put;
  });
  deps.events.wake();
  const row = await selectSuggestion(deps.db, id);
  const [view] = row ? await viewSuggestions(parts, [row]) : [];
  if (!view) throw new Problem('not-found');
  return view;
}

/** What is accepted speaks in the author's name: it brings no links of its own, and no words the rules stop. */
export function requireTranslationOf(source: SourceText, text: string, to: string, rules: OutputRules): void {
  const refuse = (message: string) => {
    throw new Problem('invalid-request', undefined, { fields: [{ pointer: '/body/text', message }] });
  };
  if (countGraphemes(text) > longest * countGraphemes(source.text) + roomForShort) refuse('too-long');
  if (linksOf(text) !== linksOf(source.text)) refuse('links-changed');
  if (rules.check(text, to).length > 0 && rules.check(source.text, source.languages?.[0] ?? 'und').length === 0)
    refuse('held-words');
}

function linksOf(text: string): string {
  return findSpans(text)
    .filter(({ kind }) => kind === 'link' || kind === 'mail' || kind === 'mention')
    .map(({ start, end }) => text.slice(start, end))
    .sort()
    .join('\n');
}

async function refuseCurrent(store: TranslationStore, source: SourceText, language: string, text: string) {
  const key = { homeId: source.place.ids[0], address: source.address as TextAddress, language };
  const current = source.versions.get(language)?.text ?? (await store.find([key])).get(keyOf(key))?.text;
  if (current === text) throw new Problem('conflict', 'It reads like this already.');
}
