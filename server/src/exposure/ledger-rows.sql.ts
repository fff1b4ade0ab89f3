import { type RawBuilder, sql } from 'kysely';
import { markHere, memberGroup } from '../members/index.ts';
import { dayOf } from '../platform/db/day-partitions.sql.ts';

/** Whose impressions they are. */
export interface LedgerViewer {
  key: string;
  /** Absent for visitors. */
  memberId: string | undefined;
  /** Language read first, or of a visitor's browser. */
  language: string;
  /** Of the address, where the member named none. */
  country: string | undefined;
}

/**
 * Parts of the statement that counts impressions: a row of the ledger for each row of `firsts` (a slot of a viewer, the first of its
 * note) whose note was `counted`, what promotions have delivered by it, and that the viewer is here today.
 */
export function ledgerRows(viewer: LedgerViewer, at: Date): RawBuilder<unknown> {
  return sql`
    reader as (
      select ${memberGroup('member', at)} as viewer_group, country from member where id = ${viewer.memberId ?? null}::uuid),
    here as (${markHere(sql`id = ${viewer.memberId ?? null}::uuid`, at)}),
    exposed as (
      insert into exposure (day, note_id, viewer_key, at, surface, slot, traffic, reason, pool, propensity, author_id,
        author_group, author_followers, note_language, viewer_group, viewer_language, viewer_country, promotion_id)
      select ${dayOf(at.getTime())}::date, firsts.note_id, ${viewer.key}, ${at}, surface, slot, traffic, reason, pool, propensity, note.author_id,
        ${memberGroup('author', at)}, coalesce(member_stat.followers, 0), note.language,
        coalesce((select viewer_group from reader), 'visitor'), ${viewer.language},
        coalesce((select country from reader), ${viewer.country ?? null}), promotion_id
      from firsts join note on note.id = firsts.note_id join member as author on author.id = note.author_id
        left join member_stat on member_stat.member_id = note.author_id),
    delivered as (
      update promotion set delivered = delivered + given.impressions
      from (select promotion_id, count(*)::integer as impressions from firsts where promotion_id is not null group by promotion_id) as given
      where promotion.id = given.promotion_id)`;
}
