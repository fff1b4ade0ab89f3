import type { glossRoutes, ResponseOf } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { glossKey } from './gloss-key.ts';
import type { GlossParts } from './gloss-parts.ts';
import { viewGlosses } from './gloss-view.ts';
import { selectGlosses } from './glosses.sql.ts';

type ListRoute = typeof glossRoutes.list;

const position = z.object({ rank: z.number().int(), key: z.string(), id: z.uuid() });

/** Approved and proposed terms are open to all; what was declined is shown to moderators and to whom it belongs. */
export async function listGlosses(
  { db }: Pick<Deps, 'db'>,
  { cursors, members, glossary }: GlossParts,
  { query: { search, language, state, cursor, limit }, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const about = { version: glossary.version, termCount: glossary.termCount };
  const part = glossKey(search);
  const isHidden = state === 'declined' && (actor === undefined || actor.role === 'member');
  if ((part === '' && search !== '') || (isHidden && actor === undefined)) return { items: [], ...about };
  const scope = `glosses.list ${actor?.memberId ?? ''} ${state} ${language ?? ''} ${part}`;
  const after = cursor === undefined ? undefined : cursors.decode(scope, cursor, position);
  const sought = { state, language, part, authorId: isHidden ? actor?.memberId : undefined, viewerId: actor?.memberId };
  const rows = await selectGlosses(db, sought, after, limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: await viewGlosses(members, page),
    ...(last ? { nextCursor: cursors.encode(scope, { rank: last.rank, key: last.term_key, id: last.id }) } : {}),
    ...about,
  };
}
