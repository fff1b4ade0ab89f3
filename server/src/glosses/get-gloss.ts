import { type GlossId, type GlossView, type glossRoutes, Problem, type ResponseOf } from '@teahouse/contract';
import type { Actor, Input } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { GlossParts } from './gloss-parts.ts';
import { viewGlosses } from './gloss-view.ts';
import { selectGloss } from './glosses.sql.ts';
import { viewRemarks } from './remark-view.ts';
import { selectRemarks } from './votes-and-remarks.sql.ts';

type GetRoute = typeof glossRoutes.get;

export async function getGloss(
  { db }: Pick<Deps, 'db'>,
  parts: Pick<GlossParts, 'members' | 'relations'>,
  { params, actor }: Input<GetRoute>,
): Promise<ResponseOf<GetRoute>> {
  const view = await getGlossView(db, parts, params.glossId, actor);
  const remarks = await selectRemarks(db, params.glossId);
  return { ...view, remarks: await viewRemarks(parts, remarks, actor) };
}

/** A declined term is there for moderators and for whom it belongs to. */
export async function getGlossView(
  db: Deps['db'],
  { members }: Pick<GlossParts, 'members'>,
  id: GlossId,
  viewer: Actor | undefined,
): Promise<GlossView> {
  const row = await selectGloss(db, id, viewer?.memberId);
  if (!row || !maySee(row, viewer)) throw new Problem('not-found');
  const [view] = await viewGlosses(members, [row]);
  if (!view) throw new Problem('not-found');
  return view;
}

export function maySee(gloss: { state: string; author_id: string | null }, viewer: Actor | undefined): boolean {
  if (gloss.state !== 'declined') return true;
  return viewer !== undefined && (viewer.role !== 'member' || gloss.author_id === viewer.memberId);
}
