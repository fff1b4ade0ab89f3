import { Problem, type SuggestionView, type TextAddress, type translationRoutes } from '@teahouse/contract';
import type { Actor, Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';
import { alignSentences, wordingPairs } from '../memory/wording-pairs.ts';
import { pipelineVersion } from '../store/keep-translation.ts';
import { sourceHash } from '../store/source-hash.ts';
import { putTranslation } from '../store/translations.sql.ts';
import type { SourceText } from '../texts/source-text.ts';
import { findFault } from './find-fault.ts';
import type { SuggestionDeps, SuggestionParts } from './suggest-translation.ts';
import { viewSuggestions } from './suggestion-view.ts';
import { closeSuggestion, lockSuggestion, type SuggestionRow, selectSuggestion } from './suggestions.sql.ts';

type DecideInput = Input<typeof translationRoutes.decideSuggestion>;
type DecideParts = SuggestionParts & { memory: Pick<TranslationMemory, 'remember'> };

/** The author of the text decides, or a moderator. An accepted one is shown in its suggester's name and remembered for its sentences. */
export async function decideSuggestion(
  deps: SuggestionDeps,
  parts: DecideParts,
  { params, body, actor }: DecideInput,
): Promise<SuggestionView> {
  const asked = requireDecidable(await selectSuggestion(deps.db, params.suggestionId), actor);
  const source = body.decision === 'accept' ? await readSource(parts, asked) : undefined;
  const row = await inTransaction(deps.db, async (tx) => {
    const suggestion = requireDecidable(await lockSuggestion(tx, params.suggestionId), actor);
    if (source) await accept(deps, parts, tx, { suggestion, source, decidedBy: actor.memberId });
    return close(deps, tx, suggestion, actor, source ? 'accepted' : 'declined');
  });
  deps.events.wake();
  parts.store.invalidate({ homeId: row.home_id, address: row.address, language: row.language });
  const [view] = await viewSuggestions(parts, [row]);
  if (!view) throw new Problem('not-found');
  return view;
}

function requireDecidable(suggestion: SuggestionRow | undefined, actor: Actor): SuggestionRow {
  const isAuthor = suggestion?.author_id === actor.memberId;
  if (!suggestion || (actor.role === 'member' && !isAuthor)) throw new Problem('not-found');
  if (suggestion.member_id === actor.memberId && !isAuthor)
    throw new Problem('not-allowed', 'Someone else decides about your own suggestion.');
  if (suggestion.state !== 'open') throw new Problem('conflict', 'Somebody has already decided.');
  return suggestion;
}

/** What was suggested for another wording, or under milder rules, is not accepted any more. */
async function readSource({ texts, rules }: DecideParts, row: SuggestionRow): Promise<SourceText> {
  const address = row.address as TextAddress;
  const source = (await texts.readAll([address])).get(address);
  if (!source || sourceHash(source.text) !== row.source_hash || source.versions.get(row.language)?.text)
    throw new Problem('conflict', 'The text was changed since this was suggested.');
  if (findFault(source, row.text, row.language, rules))
    throw new Problem('conflict', 'By the rules of today this would not be taken.');
  return source;
}

async function accept(
  { clock, events }: SuggestionDeps,
  { rules, memory }: DecideParts,
  tx: Tx,
  { suggestion, source, decidedBy }: { suggestion: SuggestionRow; source: SourceText; decidedBy: string },
): Promise<void> {
  const { id, home_id: homeId, address, language, text, source_language: from, member_id: memberId } = suggestion;
  await putTranslation(tx, {
    ...{ home_id: homeId, address, language, source_hash: suggestion.source_hash, text },
    source_languages: source.languages ?? [from],
    state: 'ok',
    pairs: JSON.stringify(alignSentences(source.text, text).map((pair) => ({ ...pair, from }))),
    origin: 'member',
    by_member: memberId,
    pipeline_version: pipelineVersion,
    rules_version: rules.version,
    standing: 'shown',
    made_at: dateOf(clock),
  });
  const known = { from, to: language, origin: 'member' as const, homeId };
  const learnt = wordingPairs(source.text, text).map((pair) => ({ ...known, ...pair }));
  await memory.remember(learnt, tx);
  await events.emit(tx, 'translation.changed', { homeId, address, language });
  await events.emit(tx, 'translation.accepted', { suggestionId: id, of: address, memberId, by: decidedBy });
}

/** What a moderator decides about others' words is written down. */
async function close(
  deps: SuggestionDeps,
  tx: Tx,
  { id, author_id, ...suggestion }: SuggestionRow,
  { memberId }: Actor,
  state: 'accepted' | 'declined',
): Promise<SuggestionRow> {
  await closeSuggestion(tx, id, state, memberId, dateOf(deps.clock));
  if (author_id !== memberId)
    await writeAudit(deps, tx, {
      actorId: memberId,
      verb: state === 'accepted' ? 'suggestion.accept' : 'suggestion.decline',
      subjectKind: 'translation',
      subjectId: id,
      detail: { of: suggestion.address, to: suggestion.language },
    });
  return { ...suggestion, id, author_id, state };
}
