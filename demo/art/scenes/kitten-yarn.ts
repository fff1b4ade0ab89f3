import { roomOf } from '../palette.ts';
import { catPlay, coat } from '../shapes-cats.ts';
import { wall, wallLight } from '../shapes-room.ts';
import { at, deep, dot, ell, many, n, pale, path, rect, type Scene, stroke } from '../svg.ts';
import { big, floor, rug } from './cats-parts.ts';

const yarn = (r: number, c: string): string =>
  ell(8, 4, r, r * 0.2, '#2A1420', 0.22) +
  dot(0, -r, r, c) +
  path(
    `M${n(r * 0.3)} ${n(-r * 1.95)}A${r} ${r} 0 0 1 0 0C${n(r * 0.7)} ${n(-r * 0.5)} ${n(r * 0.7)} ${n(-r * 1.4)} ${n(r * 0.3)} ${n(-r * 1.95)}Z`,
    deep(c, 0.4),
    0.3,
  ) +
  many(5, (i) =>
    stroke(
      `M${n(-r * 0.9)} ${n(-r * (0.7 + i * 0.14))}Q${n(-r * 0.1)} ${n(-r * (1.3 + i * 0.2))} ${n(r * (0.5 + i * 0.08))} ${n(-r * (1.7 - i * 0.26))}`,
      pale(c, 0.4),
      r * 0.06,
      0.8,
    ),
  ) +
  many(3, (i) =>
    stroke(
      `M${n(-r * 0.6 + i * r * 0.3)} ${n(-r * 0.2)}Q${n(r * 0.1 + i * r * 0.2)} ${n(-r * 0.4)} ${n(r * 0.7)} ${n(-r * (0.5 + i * 0.2))}`,
      deep(c, 0.25),
      r * 0.06,
      0.7,
    ),
  );

export const yarnScene: Scene = (s) => {
  const p = roomOf(s, 'blush', 'mustard', 'sage', 'powder', 'lilac');
  const fy = s.h * 0.54;
  const k = big(s, 0.98);
  const y = s.h * 0.86;
  return (
    wall(s, p, fy + 30) +
    wallLight(p, 140, s.h * 0.06, 1) +
    floor(s, p, fy) +
    rug(s, 560, y - 10, 520, s.h * 0.12, p.b, p.cloth) +
    at(
      900,
      fy + 90,
      1.1,
      path('M-130 -150Q0 -100 130 -150L104 0H-104Z', '#B5793E') +
        many(12, (i) =>
          rect(-110 + (i % 6) * 38, -110 + Math.floor(i / 6) * 50, 28, 36, i % 2 ? '#D9A05E' : '#9C6230', 10),
        ) +
        at(-60, -120, 1, yarn(56, p.c)) +
        at(50, -120, 1, yarn(60, p.a)) +
        at(0, -160, 1, yarn(52, p.cloth)) +
        path('M-130 -150Q0 -100 130 -150L126 -120Q0 -70 -126 -120Z', '#8A5628'),
    ) +
    stroke(
      `M${n(300)} ${n(y + 20)}C420 ${n(y + 90)} 560 ${n(y + 10)} 700 ${n(y + 70)}S960 ${n(y + 30)} 1060 ${n(y + 80)}`,
      p.a,
      9,
    ) +
    at(640, y, k, catPlay(s, coat(s.v + 3))) +
    at(640 - 290 * k, y + 24, k, yarn(92, p.a)) +
    at(940, y + 60, k * 0.7, yarn(64, p.c))
  );
};
