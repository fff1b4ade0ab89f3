import type { ModerationAction, Subject } from '../data/moderation.ts';

const actionsOf: Record<Subject['kind'], readonly ModerationAction[]> = {
  note: ['restore', 'limit', 'remove', 'dismiss'],
  comment: ['restore', 'remove', 'dismiss'],
  member: ['suspend', 'unsuspend', 'dismiss'],
};

/** What can be decided about a subject as it stands: nothing that would change nothing. */
export function actionsFor(subject: Pick<Subject, 'kind' | 'compliance'>, isOpen: boolean): ModerationAction[] {
  return actionsOf[subject.kind].filter((action) => {
    // To let a held text stand is to dismiss the house's own doubt about it.
    if (action === 'dismiss') return isOpen && subject.compliance !== 'held';
    return standingAfter[action] !== subject.compliance;
  });
}

const standingAfter = {
  limit: 'limited',
  remove: 'removed',
  suspend: 'removed',
  restore: 'allowed',
  unsuspend: 'allowed',
} as const;
