import { type RawBuilder, sql } from 'kysely';
import type { Queryable } from '../platform/db/database.ts';

const pageSize = 1_000;

/** One file of the archive: rows of a table that belong to a member. */
export interface Section {
  file: string;
  /** Rows with a `key` to page by; `$` stands for the member. */
  rows: (memberId: string) => RawBuilder<unknown>;
}

const of = (table: string, column: string, key: string): Section['rows'] => {
  return (memberId) =>
    sql`select *, ${sql.ref(key)}::text as key from ${sql.table(table)} where ${sql.ref(column)} = ${memberId}`;
};

/** Everything the house holds about a member, as it is stored; secrets (hashes, keys) left out. */
export const sections: Section[] = [
  {
    file: 'member.json',
    rows: (memberId) => sql`
      select member.*, account.email, account.phone, member_stat.notes, followers, following, received, member.id::text as key
      from member join account on account.id = member.id join member_stat on member_stat.member_id = member.id
      where member.id = ${memberId}`,
  },
  { file: 'handles.json', rows: of('member_handle', 'member_id', 'handle_key') },
  {
    file: 'sessions.json',
    rows: (memberId) => sql`
      select id, user_agent, created_at, updated_at as seen_at, expires_at, id::text as key
      from account_session where user_id = ${memberId}`,
  },
  {
    file: 'passkeys.json',
    rows: (memberId) => sql`
      select id, name, created_at, used_at, id::text as key from passkey where member_id = ${memberId}`,
  },
  {
    file: 'notes.json',
    rows: (memberId) => sql`
      select note.*, note_stat.views, note_stat.likes, note_stat.collects, note_stat.comments, note_stat.shares,
        array(select topic.name from note_topic join topic on topic.id = topic_id where note_id = note.id order by position) as topics,
        (select json_agg(json_build_object('media_id', media_id, 'alt', alt) order by position) from note_media where note_id = note.id) as pictures,
        (select json_agg(to_jsonb(r) - 'note_id' order by version) from note_revision as r where note_id = note.id) as former_versions,
        (select json_agg(to_jsonb(v) - 'note_id' order by language) from note_version as v where note_id = note.id) as versions,
        note.id::text as key
      from note left join note_stat on note_stat.note_id = note.id where author_id = ${memberId}`,
  },
  {
    file: 'comments.json',
    rows: (memberId) => sql`
      select comment.*,
        (select json_agg(json_build_object('media_id', media_id, 'alt', alt) order by position)
          from comment_media as m where m.note_id = comment.note_id and m.comment_id = comment.id) as pictures,
        id::text as key
      from comment where author_id = ${memberId}`,
  },
  { file: 'drafts.json', rows: of('draft', 'member_id', 'id') },
  { file: 'pictures.json', rows: of('media', 'owner_id', 'id') },
  { file: 'likes.json', rows: of('note_like', 'member_id', 'note_id') },
  { file: 'boards.json', rows: of('board', 'member_id', 'id') },
  { file: 'collected.json', rows: of('collect', 'member_id', 'note_id') },
  { file: 'shares.json', rows: of('note_share', 'member_id', 'note_id') },
  {
    file: 'comment-likes.json',
    rows: (memberId) => sql`
      select *, comment_id::text as key from comment_like where member_id = ${memberId}`,
  },
  { file: 'following.json', rows: of('follow', 'member_id', 'followee_id') },
  { file: 'followers.json', rows: of('follow', 'followee_id', 'member_id') },
  { file: 'blocked.json', rows: of('block', 'member_id', 'blocked_id') },
  { file: 'muted.json', rows: of('mute', 'member_id', 'muted_id') },
  { file: 'feed-wishes.json', rows: of('feed_control', 'member_id', 'member_id') },
  {
    file: 'feed-topics.json',
    rows: (memberId) => sql`
      select wish.*, topic.name, topic_id::text as key
      from feed_topic_intensity as wish join topic on topic.id = topic_id where member_id = ${memberId}`,
  },
  { file: 'feed-usual-days.json', rows: of('feed_usual_day', 'member_id', 'day') },
  { file: 'not-interested.json', rows: of('not_interested', 'member_id', 'note_id') },
  { file: 'notifications.json', rows: of('notification', 'member_id', 'id') },
  { file: 'search-history.json', rows: of('search_history', 'member_id', 'query_key') },
  {
    file: 'views.json',
    rows: (memberId) => sql`
      select note_id, kind, surface, slot, milliseconds, at, day || token_id || kind as key
      from viewer_event where viewer_key = ${memberId}`,
  },
  {
    file: 'shown-to-me.json',
    rows: (memberId) => sql`
      select note_id, at, surface, slot, traffic, reason, pool, viewer_group, viewer_language, viewer_country, day || ' ' || note_id as key
      from exposure where viewer_key = ${memberId}`,
  },
  {
    file: 'translation-verdicts.json',
    rows: (memberId) => sql`
      select address, language, verdict, at, address || ' ' || language as key
      from translation_verdict where member_id = ${memberId}`,
  },
  {
    file: 'translation-suggestions.json',
    rows: (memberId) => sql`
      select id, address, language, source, source_language, text, state, decided_at, created_at, id::text as key
      from translation_suggestion where member_id = ${memberId}`,
  },
  {
    file: 'translation-reports.json',
    rows: (memberId) => sql`
      select review.address, review.language, report.detail, report.at, review.id::text as key
      from translation_report as report join translation_review as review on review.id = review_id
      where report.member_id = ${memberId}`,
  },
  {
    file: 'translations-read.json',
    rows: (memberId) => sql`
      select note_id, language, at, note_id::text as key from translation_reader where viewer_key = ${memberId}`,
  },
  {
    file: 'glosses.json',
    rows: (memberId) => sql`
      select id, language, term, variants, sense, is_coarse, is_ambiguous, state, version, created_at, updated_at,
        (select json_agg(to_jsonb(r) - 'gloss_id' order by language) from gloss_rendering as r where gloss_id = gloss.id) as renderings,
        id::text as key
      from gloss where author_id = ${memberId}`,
  },
  { file: 'gloss-votes.json', rows: of('gloss_vote', 'member_id', 'gloss_id') },
  { file: 'gloss-remarks.json', rows: of('gloss_remark', 'member_id', 'id') },
  {
    file: 'gloss-requests.json',
    rows: (memberId) => sql`
      select request_id, words, language, address, at, request_id::text as key
      from gloss_request_member join gloss_request on gloss_request.id = request_id where member_id = ${memberId}`,
  },
  {
    file: 'reports.json',
    rows: (memberId) => sql`
      select id, subject_kind, subject_id, reason, detail, state, created_at, id::text as key
      from report where reporter_id = ${memberId}`,
  },
  {
    file: 'decisions.json',
    rows: (memberId) => sql`
      select id, subject_kind, subject_id, action, rule_number, rule_version, explanation, excerpt, decided_at, id::text as key
      from decision where author_id = ${memberId}`,
  },
  {
    file: 'appeals.json',
    rows: (memberId) => sql`
      select id, decision_id, text, state, answer, created_at, decided_at, id::text as key
      from appeal where member_id = ${memberId}`,
  },
];

/** Rows of a section in pages: an archive of any size needs the memory of one page. */
export async function* readSection(db: Queryable, section: Section, memberId: string): AsyncGenerator<unknown[]> {
  let after = '';
  for (;;) {
    const { rows } = await sql<{ key: string; row: unknown }>`
      select key, to_jsonb(t) - 'key' as row from (${section.rows(memberId)}) as t
      where key > ${after} order by key limit ${pageSize}`.execute(db);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    after = rows.at(-1)?.key ?? '';
    if (rows.length < pageSize) return;
  }
}

/** Ready pictures of a member with their widest rendition, in pages. */
export async function selectPictures(db: Queryable, memberId: string, after: string | undefined) {
  return db
    .selectFrom('media')
    .select(['id', 'widths'])
    .where('owner_id', '=', memberId)
    .where('state', '=', 'ready')
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(pageSize)
    .execute();
}
