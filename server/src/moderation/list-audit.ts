import type { ResponseOf, routes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { selectAudit } from './audit.sql.ts';

type AuditRoute = typeof routes.moderation.audit;

const position = z.object({ id: z.string(), at: z.coerce.date() });
/** The name in the list where no person acted. */
const theHouse = 'house';

export async function listAudit(
  { db }: Pick<Deps, 'db'>,
  { cursors, members }: Pick<Readers, 'cursors' | 'members'>,
  { actor, query }: Input<AuditRoute>,
): Promise<ResponseOf<AuditRoute>> {
  const scope = `moderation.audit ${actor.memberId}`;
  const after = query.cursor ? cursors.decode(scope, query.cursor, position) : undefined;
  const rows = await selectAudit(db, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const actors = await members.summaries(page.flatMap((row) => row.actor_id ?? []));
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actor_id === null ? theHouse : (actors.get(row.actor_id)?.view.handle ?? ''),
      verb: row.verb,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      detail: row.detail as Record<string, unknown>,
    })),
    ...(last ? { nextCursor: cursors.encode(scope, { id: last.id, at: last.at }) } : {}),
  };
}
