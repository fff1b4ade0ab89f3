import type { exposureRoutes, NoteId, ResponseOf } from '@teahouse/contract';
import { z } from 'zod';
import type { Input } from '../http/context.ts';
import type { ExposureDeps } from './exposure-deps.ts';
import { type MyNoteRow, selectMyNotes } from './my-exposure.sql.ts';
import { selectNotePools } from './note-pools.sql.ts';
import { type PoolView, viewPool } from './pool-view.ts';

type MineRoute = typeof exposureRoutes.mine;

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** A member's own notes and how far they came. */
export async function listMyExposure(
  { db, policy, readers }: Pick<ExposureDeps, 'db' | 'policy' | 'readers'>,
  { query, actor }: Input<MineRoute>,
): Promise<ResponseOf<MineRoute>> {
  const scope = `exposure.mine ${actor.memberId}`;
  const from = query.cursor === undefined ? undefined : readers.cursors.decode(scope, query.cursor, position);
  const after = from && { publishedAt: new Date(from[0]), id: from[1] };
  const rows = await selectMyNotes(db, actor.memberId, after, query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  const ids = page.map(({ id }) => id);
  const pools = new Map((ids.length > 0 ? await selectNotePools(db, ids) : []).map((pool) => [pool.note_id, pool]));
  return {
    items: page.map((row) => viewMyNote(row, viewPool(pools.get(row.id), policy()))),
    ...(last ? { nextCursor: readers.cursors.encode(scope, [last.published_at.toISOString(), last.id]) } : {}),
  };
}

function viewMyNote(row: MyNoteRow, pool: PoolView) {
  return {
    noteId: row.id as NoteId,
    title: row.title,
    language: row.language,
    publishedAt: row.published_at.toISOString(),
    impressions: row.impressions,
    opens: row.views,
    likes: row.likes,
    collects: row.collects,
    comments: row.comments,
    pool,
  };
}
