import type { Queryable } from '../platform/db/database.ts';

/** Authors with their pictures, by id. */
export function selectAuthors(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('member')
    .leftJoin('media', 'media.id', 'member.avatar_media_id')
    .select([
      'member.id',
      'member.handle',
      'member.name',
      'member.avatar_hue',
      'member.role',
      'member.state',
      'member.joined_at',
      'media.id as media_id',
      'media.width',
      'media.height',
      'media.thumbhash',
      'media.widths',
      'media.has_avif',
    ])
    .where('member.id', 'in', [...ids])
    .execute();
}

export type AuthorRow = Awaited<ReturnType<typeof selectAuthors>>[number];

export function selectMemberByHandle(db: Queryable, handleKey: string) {
  return db
    .selectFrom('member_handle')
    .innerJoin('member', 'member.id', 'member_handle.member_id')
    .select(['member.id', 'member.handle', 'member.state'])
    .where('member_handle.handle_key', '=', handleKey)
    .executeTakeFirst();
}
