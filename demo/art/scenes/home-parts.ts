import type { Room } from '../palette.ts';
import { dabs, fade, line, many, pale, rect, type Stage } from '../svg.ts';

// Corners of a home, and what hangs in its wardrobe.

export const boards = (s: Stage, p: Room, y: number): string =>
  rect(
    0,
    y,
    s.w,
    s.h - y,
    fade(s, [
      [0, pale(p.table, 0.2)],
      [1, p.table],
    ]),
  ) +
  rect(0, y - 24, s.w, 26, pale(p.wall, 0.35)) +
  many(8, (i) => line(540 + (i - 3.5) * 150, y, 540 + (i - 3.5) * 330, s.h, p.table2, 4, 0.5)) +
  dabs(s.r, 0, y, s.w, s.h - y, p.table2, 26, 0.2, 200);
