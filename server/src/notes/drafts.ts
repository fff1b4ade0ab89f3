import { type noteRoutes, Problem } from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { type DraftView, viewOfDraft } from './draft-view.ts';
import { deleteDraft, insertDraft, selectDrafts, updateDraft } from './notes.sql.ts';

const mostDrafts = 50;

type Needs = Pick<Deps, 'db' | 'clock' | 'ids'>;

export async function listDrafts({ db }: Needs, { actor }: Input<typeof noteRoutes.listDrafts>) {
  const rows = await selectDrafts(db, actor.memberId, mostDrafts);
  return { items: rows.map(viewOfDraft) };
}

export async function keepDraft(
  deps: Needs,
  { body, actor, request }: Input<typeof noteRoutes.createDraft>,
): Promise<DraftView> {
  const id = request.reservedId ?? deps.ids.next();
  const updated_at = dateOf(deps.clock);
  const isKept = await inTransaction(deps.db, (tx) =>
    insertDraft(tx, actor.memberId, id, body, updated_at, mostDrafts),
  );
  if (!isKept) throw new Problem('conflict', `You keep ${mostDrafts} drafts; publish or throw away one of them first.`);
  return viewOfDraft({ id, content: body, updated_at });
}

export async function replaceDraft(
  deps: Needs,
  { params, body, actor }: Input<typeof noteRoutes.updateDraft>,
): Promise<DraftView> {
  const updated_at = dateOf(deps.clock);
  const isKept = await updateDraft(deps.db, actor.memberId, params.draftId, body, updated_at);
  if (!isKept) throw new Problem('not-found');
  return viewOfDraft({ id: params.draftId, content: body, updated_at });
}

export async function throwDraftAway(
  { db }: Needs,
  { params, actor }: Input<typeof noteRoutes.deleteDraft>,
): Promise<undefined> {
  if (!(await deleteDraft(db, actor.memberId, params.draftId))) throw new Problem('not-found');
}
