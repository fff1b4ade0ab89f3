import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export interface Candidate {
  address: string;
  from: string;
  to: string;
}

/** Characters of the longest text that is taken; graphemes have more of them, never fewer. */
const mostCharacters = 200;

/** Titles and short texts of young notes that many have met and nobody has in a language yet; newest first. */
export async function selectCandidates(
  db: Queryable,
  languages: readonly string[],
  { since, impressions, limit }: { since: Date; impressions: number; limit: number },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select wanted.address, wanted.languages[1] as "from", target.language as "to"
    from note join note_stat on note_stat.note_id = note.id
    cross join lateral (values
      ('note.title:' || note.id, note.title_languages),
      (case when char_length(note.text) <= ${mostCharacters} then 'note.text:' || note.id end, note.text_languages)
    ) as wanted (address, languages)
    cross join unnest(${[...languages]}::text[]) as target (language)
    where note.published_at > ${since} and note_stat.impressions >= ${impressions}
      and note.deleted_at is null and note.compliance = 'allowed' and not note.translation_locked
      and wanted.address is not null and wanted.languages <> '{}' and wanted.languages <> array[target.language]
      and not exists (select from note_version v where v.note_id = note.id and v.language = target.language)
      and not exists (
        select from translation t where t.home_id = note.id and t.address = wanted.address and t.language = target.language)
    order by note.published_at desc, note.id desc, wanted.address, target.language limit ${limit}`.execute(db);
  return rows;
}
