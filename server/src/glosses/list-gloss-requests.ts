import type { glossRoutes, ResponseOf } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { GlossParts } from './gloss-parts.ts';
import { viewRequests } from './request-view.ts';
import { selectOpenRequests } from './requests.sql.ts';

type ListRoute = typeof glossRoutes.listRequests;

const position = z.object({ asked: z.number().int(), id: z.uuid() });

export async function listGlossRequests(
  { db }: Pick<Deps, 'db'>,
  parts: Pick<GlossParts, 'cursors' | 'readTexts'>,
  { query: { cursor, limit }, actor }: Input<ListRoute>,
): Promise<ResponseOf<ListRoute>> {
  const scope = `glosses.listRequests ${actor.memberId}`;
  const after = cursor === undefined ? undefined : parts.cursors.decode(scope, cursor, position);
  const rows = await selectOpenRequests(db, after, limit + 1);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: await viewRequests(parts, page, actor),
    ...(last ? { nextCursor: parts.cursors.encode(scope, { asked: last.asked, id: last.id }) } : {}),
  };
}
