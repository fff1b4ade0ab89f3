import type { followRoutes, ResponseOf } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { selectHidden } from './follows.sql.ts';

/** Newest first; deleted members need no lifting and are left out. */
export async function listHidden(
  { db }: Pick<Deps, 'db'>,
  { members }: Pick<Readers, 'members'>,
  { memberId }: Actor,
): Promise<ResponseOf<typeof followRoutes.listHidden>> {
  const rows = await selectHidden(db, memberId);
  const known = await members.summaries(rows.map((row) => row.other_id));
  const viewsOf = (kind: 'block' | 'mute') =>
    rows.flatMap((row) => {
      const summary = known.get(row.other_id);
      return row.kind === kind && summary && summary.state !== 'deleted' ? [summary.view] : [];
    });
  return { blocked: viewsOf('block'), muted: viewsOf('mute') };
}
