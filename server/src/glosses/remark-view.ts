import type { GlossRemarkId, glossRoutes, ResponseOf } from '@teahouse/contract';
import { noRelations } from '../follows/index.ts';
import type { Actor } from '../http/context.ts';
import type { GlossParts } from './gloss-parts.ts';
import { activePeople } from './gloss-view.ts';
import type { RemarkRow } from './votes-and-remarks.sql.ts';

type RemarkView = ResponseOf<typeof glossRoutes.remark>;

/** Without those of members who left, were suspended, or do not meet the viewer. */
export async function viewRemarks(
  { members, relations }: Pick<GlossParts, 'members' | 'relations'>,
  rows: readonly RemarkRow[],
  viewer: Actor | undefined,
): Promise<RemarkView[]> {
  const [people, { blocked, mutes }] = await Promise.all([
    activePeople(
      members,
      rows.map((row) => row.member_id),
    ),
    viewer ? relations.of(viewer.memberId) : noRelations,
  ]);
  return rows.flatMap(({ id, member_id, text, language, created_at }) => {
    const by = people.get(member_id);
    if (!by || blocked.has(member_id) || mutes.has(member_id)) return [];
    return [{ id: id as GlossRemarkId, by, text, language, createdAt: created_at.toISOString() }];
  });
}
