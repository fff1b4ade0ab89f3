import type { Queryable } from '../platform/db/database.ts';

export function selectMembersByKeys(db: Queryable, keys: readonly string[]) {
  return db
    .selectFrom('member_handle')
    .innerJoin('member', 'member.id', 'member_handle.member_id')
    .select(['member_handle.handle_key', 'member.id', 'member.handle', 'member.name'])
    .where('member_handle.handle_key', 'in', [...keys])
    .where('member.state', '=', 'active')
    .execute();
}
