import {
  type GlossRequestView,
  type glossRoutes,
  Problem,
  parseTextAddress,
  type TextAddress,
  textFields,
} from '@teahouse/contract';
import type { Actor, Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { glossKey } from './gloss-key.ts';
import type { GlossParts, ReadableText } from './gloss-parts.ts';
import { requireFreeOfHeldWords } from './gloss-wording.ts';
import { viewRequests } from './request-view.ts';
import { countAsker, type NewRequest, openRequest } from './requests.sql.ts';

type AskInput = Input<typeof glossRoutes.ask>;

/** Puts words before the people who may know them. Everybody who asks for the same words counts once. */
export async function askToExplain(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  parts: Pick<GlossParts, 'readTexts' | 'wordBank' | 'detectLanguage'>,
  { body: { words, of }, actor }: AskInput,
): Promise<GlossRequestView> {
  const source = of ? await getReadable(parts, of, actor) : undefined;
  const isQuoted = of !== undefined && source !== undefined && isForMembers(of) && holds(source, words);
  // Whatever stands in a text that others read may be asked about.
  if (!isQuoted) requireFreeOfHeldWords(parts.wordBank, [['/body/words', words]]);
  const request: NewRequest = {
    id: deps.ids.next(),
    words,
    words_key: glossKey(words),
    language: languageOf(words, source, parts),
    address: isQuoted ? of : null,
    created_at: dateOf(deps.clock),
  };
  const row = await inTransaction(deps.db, async (tx) =>
    countAsker(tx, await openRequest(tx, request), actor.memberId, request.created_at),
  );
  const [view] = await viewRequests(parts, [row], actor);
  if (!view) throw new Problem('not-found');
  return view;
}

async function getReadable(
  { readTexts }: Pick<GlossParts, 'readTexts'>,
  address: TextAddress,
  viewer: Actor,
): Promise<ReadableText> {
  const source = (await readTexts([address], viewer)).get(address);
  if (!source) throw new Problem('not-found');
  return source;
}

/** Reports and appeals are shown to nobody for the sake of a word. */
function isForMembers(address: TextAddress): boolean {
  const place = parseTextAddress(address);
  return place !== undefined && textFields[place.field].audience === 'readers';
}

function holds({ text }: ReadableText, words: string): boolean {
  return glossKey(text).includes(glossKey(words));
}

/** A few letters say little about their language; the text around them says more. */
function languageOf(
  words: string,
  source: ReadableText | undefined,
  { detectLanguage }: Pick<GlossParts, 'detectLanguage'>,
): string {
  const priors = source?.languages ?? [];
  const { language } = detectLanguage(words, { priors });
  return language === 'und' ? (priors[0] ?? 'und') : language;
}
