import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/database.ts';

/** Rows of one kind that go in one transaction. */
const batch = 500;
/** Threads and pictures draw more with them. */
const smallBatch = 20;

interface Found {
  found: number;
}

async function count(query: RawBuilder<Found>, tx: Tx): Promise<number> {
  const { rows } = await query.execute(tx);
  return rows[0]?.found ?? 0;
}

/** Likes and collects count for a note's author as long as the note is there. */
export function eraseLikes(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from note_like where member_id = ${memberId}
        and note_id in (select note_id from note_like where member_id = ${memberId} limit ${batch}) returning note_id
    ), counted as (
      update note_stat set likes = likes - 1 from gone where note_stat.note_id = gone.note_id
    ), ${receivedFrom()}
    select count(*) as found from gone`,
    tx,
  );
}

export function eraseCollects(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from collect where member_id = ${memberId}
        and note_id in (select note_id from collect where member_id = ${memberId} limit ${batch}) returning note_id
    ), counted as (
      update note_stat set collects = collects - 1 from gone where note_stat.note_id = gone.note_id
    ), ${receivedFrom()}
    select count(*) as found from gone`,
    tx,
  );
}

function receivedFrom() {
  return sql`received as (
      update member_stat set received = received - given.times
      from (
        select author_id, count(*) as times from gone join note on note.id = gone.note_id
        where note.deleted_at is null group by author_id
      ) as given
      where member_stat.member_id = given.author_id
    )`;
}

export function eraseShares(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from note_share where member_id = ${memberId}
        and note_id in (select note_id from note_share where member_id = ${memberId} limit ${batch}) returning note_id
    ), counted as (
      update note_stat set shares = shares - 1 from gone where note_stat.note_id = gone.note_id
    )
    select count(*) as found from gone`,
    tx,
  );
}

export function eraseCommentLikes(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from comment_like where ctid in (select ctid from comment_like where member_id = ${memberId} limit ${batch})
      returning note_id, comment_id
    ), counted as (
      update comment set likes = likes - 1 from gone where comment.note_id = gone.note_id and comment.id = gone.comment_id
    )
    select count(*) as found from gone`,
    tx,
  );
}

/** Replies leave their root's count and, where everyone could read them, the note's. */
export function withdrawReplies(tx: Tx, memberId: string, now: Date): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      update comment set deleted_at = ${now}, deleted_by = ${memberId} where (note_id, id) in (
        select note_id, id from comment
        where author_id = ${memberId} and parent_id is not null and deleted_at is null order by id limit ${batch})
      returning note_id, id, parent_id, compliance
    ), visible as (
      select gone.note_id, gone.parent_id, root.compliance as root_compliance
      from gone join comment as root on root.note_id = gone.note_id and root.id = gone.parent_id
      where gone.compliance = 'allowed'
    ), roots as (
      update comment set replies = replies - given.times
      from (select note_id, parent_id, count(*) as times from visible group by note_id, parent_id) as given
      where comment.note_id = given.note_id and comment.id = given.parent_id
    ), counted as (
      update note_stat set comments = comments - given.times
      from (select note_id, count(*) as times from visible where root_compliance = 'allowed' group by note_id) as given
      where note_stat.note_id = given.note_id
    )
    select count(*) as found from gone`,
    tx,
  );
}

/** A withdrawn root takes its thread along, as when its author deletes it. */
export function withdrawThreads(tx: Tx, memberId: string, now: Date): Promise<number> {
  return count(
    sql<Found>`
    with roots as (
      select note_id, id, compliance from comment
      where author_id = ${memberId} and parent_id is null and deleted_at is null order by id limit ${smallBatch} for update
    ), gone as (
      update comment set deleted_at = ${now}, deleted_by = ${memberId}, is_pinned = false from roots
      where comment.note_id = roots.note_id and (comment.id = roots.id or comment.parent_id = roots.id)
        and comment.deleted_at is null
      returning comment.note_id, comment.compliance, roots.compliance as root_compliance
    ), counted as (
      update note_stat set comments = comments - given.times
      from (
        select note_id, count(*) as times from gone
        where compliance = 'allowed' and root_compliance = 'allowed' group by note_id
      ) as given
      where note_stat.note_id = given.note_id
    )
    select count(*) as found from roots`,
    tx,
  );
}

/** Withdrawn comments with what hangs on them. */
export function eraseComments(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from comment where (note_id, id) in (
        select note_id, id from comment where author_id = ${memberId} order by id limit ${batch})
      returning note_id, id
    ), likes as (
      delete from comment_like using gone where comment_like.note_id = gone.note_id and comment_id = gone.id
    ), pictures as (
      delete from comment_media using gone where comment_media.note_id = gone.note_id and comment_id = gone.id
    ), mentions as (
      delete from comment_mention using gone where comment_mention.note_id = gone.note_id and comment_id = gone.id
    ), ${sql.join(translatedTables.map(translationsOfGone))}
    select count(*) as found from gone`,
    tx,
  );
}

/** What other languages, and those who worked on them, keep of a text. */
const translatedTables = [
  'translation',
  'translation_verdict',
  'translation_suggestion',
  'translation_review',
  'translation_injection',
];

/** Of erased comments: the third part of an address is the comment. */
function translationsOfGone(table: string) {
  return sql`${sql.ref(`of_${table}`)} as (
      delete from ${sql.table(table)} as t using gone
      where t.home_id = gone.note_id and starts_with(t.address, 'comment.') and split_part(t.address, ':', 3) = gone.id::text
    )`;
}

/** Translations of a member's bio and of the names of their boards. */
export async function eraseTranslations(tx: Tx, memberId: string): Promise<number> {
  for (const table of translatedTables)
    await sql`
      delete from ${sql.table(table)} where home_id = ${memberId}::uuid
        or home_id in (select id from board where member_id = ${memberId}::uuid)`.execute(tx);
  return 0;
}

/** A translation's counters are its verdicts. */
export function eraseVerdicts(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from translation_verdict where ctid in (
        select ctid from translation_verdict where member_id = ${memberId} limit ${batch})
      returning home_id, address, language, verdict
    ), counted as (
      update translation as t set good = good - (verdict = 'good')::integer, wrong = wrong - (verdict = 'wrong')::integer
      from gone where (t.home_id, t.address, t.language) = (gone.home_id, gone.address, gone.language)
    )
    select count(*) as found from gone`,
    tx,
  );
}

export function eraseGlossVotes(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from gloss_vote where member_id = ${memberId}
        and gloss_id in (select gloss_id from gloss_vote where member_id = ${memberId} limit ${batch})
      returning gloss_id, vote
    ), counted as (
      update gloss set up_votes = up_votes - (vote = 'up')::integer, down_votes = down_votes - (vote = 'down')::integer
      from gone where gloss.id = gone.gloss_id
    )
    select count(*) as found from gone`,
    tx,
  );
}

export function eraseGlossRemarks(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from gloss_remark where (gloss_id, id) in (
        select gloss_id, id from gloss_remark where member_id = ${memberId} order by id limit ${batch})
      returning gloss_id, id
    ), counted as (
      update gloss set remarks = remarks - given.times
      from (select gloss_id, count(*) as times from gone group by gloss_id) as given where gloss.id = given.gloss_id
    ), translations as (
      delete from translation as t using gone
      where t.home_id = gone.gloss_id and t.address = 'gloss.remark:' || gone.gloss_id || ':' || gone.id
    )
    select count(*) as found from gone`,
    tx,
  );
}

/** A word that nobody else asked about is nobody's question any more. */
export function eraseGlossRequests(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from gloss_request_member where ctid in (
        select ctid from gloss_request_member where member_id = ${memberId} limit ${batch})
      returning request_id
    ), closed as (
      delete from gloss_request using gone where id = gone.request_id and asked <= 1 and state = 'open'
    ), counted as (
      update gloss_request set asked = asked - 1 from gone where id = gone.request_id and (asked > 1 or state <> 'open')
    )
    select count(*) as found from gone`,
    tx,
  );
}

/** Who read what in translation: the rows count on, under keys that say nothing. */
export async function forgetReader(tx: Tx, memberId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update translation_reader set viewer_key = 'x-' || gen_random_uuid() where (note_id, viewer_key) in (
      select note_id, viewer_key from translation_reader where viewer_key = ${memberId} limit ${batch})`.execute(tx);
  return Number(numAffectedRows);
}

/** Words the community has made its own stay, without the name of whoever wrote them first. */
export async function anonymiseContributions(tx: Tx, memberId: string): Promise<void> {
  await sql`update translation set by_member = null where by_member = ${memberId}`.execute(tx);
  await sql`update translation_review set author_id = null where author_id = ${memberId}`.execute(tx);
  await sql`update gloss set author_id = null where author_id = ${memberId}`.execute(tx);
  await sql`update traffic_signal set dismissed_by = null where dismissed_by = ${memberId}`.execute(tx);
  await sql`update topic_link set proposed_by = null where proposed_by = ${memberId}`.execute(tx);
}

export function eraseFollowing(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from follow where member_id = ${memberId}
        and followee_id in (select followee_id from follow where member_id = ${memberId} limit ${batch})
      returning followee_id
    ), counted as (
      update member_stat set followers = followers - 1 from gone where member_stat.member_id = gone.followee_id
    )
    select count(*) as found from gone`,
    tx,
  );
}

export function eraseFollowers(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with gone as (
      delete from follow where followee_id = ${memberId}
        and member_id in (select member_id from follow where followee_id = ${memberId} limit ${batch})
      returning member_id
    ), counted as (
      update member_stat set following = following - 1 from gone where member_stat.member_id = gone.member_id
    )
    select count(*) as found from gone`,
    tx,
  );
}

/** Counters are the number of rows, so the rows stay, each under a key of its own that says nothing. */
export function forgetViewer(tx: Tx, memberId: string): Promise<number> {
  return count(
    sql<Found>`
    with seen as (
      update viewer_event set viewer_key = 'x-' || gen_random_uuid() where (day, token_id, kind) in (
        select day, token_id, kind from viewer_event where viewer_key = ${memberId} limit ${batch})
      returning note_id
    ), viewers as (
      update note_viewer set viewer_key = 'x-' || gen_random_uuid()
      where viewer_key = ${memberId} and note_id in (select note_id from seen)
    )
    select count(*) as found from seen`,
    tx,
  );
}

/** Those whose events are no longer kept; found by reading the table once. */
export async function forgetOldViews(tx: Tx, memberId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update note_viewer set viewer_key = 'x-' || gen_random_uuid() where (note_id, viewer_key) in (
      select note_id, viewer_key from note_viewer where viewer_key = ${memberId} limit ${batch * 10})`.execute(tx);
  return numAffectedRows === BigInt(batch * 10) ? batch : 0;
}

/** Likewise the rows of the ledger: the sums of what was shown stay right, nobody can say to whom. */
export async function forgetExposure(tx: Tx, memberId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update exposure set viewer_key = 'x-' || gen_random_uuid() where (day, note_id, viewer_key) in (
      select day, note_id, viewer_key from exposure where viewer_key = ${memberId} limit ${batch})`.execute(tx);
  return Number(numAffectedRows);
}

/** Rows that belong to the member alone and count nowhere, with the column that says so. */
export const ownRows = [
  ['draft', 'member_id'],
  ['board', 'member_id'],
  ['block', 'member_id'],
  ['block', 'blocked_id'],
  ['mute', 'member_id'],
  ['mute', 'muted_id'],
  ['not_interested', 'member_id'],
  ['not_interested', 'author_id'],
  ['feed_control', 'member_id'],
  ['feed_topic_intensity', 'member_id'],
  ['feed_usual_day', 'member_id'],
  ['search_history', 'member_id'],
  ['notification', 'member_id'],
  ['notification_actor', 'member_id'],
  ['idempotency', 'member_id'],
  ['translation_suggestion', 'member_id'],
  ['translation_suggestion', 'author_id'],
  ['translation_report', 'member_id'],
  ['traffic_signal', 'subject_id'],
] as const;

export async function eraseRows(tx: Tx, [table, column]: (typeof ownRows)[number], memberId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from ${sql.table(table)} where ctid in (
      select ctid from ${sql.table(table)} where ${sql.ref(column)} = ${memberId} limit ${batch})`.execute(tx);
  return Number(numAffectedRows);
}

export async function eraseMedia(tx: Tx, memberId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from media where id in (select id from media where owner_id = ${memberId} limit ${smallBatch}) returning id`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** What was reported and decided stays on record; the words it was about, and the reporter, do not. */
export async function blankRecords(tx: Tx, memberId: string): Promise<void> {
  await sql`
    update report set snapshot = '{}', matched_terms = '{}', state = case state when 'open' then 'dismissed' else state end
    where author_id = ${memberId}`.execute(tx);
  await sql`update report set reporter_id = null, detail = '' where reporter_id = ${memberId}`.execute(tx);
  await sql`update decision set excerpt = '' where author_id = ${memberId}`.execute(tx);
  await sql`update appeal set text = '' where member_id = ${memberId}`.execute(tx);
}
