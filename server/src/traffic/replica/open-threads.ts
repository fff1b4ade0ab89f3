import { type EngineSize, hash32, type TrafficPolicy } from '@teahouse/engine';
import type { OpenedEngine, PageOrder, ThreadWork } from './protocol.ts';
import type { StartThread, Thread } from './thread.ts';

/** An engine in its threads: one that applies facts, others that make pages over the same memory. */
export interface EngineThreads {
  readonly opened: OpenedEngine;
  readonly writer: Thread;
  /** Undefined when so many pages wait already that this one would come too late. */
  page(order: PageOrder): Promise<ThreadWork['page']['answer'] | undefined>;
  /** Resolves when any of the threads has ended. */
  readonly broken: Promise<void>;
  end(): Promise<void>;
}

export interface ThreadOptions {
  /** Threads that only make pages; with none the writer makes them too. */
  readers: number;
  size: EngineSize;
  snapshot: Uint8Array<ArrayBuffer> | undefined;
  policy: TrafficPolicy;
  /** Other processes hand out first-pool slots too: this one's come by leases. */
  isLeased: boolean;
}

/** At a few milliseconds a page the last of them is still in time; what could only be late is not begun. */
const mostWaiting = 10;

export async function openThreads(start: StartThread, options: ThreadOptions): Promise<EngineThreads> {
  const { size, snapshot, policy, isLeased } = options;
  const threads = [start('traffic writer')];
  const [writer] = threads as [Thread];
  const end = async () => {
    await Promise.all(threads.map((thread) => thread.end()));
  };
  try {
    const moved = snapshot ? [snapshot.buffer] : [];
    const opened = await writer.ask('open', { size, policy, snapshot, isLeased, threads: options.readers + 1 }, moved);
    const readers = isShared(opened) ? options.readers : 0;
    for (let thread = 1; thread <= readers; thread += 1) threads.push(start(`traffic reader ${thread}`));
    const { handle } = opened;
    await Promise.all(threads.slice(1).map((thread, index) => thread.ask('attach', { handle, thread: index + 1 })));
    const pageMakers = threads.length > 1 ? threads.slice(1) : threads;
    return {
      opened,
      writer,
      async page(order) {
        const thread = threadOf(pageMakers, order.viewer);
        return thread.pending < mostWaiting ? thread.ask('page', order) : undefined;
      },
      broken: Promise.race(threads.map((thread) => thread.ended)),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** More than 4 GiB are in a memory that no other thread can see (engine, memory/engine-memory.ts). */
function isShared({ handle }: OpenedEngine): boolean {
  return !(handle.state.memory instanceof ArrayBuffer);
}

/** A viewer's own thread has what it kept of their walk; one of the others takes over while too much waits there. */
function threadOf(threads: readonly Thread[], viewer: string): Thread {
  const own = threads[hash32(viewer) % threads.length] as Thread;
  if (own.pending < mostWaiting / 2) return own;
  return threads.reduce((best, thread) => (thread.pending < best.pending ? thread : best), own);
}
