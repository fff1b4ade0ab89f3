import type { ResponseOf, topicRoutes } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { viewLinks } from './topic-link-view.ts';
import { selectLinks } from './topic-links.sql.ts';

type ListRoute = typeof topicRoutes.listLinks;

const position = z.object({ id: z.uuid(), count: z.number().int() });

export async function listLinks(
  { db }: Pick<Deps, 'db'>,
  { cursors, members }: Pick<Readers, 'cursors' | 'members'>,
  { query, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `topics.listLinks ${query.state} ${actor.memberId}`;
  const after = query.cursor ? cursors.decode(scope, query.cursor, position) : undefined;
  const rows = await selectLinks(db, query.state, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    items: await viewLinks({ members }, page),
    ...(last ? { nextCursor: cursors.encode(scope, { id: last.id, count: last.count }) } : {}),
  };
}
