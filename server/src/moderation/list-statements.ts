import type { ResponseOf, routes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { selectInterfaceLanguage, selectStatements } from './decisions.sql.ts';
import { statementView } from './statement-view.ts';

type ListRoute = typeof routes.moderation.listStatements;

const position = z.object({ id: z.string(), at: z.coerce.date() });

/** What was decided about a member's own words, newest first. */
export async function listStatements(
  { db }: Pick<Deps, 'db'>,
  { cursors }: Pick<Readers, 'cursors'>,
  { actor, query }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `moderation.listStatements ${actor.memberId}`;
  const after = query.cursor ? cursors.decode(scope, query.cursor, position) : undefined;
  const [rows, language] = await Promise.all([
    selectStatements(db, actor.memberId, after, query.limit + 1),
    selectInterfaceLanguage(db, actor.memberId),
  ]);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: page.map((row) => statementView(row, language)),
    ...(last ? { nextCursor: cursors.encode(scope, { id: last.id, at: last.decided_at }) } : {}),
  };
}
