import { roomOf } from '../palette.ts';
import { dapple, surface } from '../shapes-flat.ts';
import { leaf, sprig } from '../shapes-plants.ts';
import { fork, lemonSlice } from '../shapes-table.ts';
import { at, between, blob, clip, dot, ell, ellD, many, path, pick, rect, type Scene, stroke } from '../svg.ts';
import { fit } from './flat-parts.ts';

const shrimp = (): string =>
  stroke('M-70 10C-50 -70 60 -70 66 10', '#E8683E', 44) +
  stroke('M-70 10C-50 -70 60 -70 66 10', '#F6925E', 26) +
  stroke('M-44 -40L-30 -16M-8 -60L-4 -28M32 -52L22 -24M60 -18L38 -6', '#D14F2C', 6) +
  path('M60 10L96 30L74 44L52 44Z', '#D14F2C') +
  stroke('M-80 20Q-130 10 -150 -40M-80 24Q-120 50 -150 40', '#D14F2C', 4) +
  dot(-74, 2, 6, '#2A1420');

const mussel = (): string =>
  path('M-70 0C-60 -50 40 -60 80 -6C60 40 -40 44 -70 0Z', '#26303F') +
  path('M-54 2C-40 -34 30 -40 60 -2C40 28 -30 30 -54 2Z', '#7E8CA0') +
  path('M-34 4C-20 -22 20 -24 42 0C26 20 -16 22 -34 4Z', '#EFA04A');

export const paella: Scene = (s) => {
  const p = roomOf(s, 'powder', 'mustard', 'cream', 'blush', 'jade');
  const k = fit(s);
  const rice =
    dot(0, 0, 316, '#EDB03C') +
    many(12, () =>
      blob(
        s.r,
        between(s.r, -240, 240),
        between(s.r, -240, 240),
        90,
        70,
        s.r() > 0.5 ? '#F6C65A' : '#DD962C',
        0.2,
        0.6,
      ),
    ) +
    many(260, () =>
      at(
        between(s.r, -310, 310),
        between(s.r, -310, 310),
        1,
        ell(0, 0, 9, 4, s.r() > 0.4 ? '#FBDD8C' : '#C97F22'),
        s.r() * 180,
      ),
    ) +
    many(34, () => dot(between(s.r, -260, 260), between(s.r, -260, 260), 11, '#5E9A46')) +
    many(12, () =>
      at(
        between(s.r, -240, 240),
        between(s.r, -240, 240),
        1,
        rect(-42, -9, 84, 18, '#D23B27', 8) + rect(-34, -6, 60, 5, '#F0806A', 3),
        s.r() * 180,
      ),
    );
  const pan =
    rect(-440, -40, 110, 80, '#3A3436', 30) +
    rect(330, -40, 110, 80, '#3A3436', 30) +
    dot(22, 30, 368, '#2A1420', 0.3) +
    dot(0, 0, 362, '#4A4548') +
    dot(0, 0, 344, '#2E2A2C') +
    clip(s, ellD(0, 0, 322, 322), rice);
  const cy = s.h * 0.53;
  return (
    surface(s, p, pick(['tile', 'gingham', 'tile', 'planks'], s.v)) +
    at(
      540,
      cy,
      k,
      pan +
        many(6, (i) => at(0, 0, 1, at(0, -190, 0.95, shrimp(), ((i * 43) % 60) - 30), i * 60 + 10)) +
        many(6, (i) => at(0, 0, 1, at(0, -236, 0.8, mussel(), (i * 67) % 90), i * 60 + 40)) +
        many(3, (i) =>
          at(
            Math.cos(i * 2.1) * 70,
            Math.sin(i * 2.1) * 70,
            1,
            at(4, 6, 1, dot(0, 0, 56, '#2A1420', 0.2)) + lemonSlice(54),
          ),
        ) +
        many(10, () => at(between(s.r, -220, 220), between(s.r, -220, 220), 0.5, leaf(60, 24, '#4E8F4E'), s.r() * 360)),
    ) +
    at(120, cy - 400 * k, k, lemonSlice(80)) +
    at(214, cy - 430 * k, k, lemonSlice(64)) +
    at(950, cy - 360 * k, k, at(0, 0, 1, sprig(220, p.leaf, 5, 22), 20)) +
    fork(90, Math.min(s.h - 10, cy + 470 * k), 12) +
    dapple(s, p)
  );
};
