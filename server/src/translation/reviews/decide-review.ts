import {
  Problem,
  type TextAddress,
  type TranslationReviewView,
  type translationReviewRoutes,
} from '@teahouse/contract';
import type { Selectable } from 'kysely';
import type { Input } from '../../http/context.ts';
import { writeAudit } from '../../platform/audit.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction, type Tx } from '../../platform/db/database.ts';
import type { TranslationReviewTable } from '../../platform/db/schema/translation.ts';
import type { Deps } from '../../platform/deps.ts';
import type { TranslationMemory } from '../memory/translation-memory.ts';
import { wordingPairs } from '../memory/wording-pairs.ts';
import { sourceHash } from '../store/source-hash.ts';
import type { TranslationStore } from '../store/translation-store.ts';
import type { TranslationKey, TranslationRow } from '../store/translations.sql.ts';
import type { TextReader } from '../texts/text-reader.ts';
import type { Translator } from '../translator.ts';
import { lockTranslationRow, putCorrection, setStanding } from './decisions.sql.ts';
import { type ReviewViewParts, viewReviews } from './review-view.ts';
import { closeReview, lockReview, selectReview } from './reviews.sql.ts';

type DecideRoute = typeof translationReviewRoutes.decide;
type Review = Selectable<TranslationReviewTable>;

export interface DecideReviewParts extends ReviewViewParts {
  texts: Pick<TextReader, 'readAll'>;
  store: Pick<TranslationStore, 'invalidate'>;
  memory: Pick<TranslationMemory, 'remember'>;
  translator: Pick<Translator, 'forgetSentences'>;
}

type DecideDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;

/**
 * A person has read source and output. Only the translation changes: whoever wrote the source has no part in what a machine made
 * of it, so no statement, report or standing of theirs is touched.
 */
export async function decideReview(
  deps: DecideDeps,
  parts: DecideReviewParts,
  input: Input<DecideRoute>,
): Promise<TranslationReviewView> {
  const { params, body } = input;
  const key = await inTransaction(deps.db, async (tx) => {
    const review = await lockReview(tx, params.reviewId);
    if (!review) throw new Problem('not-found');
    if (review.state !== 'open') throw new Problem('conflict', 'Somebody has already decided.');
    const keyOfText = { homeId: review.home_id, address: review.address, language: review.language };
    const row = await lockTranslationRow(tx, keyOfText);
    if (body.decision === 'correct') await correct(deps, parts, tx, { review, row, key: keyOfText }, input);
    // Where it reads differently by now, what was decided about is gone already.
    else if (row?.text === review.output)
      await setStanding(tx, keyOfText, body.decision === 'release' ? 'released' : 'withheld');
    await record(deps, tx, review, input);
    await deps.events.emit(tx, 'translation.changed', keyOfText);
    return keyOfText;
  });
  deps.events.wake();
  parts.store.invalidate(key);
  const decided = await selectReview(deps.db, params.reviewId);
  const [view] = decided ? await viewReviews(parts, [decided]) : [];
  if (!view) throw new Problem('not-found');
  return view;
}

interface Subject {
  review: Review;
  row: TranslationRow | undefined;
  key: TranslationKey;
}

/** The better words are remembered for every text that says the same, and the bad ones are no longer kept anywhere. */
async function correct(
  deps: DecideDeps,
  { memory, translator, texts }: DecideReviewParts,
  tx: Tx,
  { review, row, key }: Subject,
  { body, actor }: Input<DecideRoute>,
): Promise<void> {
  if (body.decision !== 'correct') return;
  const [address, hash] = [review.address as TextAddress, sourceHash(review.source)];
  const now = (await texts.readAll([address])).get(address);
  if (!row || row.source_hash !== hash || !now || sourceHash(now.text) !== hash)
    throw new Problem('conflict', 'The text was changed since: it can be released or withheld.');
  const { source, from_language: from } = review;
  const bad = row.pairs.filter(({ target }) => !body.text.includes(target));
  await putCorrection(tx, key, { text: body.text, source, from, by: actor.memberId, at: dateOf(deps.clock) });
  const known = { from, to: review.language, origin: 'member' as const, homeId: review.home_id };
  await memory.remember(
    wordingPairs(source, body.text).map((pair) => ({ ...known, ...pair })),
    tx,
  );
  await translator.forgetSentences(bad, review.language, tx);
}

async function record(deps: DecideDeps, tx: Tx, review: Review, { body, actor }: Input<DecideRoute>): Promise<void> {
  await closeReview(tx, review.id, body.decision, actor.memberId, dateOf(deps.clock));
  await writeAudit(deps, tx, {
    actorId: actor.memberId,
    verb: `translation.${body.decision}`,
    subjectKind: 'translation',
    subjectId: review.id,
    detail: { of: review.address, to: review.language, engine: review.engine, reason: review.reason },
  });
}
