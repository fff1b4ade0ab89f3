import type { BodyOf, ComplianceState, routes } from '@teahouse/contract';
import type { SubjectKind } from './subjects.ts';

export type Action = BodyOf<typeof routes.moderation.decide>['action'];

/** What an action would make of a subject; `unfit` and `no-change` are refused. Pure. */
export type Outcome = { compliance: ComplianceState } | 'unfit' | 'no-change';

interface Standing {
  kind: SubjectKind;
  compliance: ComplianceState;
  /** How it stood before it was removed; asked for when a removal is taken back. */
  beforeRemoval: ComplianceState | undefined;
}

const actionsOf: Record<SubjectKind, readonly Action[]> = {
  note: ['limit', 'remove', 'restore', 'dismiss'],
  // A comment has no feed that it could be kept out of.
  comment: ['remove', 'restore', 'dismiss'],
  member: ['suspend', 'unsuspend', 'dismiss'],
};

export function outcomeOf(action: Action, { kind, compliance, beforeRemoval }: Standing): Outcome {
  if (!actionsOf[kind].includes(action)) return 'unfit';
  const wanted = wantedCompliance(action, compliance, beforeRemoval);
  return wanted === compliance && action !== 'dismiss' ? 'no-change' : { compliance: wanted };
}

function wantedCompliance(
  action: Action,
  compliance: ComplianceState,
  beforeRemoval: ComplianceState | undefined,
): ComplianceState {
  switch (action) {
    case 'limit':
      return 'limited';
    case 'remove':
    case 'suspend':
      return 'removed';
    case 'restore':
    case 'unsuspend':
      return compliance === 'removed' ? released(beforeRemoval) : 'allowed';
    case 'dismiss':
      return compliance;
  }
}

/** Whoever takes a decision back has read the text: it does not fall back to waiting for a reader. */
export function released(former: ComplianceState | undefined): ComplianceState {
  return former === 'limited' ? 'limited' : 'allowed';
}

/** The standing a decision gave its subject: an appeal undoes it only where it still stands. */
export function standingAfter(action: string): ComplianceState | undefined {
  if (action === 'hold') return 'held';
  if (action === 'limit') return 'limited';
  return action === 'remove' || action === 'suspend' ? 'removed' : undefined;
}
