import { Problem, type SuggestionView, type TextAddress, type translationRoutes } from '@teahouse/contract';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';
import { pipelineVersion } from '../store/keep-translation.ts';
import { sourceHash } from '../store/source-hash.ts';
import { putTranslation } from '../store/translations.sql.ts';
import { wordingPairs } from '../versions/wording-pairs.ts';
import type { SuggestionDeps, SuggestionParts } from './suggest-translation.ts';
import { viewSuggestions } from './suggestion-view.ts';
import { closeSuggestion, lockSuggestion, type SuggestionRow } from './suggestions.sql.ts';

type DecideParts = SuggestionParts & { memory: Pick<TranslationMemory, 'remember'> };

/** The author of the text decides, or a moderator. An accepted one is shown in its suggester's name and remembered for its sentences. */
export async function decideSuggestion(
  deps: SuggestionDeps,
  parts: DecideParts,
  { params, body, actor }: Input<typeof translationRoutes.decideSuggestion>,
): Promise<SuggestionView> {
  const isAccepted = body.decision === 'accept';
  const row = await inTransaction(deps.db, async (tx) => {
    const suggestion = await lockSuggestion(tx, params.suggestionId);
    if (!suggestion || (actor.role === 'member' && suggestion.author_id !== actor.memberId))
      throw new Problem('not-found');
    if (suggestion.state !== 'open') throw new Problem('conflict', 'Somebody has already decided.');
    if (suggestion.member_id === actor.memberId && suggestion.author_id !== actor.memberId)
      throw new Problem('not-allowed', 'Someone else decides about your own suggestion.');
    if (isAccepted) await accept(deps, parts, tx, suggestion, actor.memberId);
    await closeSuggestion(tx, suggestion.id, isAccepted ? 'accepted' : 'declined', actor.memberId, dateOf(deps.clock));
    await writeAudit(deps, tx, {
      actorId: actor.memberId,
      verb: isAccepted ? 'suggestion.accept' : 'suggestion.decline',
      subjectKind: 'translation',
      subjectId: suggestion.id,
      detail: { of: suggestion.address, to: suggestion.language },
    });
    return { ...suggestion, state: isAccepted ? ('accepted' as const) : ('declined' as const) };
  });
  deps.events.wake();
  parts.store.invalidate({ homeId: row.home_id, address: row.address, language: row.language });
  const [view] = await viewSuggestions(parts, [row]);
  if (!view) throw new Problem('not-found');
  return view;
}

async function accept(
  deps: SuggestionDeps,
  { texts, rules, memory }: DecideParts,
  tx: Tx,
  row: SuggestionRow,
  decidedBy: string,
): Promise<void> {
  const address = row.address as TextAddress;
  const source = (await texts.readAll([address])).get(address);
  if (!source || sourceHash(source.text) !== row.source_hash)
    throw new Problem('conflict', 'The text was changed since this was suggested.');
  const key = { homeId: row.home_id, address: row.address, language: row.language };
  await putTranslation(tx, {
    home_id: row.home_id,
    address: row.address,
    language: row.language,
    source_hash: row.source_hash,
    source_languages: source.languages ?? [row.source_language],
    state: 'ok',
    text: row.text,
    pairs: JSON.stringify([{ source: source.text, target: row.text, from: row.source_language }]),
    origin: 'member',
    by_member: row.member_id,
    pipeline_version: pipelineVersion,
    rules_version: rules.version,
    made_at: dateOf(deps.clock),
  });
  const known = { from: row.source_language, to: row.language, origin: 'member' as const, homeId: row.home_id };
  await memory.remember(
    wordingPairs(source.text, row.text).map((pair) => ({ ...known, ...pair })),
    tx,
  );
  await deps.events.emit(tx, 'translation.changed', key);
  await deps.events.emit(tx, 'translation.accepted', {
    suggestionId: row.id,
    memberId: row.member_id,
    by: decidedBy,
  });
}
