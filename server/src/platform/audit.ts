import { dateOf } from './clock.ts';
import type { Queryable } from './db/database.ts';
import type { Deps } from './deps.ts';

export interface AuditEntry {
  actorId: string | undefined;
  /** `noun.verb`, as in `comment.delete`. */
  verb: string;
  subjectKind: string;
  subjectId: string;
  detail?: Record<string, unknown>;
}

/** Writes down who did what to whom, in the transaction of the deed. */
export async function writeAudit(
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  tx: Queryable,
  { actorId, verb, subjectKind, subjectId, detail = {} }: AuditEntry,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      id: ids.next(),
      at: dateOf(clock),
      actor_id: actorId ?? null,
      verb,
      subject_kind: subjectKind,
      subject_id: subjectId,
      detail: JSON.stringify(detail),
    })
    .execute();
}
