import type { MemberId, TranslationReviewId, TranslationReviewView } from '@teahouse/contract';
import type { MemberReader } from '../../members/index.ts';
import type { OutputRules } from '../store/keep-translation.ts';
import type { ReviewRow } from './reviews.sql.ts';

export interface ReviewViewParts {
  members: Pick<MemberReader, 'summaries'>;
  rules: OutputRules;
}

/** In order. An author who left is not named. */
export async function viewReviews(
  { members, rules }: ReviewViewParts,
  rows: readonly ReviewRow[],
): Promise<TranslationReviewView[]> {
  const people = await members.summaries(rows.flatMap(({ author_id }) => author_id ?? []));
  return rows.map((row) => {
    const author = row.author_id === null ? undefined : people.get(row.author_id)?.view;
    return {
      id: row.id as TranslationReviewId,
      of: row.address,
      from: row.from_language,
      to: row.language,
      reason: row.reason,
      matchedTerms: row.matched_terms,
      source: row.source,
      output: row.output,
      engine: row.engine,
      sourceIsFlagged: rules.check(row.source, row.from_language).length > 0,
      ...(/^(?:note|comment)\./.test(row.address) ? { noteId: row.home_id } : {}),
      ...(author && { author: { id: row.author_id as MemberId, handle: author.handle, name: author.name } }),
      reportCount: row.reports,
      details: row.details,
      state: row.state,
      ...(row.decision && { decision: row.decision }),
      createdAt: row.created_at.toISOString(),
    };
  });
}
