import { sql } from 'kysely';
import { type Db, inTransaction, type Queryable, type Tx } from '../platform/db/database.ts';

/**
 * Counters stand under a topic and, where spellings were joined, under their concept too: a note that carries two spellings of one
 * concept counts once for it. They know only notes that others may read; `countNoteInTopics` moves one in and out.
 */
const isReadable = sql`note.compliance in ('allowed', 'limited')`;

const isCounted = (noteId: string) =>
  sql<boolean>`exists (select from note where note.id = ${noteId} and ${isReadable})`;

/** Everything that counts for topics in the statement's part `of (topic_id)`: they and their concepts, each once. */
const ownersIn = (of: string) => sql`
  select topic_id as id from ${sql.table(of)}
  union select concept_id from topic join ${sql.table(of)} on topic.id = topic_id where concept_id is not null`;

/**
 * Puts a note under topics and counts it, with the views it already has. The lock on the note's counters makes a view that
 * is being counted at the same moment fall either before (and is carried along) or after (and finds the topic).
 */
export async function linkNote(
  tx: Queryable,
  noteId: string,
  publishedAt: Date,
  topicIds: readonly string[],
): Promise<void> {
  await sql`
    with stat as (select views from note_stat where note_id = ${noteId} for update),
    linked as (
      insert into note_topic (note_id, topic_id, position, published_at)
      select ${noteId}, id, position, ${publishedAt} from unnest(${[...topicIds]}::uuid[]) with ordinality as given (id, position)
      on conflict (note_id, topic_id) do update set position = excluded.position
      returning topic_id, xmax = 0 as is_new),
    fresh as (select topic_id from linked where is_new),
    entered as (
      select id from (${ownersIn('fresh')}) as owner
      except select concept_id from note_topic join topic on topic.id = topic_id where note_id = ${noteId})
    insert into topic_stat (topic_id, notes, views)
    select id, by, coalesce((select views from stat), 0) * by
    from entered, (select ${isCounted(noteId)}::integer as by) as step order by id
    on conflict (topic_id) do update set
      notes = topic_stat.notes + excluded.notes, views = topic_stat.views + excluded.views`.execute(tx);
}

/**
 * The same for a note that the caller's statement writes in its part `written (id)`: nobody can have seen it yet. One statement
 * holds the counters of a busy topic only while it commits, and not while the process does something else.
 */
export function linkWrittenNote(publishedAt: Date, topicIds: readonly string[], { isCounted }: { isCounted: boolean }) {
  const named = sql`named_topic (topic_id, position) as (select * from unnest(${[...topicIds]}::uuid[]) with ordinality)`;
  const linked = sql`linked as (
    insert into note_topic (note_id, topic_id, position, published_at)
    select written.id, topic_id, position, ${publishedAt}::timestamptz from written, named_topic)`;
  const tallied = sql`tallied as (
    insert into topic_stat (topic_id, notes, views)
    select owner.id, ${isCounted ? 1 : 0}, 0 from written, (${ownersIn('named_topic')}) as owner order by owner.id
    on conflict (topic_id) do update set notes = topic_stat.notes + excluded.notes)`;
  return [named, linked, tallied];
}

/** Takes notes, and the views they brought, from all their topics but the ones to keep. */
export async function unlinkNotes(
  tx: Queryable,
  noteIds: readonly string[],
  keptIds: readonly string[] = [],
): Promise<void> {
  await sql`
    with stat as (select note_id, views from note_stat where note_id = any(${[...noteIds]}::uuid[]) order by note_id for update),
    gone as (
      delete from note_topic where note_id = any(${[...noteIds]}::uuid[]) and not topic_id = any(${[...keptIds]}::uuid[])
      returning note_id, topic_id),
    emptied as (
      select note_id, topic_id as id from gone
      union select note_id, concept_id from gone join topic on topic.id = topic_id where concept_id is not null
      except select note_id, concept_id from note_topic join topic on topic.id = topic_id
        where note_id = any(${[...noteIds]}::uuid[]) and topic_id = any(${[...keptIds]}::uuid[])),
    given as (
      select emptied.id, count(*) as notes, sum(coalesce(views, 0)) as views
      from emptied join note on note.id = emptied.note_id and ${isReadable} left join stat using (note_id) group by emptied.id),
    locked as (
      select topic_id from topic_stat where topic_id in (select id from given) order by topic_id for update)
    update topic_stat set notes = topic_stat.notes - given.notes, views = topic_stat.views - given.views
    from given join locked on locked.topic_id = given.id where topic_stat.topic_id = given.id`.execute(tx);
}

/** When others may read a note again (`by` 1), or no longer (`by` -1). */
export async function countNoteInTopics(tx: Queryable, noteId: string, by: 1 | -1): Promise<void> {
  await sql`
    with stat as (select views from note_stat where note_id = ${noteId} for update),
    carried as (select topic_id from note_topic where note_id = ${noteId}),
    locked as (
      select topic_id from topic_stat where topic_id in (${ownersIn('carried')}) order by topic_id for update)
    update topic_stat set notes = notes + ${by}, views = views + ${by} * coalesce((select views from stat), 0)
    from locked where topic_stat.topic_id = locked.topic_id`.execute(tx);
}

/** Counts one view for every topic the note carries now. The caller holds the lock on the note's counters. */
export async function addView(tx: Queryable, noteId: string, hour: Date): Promise<void> {
  await sql`
    with carried as (select topic_id from note_topic where note_id = ${noteId} and ${isCounted(noteId)}),
    owner as (${ownersIn('carried')}),
    hours as (
      insert into topic_hour (topic_id, hour, views) select id, ${hour}, 1 from owner order by id
      on conflict (topic_id, hour) do update set views = topic_hour.views + 1)
    insert into topic_stat (topic_id, views) select id, 1 from owner order by id
    on conflict (topic_id) do update set views = topic_stat.views + 1`.execute(tx);
}

/**
 * Lets nobody count until the transaction ends. Whoever counts at this moment is waited for; whoever comes later reads the
 * concepts as they are then. Without it a view that overlaps a join would be counted for the topic and not for its concept.
 */
export async function stopCounting(tx: Tx): Promise<void> {
  await sql`lock table topic_stat in share row exclusive mode`.execute(tx);
}

/** Counts a concept anew from its rows. Views by the hour come from the viewers, so that none counts twice. */
export async function countConcept(tx: Tx, conceptId: string, hoursSince: Date): Promise<void> {
  await forgetCounters(tx, conceptId);
  const carried = sql`
    select distinct note_id from note_topic join topic on topic.id = topic_id join note on note.id = note_id and ${isReadable}
    where concept_id = ${conceptId}`;
  await sql`
    insert into topic_stat (topic_id, notes, views)
    select ${conceptId}, count(*), coalesce(sum(views), 0) from (${carried}) as carried join note_stat using (note_id)`.execute(
    tx,
  );
  await sql`
    insert into topic_hour (topic_id, hour, views)
    select ${conceptId}, date_trunc('hour', view_at, 'UTC') as hour, count(*)
    from (${carried}) as carried join note_viewer using (note_id) where view_at >= ${hoursSince} group by hour`.execute(
    tx,
  );
}

/** Of a concept that is no more. */
export async function forgetCounters(tx: Tx, conceptId: string): Promise<void> {
  await tx.deleteFrom('topic_stat').where('topic_id', '=', conceptId).execute();
  await tx.deleteFrom('topic_hour').where('topic_id', '=', conceptId).execute();
}

/** Makes the counters equal to their rows again; returns how many were wrong. */
export function recountTopicStats(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    // A large house takes longer than any request may.
    await sql`set local statement_timeout = 0`.execute(tx);
    return (await deleteStrays(tx)) + (await correctTopicStats(tx));
  });
}

async function deleteStrays(tx: Tx): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from topic_stat where not exists (select from topic where id = topic_id)
      and not exists (select from topic where concept_id = topic_id)`.execute(tx);
  return Number(numAffectedRows);
}

async function correctTopicStats(tx: Tx): Promise<number> {
  const { rows } = await sql`
    with carried as (
      select topic.id as topic_id, note_id from topic left join note_topic on note_topic.topic_id = topic.id
      union all
      select distinct concept_id, note_id from topic left join note_topic on note_topic.topic_id = topic.id
      where concept_id is not null),
    truth as (
      select topic_id, count(note.id)::integer as notes,
        coalesce(sum(note_stat.views) filter (where note.id is not null), 0)::bigint as views
      from carried left join note on note.id = carried.note_id and ${isReadable}
        left join note_stat on note_stat.note_id = note.id
      group by topic_id)
    insert into topic_stat (topic_id, notes, views)
    select topic_id, truth.notes, truth.views from truth left join topic_stat as kept using (topic_id)
    where (kept.notes, kept.views) is distinct from (truth.notes, truth.views) order by topic_id
    on conflict (topic_id) do update set notes = excluded.notes, views = excluded.views
    returning topic_id`.execute(tx);
  return rows.length;
}

export async function deleteTopicHours(db: Queryable, before: Date): Promise<void> {
  await db.deleteFrom('topic_hour').where('hour', '<', before).execute();
}
