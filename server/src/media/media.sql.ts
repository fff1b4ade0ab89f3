import { sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';
import type { RenderedPicture } from '../platform/pictures/workshop.ts';

const columns = [
  'id',
  'owner_id',
  'state',
  'width',
  'height',
  'thumbhash',
  'widths',
  'has_avif',
  'problem',
  'bytes',
] as const;

export function selectMedia(db: Queryable, id: string) {
  return db
    .selectFrom('media')
    .select([...columns, 'used_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function selectManyMedia(db: Queryable, ids: readonly string[]) {
  return db
    .selectFrom('media')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute();
}

export interface Pending {
  unfinished: number;
  unused: number;
}

/** What a member has begun and not used. Locks the member's uploads, so that two of them cannot both be the last one. */
export async function countPending(tx: Queryable, ownerId: string): Promise<Pending> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${ownerId}, 0))`.execute(tx);
  const { rows } = await sql<Pending>`
    select count(*) filter (where state = 'uploading') as unfinished, count(*) as unused
    from media where owner_id = ${ownerId} and used_at is null`.execute(tx);
  return rows[0] ?? { unfinished: 0, unused: 0 };
}

export async function insertUpload(tx: Queryable, id: string, ownerId: string, created_at: Date): Promise<void> {
  await tx
    .insertInto('media')
    .values({
      id,
      owner_id: ownerId,
      state: 'uploading',
      problem: null,
      width: null,
      height: null,
      thumbhash: null,
      created_at,
    })
    .execute();
}

export async function insertReady(
  db: Queryable,
  id: string,
  ownerId: string,
  picture: RenderedPicture,
  created_at: Date,
): Promise<void> {
  await db
    .insertInto('media')
    .values({ id, owner_id: ownerId, state: 'ready', problem: null, created_at, ...describe(picture) })
    .execute();
}

/** The last byte has arrived. False when the upload was withdrawn meanwhile. */
export async function markProcessing(tx: Queryable, id: string, bytes: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('media')
    .set({ state: 'processing', bytes })
    .where('id', '=', id)
    .where('state', '=', 'uploading')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function markReady(db: Queryable, id: string, picture: RenderedPicture): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('media')
    .set({ state: 'ready', ...describe(picture) })
    .where('id', '=', id)
    .where('state', '=', 'processing')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function markRefused(db: Queryable, id: string, problem: string): Promise<void> {
  await db.updateTable('media').set({ state: 'refused', problem }).where('id', '=', id).execute();
}

function describe({ width, height, thumbhash, widths, hasAvif }: RenderedPicture) {
  return {
    width,
    height,
    thumbhash,
    widths,
    has_avif: hasAvif,
  };
}

export interface ServableRow {
  id: string;
  owner_id: string;
  widths: number[];
  has_avif: boolean;
  /** Every note that shows it was removed by a decision. */
  is_withdrawn: boolean;
}

export async function selectServable(db: Queryable, ids: readonly string[]): Promise<ServableRow[]> {
  const { rows } = await sql<ServableRow>`
    select id, owner_id, widths, has_avif, coalesce((
      select bool_and(note.compliance = 'removed') from note_media join note on note.id = note_media.note_id
      where note_media.media_id = media.id), false) as is_withdrawn
    from media where id = any(${[...ids]}::uuid[]) and state = 'ready'`.execute(db);
  return rows;
}

/** Deletes one unused picture of a member. */
export async function deleteUnused(tx: Queryable, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('media')
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Takes uploads and pictures that nobody uses out of the house, oldest first. Pictures of drafts stay. */
export async function deleteGarbage(tx: Queryable, before: Date, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from media where id in (
      select id from media where used_at is null and created_at < ${before}
        and not exists (select from note_media where media_id = media.id)
        and not exists (select from comment_media where media_id = media.id)
        and not exists (select from member where member.id = media.owner_id and avatar_media_id = media.id)
        and not exists (
          select from draft where member_id = media.owner_id
          and content @> jsonb_build_object('pictures', jsonb_build_array(jsonb_build_object('mediaId', media.id))))
      order by created_at limit ${limit} for update skip locked)
    returning id`.execute(tx);
  return rows.map((row) => row.id);
}
