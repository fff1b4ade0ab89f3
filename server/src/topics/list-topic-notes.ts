import type { NoteCard, Page } from '@teahouse/contract';
import { z } from 'zod';
import type { Deps } from '../platform/deps.ts';
import { fillPage } from '../platform/fill-page.ts';
import type { Readers } from '../readers.ts';
import { findTopicRow } from './get-topic.ts';
import { type LikedPosition, type NotePosition, selectLikedNotes, selectNewestNotes } from './topics.sql.ts';

interface Request {
  name: string;
  order: 'liked' | 'newest';
  cursor: string | undefined;
  limit: number;
  viewerId: string | undefined;
}

const newestPosition = z.tuple([z.uuid(), z.iso.datetime()]);
const likedPosition = z.tuple([z.uuid(), z.number().int()]);

/** Notes of a topic under all its spellings, newest first, or the most liked among its newest two thousand. */
export async function listTopicNotes(
  deps: Pick<Deps, 'db' | 'clock'>,
  { cursors, notes }: Pick<Readers, 'cursors' | 'notes'>,
  { name, order, cursor, limit, viewerId }: Request,
): Promise<Page<NoteCard>> {
  const topic = await findTopicRow(deps, name);
  const topicIds = [topic.id, ...topic.spellings.map((spelling) => spelling.id)];
  const scope = `topics.listNotes ${topic.owner_id} ${order} ${viewerId ?? ''}`;
  const show = (candidates: { id: string }[]) =>
    notes.cards(
      candidates.map((candidate) => candidate.id),
      viewerId,
      'listed',
    );
  if (order === 'newest') {
    const { items, next } = await fillPage<NotePosition, NoteCard>({
      size: limit,
      from: cursor === undefined ? undefined : readNewest(cursors.decode(scope, cursor, newestPosition)),
      read: (position, most) => selectNewestNotes(deps.db, topicIds, position, most),
      show,
    });
    return { items, ...(next ? { nextCursor: cursors.encode(scope, [next.id, next.at.toISOString()]) } : {}) };
  }
  const { items, next } = await fillPage<LikedPosition, NoteCard>({
    size: limit,
    from: cursor === undefined ? undefined : readLiked(cursors.decode(scope, cursor, likedPosition)),
    read: (position, most) => selectLikedNotes(deps.db, topicIds, position, most),
    show,
  });
  return { items, ...(next ? { nextCursor: cursors.encode(scope, [next.id, next.likes]) } : {}) };
}

function readNewest([id, at]: z.output<typeof newestPosition>): NotePosition {
  return { id, at: new Date(at) };
}

function readLiked([id, likes]: z.output<typeof likedPosition>): LikedPosition {
  return { id, likes };
}
