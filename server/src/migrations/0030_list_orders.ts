import { type Kysely, sql } from 'kysely';

/** Lists of whom a member follows, and notifications of one kind, are read newest first. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index follow_by_member on follow (member_id, at desc, followee_id desc);
    create index notification_by_kind on notification (member_id, kind, at desc, id desc);
  `.execute(db);
}
