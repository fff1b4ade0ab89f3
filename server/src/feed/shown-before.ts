import { z } from 'zod';
import type { Ids } from '../platform/ids.ts';

/** Short names of the notes that a walk through discovery has shown, oldest first. */
export interface ShownBefore {
  read(position: ShownPosition | undefined): number[];
  /** The next cursor's position. */
  write(position: ShownPosition | undefined, hashes: readonly number[]): ShownPosition;
}

/** The latest names travel in the cursor, so that any process, also a restarted one, can go on from it. */
export const shownPosition = z.object({ latest: z.base64url().max(1_400), walk: z.uuid().optional() });
export type ShownPosition = z.output<typeof shownPosition>;

/** As many names of four bytes as fit a cursor of 2 KB. */
const mostInCursor = 240;
/** Of long walks the earlier names stay here: a few thousand numbers each. */
const mostLongWalks = 500;

export function createShownBefore(ids: Ids): ShownBefore {
  const earlier = new Map<string, number[]>();
  return {
    read(position) {
      if (!position) return [];
      return [...((position.walk && earlier.get(position.walk)) || []), ...unpack(position.latest)];
    },
    write(position, hashes) {
      const latest = pack(hashes.slice(-mostInCursor));
      if (hashes.length <= mostInCursor) return { latest };
      const walk = position?.walk ?? ids.next();
      earlier.delete(walk);
      earlier.set(walk, hashes.slice(0, -mostInCursor));
      if (earlier.size > mostLongWalks) {
        const [oldest = ''] = earlier.keys();
        earlier.delete(oldest);
      }
      return { latest, walk };
    },
  };
}

function pack(hashes: readonly number[]): string {
  const bytes = Buffer.alloc(4 * hashes.length);
  hashes.forEach((hash, index) => {
    bytes.writeUInt32LE(hash, 4 * index);
  });
  return bytes.toString('base64url');
}

function unpack(packed: string): number[] {
  const bytes = Buffer.from(packed, 'base64url');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(4 * index));
}
