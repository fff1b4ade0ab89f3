import type { ComplianceState } from '@teahouse/contract';
import { sql } from 'kysely';
import type { MediaRow } from '../media/index.ts';
import type { Queryable } from '../platform/db/database.ts';

export interface SubjectRow {
  id: string;
  note_id: string | null;
  author_id: string;
  author_role: 'member' | 'moderator' | 'operator';
  author_state: 'active' | 'suspended' | 'deleted';
  compliance: ComplianceState;
  is_gone: boolean;
  title: string | null;
  text: string;
  language: string;
  pictures: MediaRow[];
  versions: { language: string; title: string; text: string }[];
}

export async function selectNoteSubject(db: Queryable, id: string, locks: boolean): Promise<SubjectRow | undefined> {
  const { rows } = await sql<SubjectRow>`
    select note.id, note.id as note_id, note.author_id, ${author}, note.compliance, note.deleted_at is not null as is_gone,
      note.title, note.text, note.language,
      array(select json_build_object('language', v.language, 'title', v.title, 'text', v.text)
        from note_version v where v.note_id = note.id order by v.language) as versions,
      ${pictures(sql`note_media on note_media.media_id = media.id where note_media.note_id = note.id order by note_media.position`)}
    from note join member on member.id = note.author_id where note.id = ${id} ${lock(locks, sql`note`)}`.execute(db);
  return rows[0];
}

export async function selectCommentSubject(db: Queryable, id: string, locks: boolean): Promise<SubjectRow | undefined> {
  const { rows } = await sql<SubjectRow>`
    select comment.id, comment.note_id, comment.author_id, ${author}, comment.compliance,
      comment.deleted_at is not null as is_gone, null as title, comment.text, comment.language, '{}'::json[] as versions,
      ${pictures(sql`comment_media on comment_media.media_id = media.id
        where comment_media.note_id = comment.note_id and comment_media.comment_id = comment.id order by comment_media.position`)}
    from comment join member on member.id = comment.author_id where comment.id = ${id} ${lock(locks, sql`comment`)}`.execute(
    db,
  );
  return rows[0];
}

export async function selectMemberSubject(db: Queryable, id: string, locks: boolean): Promise<SubjectRow | undefined> {
  const { rows } = await sql<SubjectRow>`
    select member.id, null as note_id, member.id as author_id, ${author},
      case member.state when 'active' then 'allowed' else 'removed' end as compliance, member.state = 'deleted' as is_gone,
      member.name as title, member.bio as text, member.bio_language as language, '{}'::json[] as versions,
      ${pictures(sql`member as owner on owner.avatar_media_id = media.id where owner.id = member.id`)}
    from member where member.id = ${id} ${lock(locks, sql`member`)}`.execute(db);
  return rows[0];
}

const author = sql`member.role as author_role, member.state as author_state`;

function pictures(source: ReturnType<typeof sql>) {
  return sql`array(
    select json_build_object('id', media.id, 'width', media.width, 'height', media.height, 'thumbhash', media.thumbhash,
      'widths', media.widths, 'has_avif', media.has_avif)
    from media join ${source}) as pictures`;
}

function lock(locks: boolean, table: ReturnType<typeof sql>) {
  return locks ? sql`for update of ${table}` : sql``;
}

export interface StandingRow {
  kind: 'note' | 'comment' | 'member';
  id: string;
  compliance: ComplianceState;
}

/** How subjects stand now, whatever they read when they were reported. */
export async function selectStandings(
  db: Queryable,
  subjects: readonly { kind: string; id: string }[],
): Promise<StandingRow[]> {
  const idsOf = (kind: string) => subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
  const { rows } = await sql<StandingRow>`
    select 'note' as kind, id, compliance from note where id = any(${idsOf('note')}::uuid[])
    union all select 'comment', id, compliance from comment where id = any(${idsOf('comment')}::uuid[])
    union all select 'member', id, case state when 'active' then 'allowed' else 'removed' end
      from member where id = any(${idsOf('member')}::uuid[])`.execute(db);
  return rows;
}
