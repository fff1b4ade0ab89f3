import type { signalKinds } from '@teahouse/contract';
import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/db/database.ts';

export interface SignalPosition {
  at: Date;
  id: string;
}

export interface SignalRow {
  id: string;
  kind: (typeof signalKinds)[number];
  subject_kind: 'topic' | 'member' | 'note' | 'house';
  subject_id: string;
  /** As it is called now; null once it is gone. */
  subject_name: string | null;
  score: number;
  threshold: number;
  evidence: { name: string; value: number; of?: number }[];
  examples: { noteId: string; title: string }[];
  window_from: Date;
  window_until: Date;
  state: 'open' | 'dismissed';
  at: Date;
}

/** Newest first, each with the name of its subject and the titles of its examples. */
export async function selectSignals(
  db: Queryable,
  state: 'open' | 'dismissed',
  after: SignalPosition | undefined,
  limit: number,
): Promise<SignalRow[]> {
  const older = after ? sql`and (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<SignalRow>`
    select id, kind, subject_kind, subject_id, score, threshold, evidence, window_from, window_until, state, at,
      case subject_kind
        when 'topic' then (select name from topic where topic.id::text = subject_id)
        when 'member' then (select handle from member where member.id::text = subject_id)
        when 'note' then (select title from note where note.id::text = subject_id and deleted_at is null)
        else '' end as subject_name,
      coalesce((
        select jsonb_agg(jsonb_build_object('noteId', note.id, 'title', note.title) order by place)
        from unnest(note_ids) with ordinality as given (note_id, place) join note on note.id = given.note_id
        where note.deleted_at is null), '[]') as examples
    from (select * from traffic_signal where state = ${state} ${older} order by at desc, id desc limit ${limit}) as s
    order by at desc, id desc`.execute(db);
  return rows;
}

export interface FoundSignal {
  kind: SignalRow['kind'];
  subjectKind: SignalRow['subject_kind'];
  subjectId: string;
  score: number;
  threshold: number;
  evidence: SignalRow['evidence'];
  noteIds: readonly string[];
  from: Date;
  until: Date;
}

/** The same thing has to be worse than when it was dismissed by this much to be shown again. */
const worsened = 1.25;
/** What was dismissed is forgotten after this time. */
const dismissedDays = 30;

/**
 * Writes down what was found: an open signal is brought up to date, a dismissed one opens anew only when it has worsened. Signals of
 * the kinds that were looked for, not found any more and never dismissed go: nothing is left to look at.
 */
export async function keepSignals(tx: Tx, found: readonly (FoundSignal & { id: string })[], at: Date): Promise<void> {
  const given = found.map(({ subjectKind, subjectId, noteIds, from, until, ...signal }) => ({
    ...signal,
    subject_kind: subjectKind,
    subject_id: subjectId,
    note_ids: noteIds,
    window_from: from,
    window_until: until,
  }));
  const forgetBefore = new Date(at.getTime() - dismissedDays * 86_400_000);
  await sql`delete from traffic_signal where state = 'dismissed' and at < ${forgetBefore}`.execute(tx);
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g (id uuid, kind text, subject_kind text, subject_id text, score real, threshold real, evidence jsonb, note_ids uuid[],
          window_from timestamptz, window_until timestamptz)),
    settled as (
      delete from traffic_signal as s where state = 'open' and not exists (
        select from given as g where (g.kind, g.subject_kind, g.subject_id) = (s.kind, s.subject_kind, s.subject_id))),
    accepted as (
      select * from given as g where not exists (
        select from traffic_signal as s where s.state = 'dismissed'
          and (s.kind, s.subject_kind, s.subject_id) = (g.kind, g.subject_kind, g.subject_id) and g.score < s.score * ${worsened}))
    insert into traffic_signal as s (id, kind, subject_kind, subject_id, score, threshold, evidence, note_ids, window_from, window_until, at)
    select id, kind, subject_kind, subject_id, score, threshold, evidence, note_ids, window_from, window_until, ${at} from accepted
    on conflict (kind, subject_kind, subject_id) where state = 'open' do update set
      score = excluded.score, threshold = excluded.threshold, evidence = excluded.evidence, note_ids = excluded.note_ids,
      window_from = excluded.window_from, window_until = excluded.window_until`.execute(tx);
}

/** False when there is none. */
export async function markDismissed(tx: Tx, id: string, memberId: string): Promise<boolean> {
  const row = await tx
    .updateTable('traffic_signal')
    .set({ state: 'dismissed', dismissed_by: memberId })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
