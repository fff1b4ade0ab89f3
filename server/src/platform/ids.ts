import { randomFillSync } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Makes UUIDv7 (RFC 9562): ordered by time, and in order of creation within one millisecond. */
export interface Ids {
  next(): string;
}

/**
 * A 12-bit counter in rand_a keeps ids of one millisecond in order (RFC 9562, method 1); when it overflows, or the clock
 * steps back, the time field moves on instead.
 */
export function createIds(clock: Clock): Ids {
  let time = 0;
  let counter = 0;
  return {
    next() {
      const now = clock.now();
      counter += 1;
      if (now > time) [time, counter] = [now, 0];
      else if (counter > 0xfff) [time, counter] = [time + 1, 0];
      const hex = time.toString(16).padStart(12, '0') + (0x7000 | counter).toString(16) + randomTail();
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}

/** Random bytes are drawn by the page: every draw is a call into the system. */
const pool = Buffer.allocUnsafe(4096);
let drawn = pool.length;

function randomTail(): string {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const bytes = pool.subarray(drawn, drawn + 8);
  drawn += 8;
  bytes[0] = 0x80 | ((bytes[0] ?? 0) & 0x3f);
  return bytes.toString('hex');
}
