import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Relations } from '../../follows/index.ts';
import type { Input } from '../../http/context.ts';
import type { Cursors } from '../../http/cursor.ts';
import type { SuggestionDeps, SuggestionParts } from './suggest-translation.ts';
import { viewSuggestions } from './suggestion-view.ts';
import { selectOpenSuggestions } from './suggestions.sql.ts';

type ListRoute = typeof translationRoutes.listSuggestions;

const position = z.object({ id: z.uuid() });

/** Those for what a member wrote, but for those of members they block; moderators see everyone's. */
export async function listSuggestions(
  { db }: Pick<SuggestionDeps, 'db'>,
  parts: SuggestionParts & { cursors: Cursors; relations: Pick<Relations, 'of'> },
  { query, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `translations.listSuggestions ${actor.memberId}`;
  const after = query.cursor ? parts.cursors.decode(scope, query.cursor, position).id : undefined;
  const ofWhom = actor.role === 'member' ? await ownOf(parts, actor.memberId) : everybodys;
  const rows = await selectOpenSuggestions(db, { ...ofWhom, after, limit: query.limit + 1 });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await viewSuggestions(parts, page),
    ...(last ? { nextCursor: parts.cursors.encode(scope, { id: last.id }) } : {}),
  };
}

const everybodys = { authorId: undefined, but: [] };

async function ownOf({ relations }: { relations: Pick<Relations, 'of'> }, memberId: string) {
  const { blocked } = await relations.of(memberId);
  return { authorId: memberId, but: [...blocked] };
}
