import type { NoteVersion } from '@teahouse/contract';
import { writeAudit } from '../platform/audit.ts';
import { dateOf } from '../platform/clock.ts';
import type { Queryable } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { insertDecision } from './decisions.sql.ts';
import { closeHouseReports, insertHouseReport } from './reports.sql.ts';
import { currentRulesVersion, ruleLanguageOf } from './rules/house-rules.ts';
import { excerptOf, type Snapshot } from './subjects.ts';
import type { HouseWordBank } from './word-bank/word-bank.ts';

export interface HeldText {
  subjectKind: 'note' | 'comment';
  subjectId: string;
  noteId: string;
  authorId: string;
  title?: string;
  text: string;
  language: string;
  /** What the author wrote in other languages. */
  versions?: readonly NoteVersion[];
  pictureUrls?: readonly string[];
  /** What the word bank found. */
  terms: readonly string[];
}

/** Call it in the transaction that writes the text with compliance `held`: queue, statement of reasons and audit go with it. */
export type HoldForReview = (tx: Queryable, held: HeldText) => Promise<void>;

const explanations = {
  en: 'Our word list noticed something in this text, so a moderator reads it before others do. Until then only you can see it. If it is harmless you need not do anything; you may also say so in an appeal.',
  zh: '词表在这段文字里碰到了需要留意的词，所以先请管理员看一眼，再给其他人看。在那之前只有你自己看得到。如果没什么问题，什么都不用做；也可以在申诉里说明。',
};

export function createHoldForReview(
  deps: Pick<Deps, 'ids' | 'clock' | 'events'>,
  wordBank: HouseWordBank,
): HoldForReview {
  return async (tx, held) => {
    const { subjectKind, subjectId, noteId, authorId, terms } = held;
    const decisionId = deps.ids.next();
    const now = dateOf(deps.clock);
    const about = { subject_kind: subjectKind, subject_id: subjectId, note_id: noteId, author_id: authorId };
    const snapshot = snapshotOf(held);
    await closeHouseReports(tx, { kind: subjectKind, id: subjectId });
    await insertHouseReport(tx, {
      ...about,
      id: deps.ids.next(),
      reporter_id: null,
      reason: 'word-bank',
      matched_terms: [...terms],
      snapshot: JSON.stringify(snapshot),
      created_at: now,
    });
    await insertDecision(tx, {
      ...about,
      id: decisionId,
      moderator_id: null,
      action: 'hold',
      former_compliance: 'allowed',
      rule_number: wordBank.ruleOf(terms),
      rule_version: currentRulesVersion,
      explanation: explanations[ruleLanguageOf(held.language)],
      excerpt: excerptOf(snapshot),
      source: 'word-bank',
      decided_at: now,
    });
    await writeAudit(deps, tx, {
      actorId: undefined,
      verb: `${subjectKind}.hold`,
      subjectKind,
      subjectId,
      detail: { decisionId, terms: [...terms] },
    });
    await deps.events.emit(tx, 'decision.made', { decisionId, memberId: authorId, action: 'hold' });
  };
}

function snapshotOf({ title, text, language, versions = [], pictureUrls = [] }: HeldText): Snapshot {
  return {
    ...(title === undefined ? {} : { title }),
    text,
    language,
    versions: [...versions],
    pictureUrls: [...pictureUrls],
  };
}
