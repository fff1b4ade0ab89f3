import type { GlossId, GlossView } from '@teahouse/contract';
import type { MemberReader } from '../members/index.ts';
import type { SeenGloss } from './glosses.sql.ts';

export type Person = { handle: string; name: string };

export async function viewGlosses(
  members: Pick<MemberReader, 'summaries'>,
  rows: readonly SeenGloss[],
): Promise<GlossView[]> {
  const people = await activePeople(
    members,
    rows.flatMap(({ author_id }) => author_id ?? []),
  );
  return rows.map((row) => glossView(row, people.get(row.author_id ?? '')));
}

/** Names of those who are still here, by id. */
export async function activePeople(
  members: Pick<MemberReader, 'summaries'>,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  const summaries = await members.summaries(ids);
  return new Map(
    [...summaries].flatMap(
      ([
        id,
        {
          state,
          view: { handle, name },
        },
      ]): [string, Person][] => (state === 'active' ? [[id, { handle, name }]] : []),
    ),
  );
}

function glossView(row: SeenGloss, by: Person | undefined): GlossView {
  return {
    id: row.id as GlossId,
    term: row.term,
    language: row.language,
    variants: row.variants,
    sense: row.sense,
    renderings: row.renderings,
    isCoarse: row.is_coarse,
    isAmbiguous: row.is_ambiguous,
    state: row.state,
    isShipped: row.is_shipped,
    version: row.version,
    ...(by ? { by } : {}),
    votes: { up: row.up_votes, down: row.down_votes, ...(row.mine ? { mine: row.mine } : {}) },
    remarkCount: row.remarks,
    updatedAt: row.updated_at.toISOString(),
  };
}
