import type { NoteCard, Page } from '@teahouse/contract';
import { z } from 'zod';
import { fillPage } from '../platform/fill-page.ts';
import type { Readers } from '../readers.ts';
import type { NotePosition } from './feeds.sql.ts';
import type { ImpressionTokens, SurfaceCode } from './impression-tokens.ts';

export interface TimeRequest {
  viewerKey: string;
  viewerId: string | undefined;
  cursor: string | undefined;
  limit: number;
}

const position = z.tuple([z.uuid(), z.iso.datetime()]);

/** A feed in order of time: nothing ranked, the rules of visibility only. */
export async function listByTime(
  { cursors, notes }: Pick<Readers, 'cursors' | 'notes'>,
  tokens: ImpressionTokens,
  surface: SurfaceCode,
  read: (after: NotePosition | undefined, limit: number) => Promise<NotePosition[]>,
  { viewerKey, viewerId, cursor, limit }: TimeRequest,
): Promise<Page<NoteCard>> {
  const scope = `feed.byTime ${surface} ${viewerId ?? ''}`;
  const { items, next } = await fillPage<NotePosition, NoteCard>({
    size: limit,
    from: cursor === undefined ? undefined : readPosition(cursors.decode(scope, cursor, position)),
    read,
    show: (candidates) =>
      notes.cards(
        candidates.map((candidate) => candidate.id),
        viewerId,
        'listed',
      ),
  });
  tokens.stamp(items, surface, viewerKey);
  return { items, ...(next ? { nextCursor: cursors.encode(scope, [next.id, next.at.toISOString()]) } : {}) };
}

function readPosition([id, at]: z.output<typeof position>): NotePosition {
  return { id, at: new Date(at) };
}
