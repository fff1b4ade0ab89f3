import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { appealDecision } from './appeal-decision.ts';
import { decide } from './decide.ts';
import { decideAppeal } from './decide-appeal.ts';
import { listAppeals } from './list-appeals.ts';
import { listAudit } from './list-audit.ts';
import { listReports } from './list-reports.ts';
import { listStatements } from './list-statements.ts';
import type { ModerationOthers } from './moderation-others.ts';
import { reportSubject } from './report-subject.ts';
import { rulesIn } from './rules/house-rules.ts';

export function moderationHandlers(deps: Deps, others: ModerationOthers): Handlers<typeof routes.moderation> {
  return {
    rules: ({ query }) => rulesIn(query.language),
    report: (input) => reportSubject(deps, others, input),
    listReports: (input) => listReports(deps, others, input),
    decide: (input) => decide(deps, others, input),
    listStatements: (input) => listStatements(deps, others, input),
    appeal: (input) => appealDecision(deps, input),
    listAppeals: (input) => listAppeals(deps, others, input),
    decideAppeal: (input) => decideAppeal(deps, others, input),
    audit: (input) => listAudit(deps, others, input),
  };
}
