import { type followRoutes, type PageQuery, Problem, type ResponseOf } from '@teahouse/contract';
import { z } from 'zod';
import type { Actor } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { fillPage } from '../platform/fill-page.ts';
import type { Readers } from '../readers.ts';
import { type FollowPosition, selectFollowers, selectFollowing } from './follows.sql.ts';
import { noRelations } from './relations.ts';

type MemberPage = ResponseOf<typeof followRoutes.listFollowers>;

const position = z.object({ at: z.coerce.date(), id: z.uuid() });

export function listFollowers(
  deps: Pick<Deps, 'db'>,
  readers: Readers,
  actor: Actor | undefined,
  handle: string,
  query: PageQuery,
): Promise<MemberPage> {
  return listSide(deps, readers, actor, handle, query, 'members.listFollowers', selectFollowers);
}

export function listFollowing(
  deps: Pick<Deps, 'db'>,
  readers: Readers,
  actor: Actor | undefined,
  handle: string,
  query: PageQuery,
): Promise<MemberPage> {
  return listSide(deps, readers, actor, handle, query, 'members.listFollowing', selectFollowing);
}

async function listSide(
  { db }: Pick<Deps, 'db'>,
  { members, relations, cursors }: Readers,
  actor: Actor | undefined,
  handle: string,
  { cursor, limit }: PageQuery,
  routeId: string,
  select: typeof selectFollowers,
): Promise<MemberPage> {
  const relation = actor ? await relations.of(actor.memberId) : noRelations;
  const owner = await members.findByHandle(handle);
  if (owner?.state !== 'active' || relation.blocked.has(owner.id)) throw new Problem('not-found');
  const scope = `${routeId} ${owner.id} ${actor?.memberId ?? ''}`;
  const page = await fillPage({
    size: limit,
    from: cursor === undefined ? undefined : cursors.decode(scope, cursor, position),
    read: (after: FollowPosition | undefined, take) => select(db, owner.id, after, take),
    show: async (rows) => {
      const known = await members.summaries(rows.map(({ id }) => id));
      return rows.flatMap(({ id }) => {
        const summary = known.get(id);
        return summary?.state === 'active' && !relation.blocked.has(id)
          ? [{ ...summary.view, follows: relation.follows.has(id) }]
          : [];
      });
    },
  });
  return { items: page.items, ...(page.next ? { nextCursor: cursors.encode(scope, page.next) } : {}) };
}
