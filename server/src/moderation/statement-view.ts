import type { AppealId, DecisionId, ResponseOf, routes } from '@teahouse/contract';
import type { DecisionRow } from './decisions.sql.ts';
import { getRule } from './rules/house-rules.ts';

export type StatementView = ResponseOf<typeof routes.moderation.decide>;

/** A statement of reasons quotes the rule as it read when the decision was made. It never says who reported. */
export function statementView(row: DecisionRow, language: string): StatementView {
  const { title, text } = getRule(row.rule_number, language, row.rule_version);
  return {
    id: row.id as DecisionId,
    subject: { kind: row.subject_kind as StatementView['subject']['kind'], id: row.subject_id, excerpt: row.excerpt },
    action: row.action as StatementView['action'],
    rule: { number: row.rule_number, version: row.rule_version, title, text },
    explanation: row.explanation,
    source: row.source as StatementView['source'],
    decidedAt: row.decided_at.toISOString(),
    ...(row.appeal ? { appeal: appealView(row.appeal) } : {}),
  };
}

function appealView(appeal: NonNullable<DecisionRow['appeal']>): StatementView['appeal'] {
  return {
    id: appeal.id as AppealId,
    state: appeal.state,
    text: appeal.text,
    answer: appeal.answer,
    createdAt: new Date(appeal.created_at).toISOString(),
  };
}
