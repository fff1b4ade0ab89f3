import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../../http/context.ts';
import type { Cursors } from '../../http/cursor.ts';
import { type SuggestionDeps, type SuggestionParts } from './suggest-translation.ts';
import { viewSuggestions } from './suggestion-view.ts';
import { selectOpenSuggestions } from './suggestions.sql.ts';

type ListRoute = typeof translationRoutes.listSuggestions;

const position = z.object({ id: z.uuid() });

/** An author's own; moderators see everyone's. */
export async function listSuggestions(
  { db }: Pick<SuggestionDeps, 'db'>,
  parts: SuggestionParts & { cursors: Cursors },
  { query, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `translations.listSuggestions ${actor.memberId}`;
  const after = query.cursor ? parts.cursors.decode(scope, query.cursor, position).id : undefined;
  const authorId = actor.role === 'member' ? actor.memberId : undefined;
  const rows = await selectOpenSuggestions(db, authorId, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await viewSuggestions(parts, page),
    ...(last ? { nextCursor: parts.cursors.encode(scope, { id: last.id }) } : {}),
  };
}
