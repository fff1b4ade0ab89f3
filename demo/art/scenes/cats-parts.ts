import type { Room } from '../palette.ts';
import { dabs, deep, dot, ell, fade, line, many, pale, rect, ring, type Stage } from '../svg.ts';

// Cats, and their neighbours the dog and the parrot.

export const floor = (s: Stage, p: Room, fy: number): string =>
  rect(
    0,
    fy,
    s.w,
    s.h - fy,
    fade(s, [
      [0, pale(p.table, 0.22)],
      [1, p.table],
    ]),
  ) +
  rect(0, fy - 26, s.w, 28, pale(p.wall, 0.35)) +
  rect(0, fy, s.w, 6, deep(p.table2), 0, 0.4) +
  many(8, (i) => line(540 + (i - 3.5) * 150, fy, 540 + (i - 3.5) * 330, s.h, p.table2, 4, 0.5)) +
  dabs(s.r, 0, fy, s.w, s.h - fy, p.table2, 30, 0.2, 200);

export const rug = (s: Stage, x: number, y: number, rx: number, ry: number, a: string, b: string): string =>
  ell(x, y, rx, ry, a) +
  ring(x, y, rx * 0.9, ry * 0.88, b, 12) +
  ring(x, y, rx * 0.76, ry * 0.74, b, 4, 0.8) +
  many(18, (i) => {
    const q = (i / 18) * 6.28;
    return dot(x + Math.cos(q) * rx * 0.83, y + Math.sin(q) * ry * 0.81, 9, b);
  }) +
  dabs(s.r, x - rx * 0.7, y - ry * 0.6, rx * 1.4, ry * 1.2, pale(a, 0.3), 16, 0.3, 90);

export const big = (s: Stage, k: number): number => Math.min(1.9, s.h / 720) * k;

export const soft2 = (o: number, inner: string): string => (o < 1 ? `<g opacity="${o}">${inner}</g>` : inner);
