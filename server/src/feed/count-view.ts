import { Problem } from '@teahouse/contract';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { TopicRegistry } from '../topics/index.ts';
import { insertView } from './viewer-events.sql.ts';

interface ViewRequest {
  noteId: string;
  viewerId: string | undefined;
  viewerKey: string;
  viewerIsKnown: boolean;
}

const mostRemembered = 50_000;

/** Counts the opening of a note, once per viewer; repetitions are answered from memory. */
export function createViewCounter(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { notes }: Pick<Readers, 'notes'>,
  topics: Pick<TopicRegistry, 'countTopicView'>,
) {
  const counted = new Set<string>();

  async function countOnce(noteId: string, viewerKey: string): Promise<void> {
    const mark = `${noteId} ${viewerKey}`;
    if (counted.has(mark)) return;
    if (counted.size >= mostRemembered) counted.clear();
    // Before the database answers: a storm of the same view waits for nothing and asks for nothing.
    counted.add(mark);
    try {
      await inTransaction(db, async (tx) => {
        const views = await insertView(tx, noteId, viewerKey, dateOf(clock));
        // A statement of its own: it must see the topics as they are once the note's counters are locked.
        if (views !== undefined) await topics.countTopicView(tx, noteId);
      });
    } catch (error) {
      counted.delete(mark);
      throw error;
    }
    notes.invalidateStats(noteId);
  }

  return async ({ noteId, viewerId, viewerKey, viewerIsKnown }: ViewRequest): Promise<{ viewCount: number }> => {
    if (!(await notes.findOpen(noteId, viewerId))) throw new Problem('not-found');
    if (viewerIsKnown) await countOnce(noteId, viewerKey);
    const stats = await notes.stats([noteId]);
    return { viewCount: stats.get(noteId)?.views ?? 0 };
  };
}
