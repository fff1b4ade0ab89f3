import { roomOf } from '../palette.ts';
import { dapple, surface } from '../shapes-flat.ts';
import { chopsticks, spoon } from '../shapes-table.ts';
import {
  at,
  between,
  blob,
  clip,
  deep,
  dot,
  ell,
  ellD,
  many,
  pale,
  pick,
  rect,
  ring,
  type Scene,
  specks,
  stroke,
} from '../svg.ts';
import { fit } from './flat-parts.ts';

export const bibimbap: Scene = (s) => {
  const p = roomOf(s, 'rose', 'cream', 'sage', 'lilac', 'indigo');
  const k = fit(s);
  const tops: readonly (readonly [string, string])[] = [
    ['#E9813A', '#F6AE62'],
    ['#4F8B4E', '#86B56A'],
    ['#F3E7C3', '#FFFBEA'],
    ['#8A5236', '#B97A4E'],
    ['#3F6F4B', '#6B9A5C'],
    ['#EFD9A4', '#FFF3CE'],
    ['#B8432E', '#DD7A5C'],
  ];
  const sector = many(7, (i) => {
    const a = (i / 7) * 6.283;
    const q = pick(tops, i);
    return at(
      Math.cos(a) * 158,
      Math.sin(a) * 158,
      1,
      blob(s.r, 0, 0, 108, 98, q[0], 0.1) +
        many(22, () =>
          at(
            between(s.r, -70, 70),
            between(s.r, -64, 64),
            1,
            stroke('M-26 0Q0 -14 26 0', s.r() > 0.5 ? q[1] : pale(q[0], 0.2), 8),
            (a * 180) / 3.14 + between(s.r, -40, 40),
          ),
        ),
    );
  });
  const stone =
    dot(22, 30, 326, '#2A1420', 0.3) +
    rect(-372, -52, 744, 104, '#3A3840', 40) +
    dot(0, 0, 316, '#3F3D45') +
    ring(0, 0, 306, 306, '#6A6770', 8, 0.8) +
    dot(0, 0, 276, '#2A282E') +
    clip(s, ellD(0, 0, 270, 270), dot(0, 0, 270, '#F6EAD0') + sector);
  const yolk =
    at(
      6,
      0,
      1,
      blob(s.r, 0, 0, 108, 98, '#FFFDF4', 0.08) +
        dot(4, 2, 58, '#E88F1E') +
        dot(0, -2, 54, '#F6A92C') +
        ell(-18, -22, 18, 11, '#FFE9B0', 0.9),
    ) + specks(s.r, -200, -200, 400, 400, '#FFF8E0', 36, 5, 0.9);
  const dish = (c: string, f: string, x: number, y: number): string =>
    at(
      x,
      y,
      k,
      dot(10, 14, 104, '#2A1420', 0.2) +
        dot(0, 0, 102, c) +
        dot(0, 0, 82, deep(c, 0.15)) +
        blob(s.r, 0, 0, 62, 56, f, 0.12) +
        many(9, () =>
          at(
            between(s.r, -36, 36),
            between(s.r, -34, 34),
            1,
            stroke('M-16 0Q0 -12 18 0', pale(f, 0.35), 7),
            s.r() * 180,
          ),
        ),
    );
  const cy = s.h * 0.53;
  return (
    surface(s, p, pick(['planks', 'linen', 'planks', 'desk'], s.v)) +
    at(520, cy, k, stone + yolk) +
    dish(p.cloth, '#C8402E', 150, cy - 380 * k) +
    dish(p.b, '#E5C25A', 900, cy - 370 * k) +
    dish(p.cloth, '#5E8F4E', 985, cy - 90 * k) +
    at(960, cy + 330 * k, k, spoon(0, 0, -96, '#C9A24A')) +
    chopsticks(60, cy + 380 * k, -14, '#A9A9A4', 400) +
    dapple(s, p)
  );
};
