import { leaf } from '../shapes-plants.ts';
import { bowl } from '../shapes-table.ts';
import { at, deep, many, type Stage, stroke } from '../svg.ts';

export const greens = (k = 1): string =>
  at(
    0,
    0,
    k,
    many(4, (i) => at(i * 9, 0, 1, leaf(120, 30, i % 2 ? '#4E8F55' : '#6FA85C'), -40 + i * 22)) +
      stroke('M0 0L14 50M12 0L22 48', '#DDE8BE', 13),
  );

export const sideDish = (s: Stage, x: number, y: number, k: number, c: string, food: string): string =>
  at(x, y, k, bowl(s, 118, 70, { color: c, inside: deep(c, 0.2), food }));
