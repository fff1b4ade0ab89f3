import { skyOf } from '../palette.ts';
import { flower, leaf, sprig } from '../shapes-plants.ts';
import {
  at,
  between,
  curve,
  deep,
  dot,
  ell,
  fade,
  halo,
  line,
  many,
  mix,
  pale,
  path,
  pick,
  rect,
  type Scene,
  stroke,
} from '../svg.ts';
import { soft2 } from './cats-parts.ts';

export const parrot: Scene = (s) => {
  const k = skyOf(s, 'mist', 'golden', 'dawn', 'clear');
  const c = pick(['#D8432E', '#2F8F6B', '#2F78B5', '#E9A02E'], s.v);
  const wing = pick(['#2F78B5', '#E9B23E', '#F2C23E', '#2F8F6B'], s.v);
  const z = Math.min(1.5, s.h / 860);
  const jungle = (count: number, color: string, size: number, o: number): string =>
    many(count, (i) =>
      at(
        i % 2 ? between(s.r, -40, 260) : between(s.r, 820, 1120),
        between(s.r, -20, s.h),
        size,
        soft2(o, sprig(300, color, 6, 36)),
        i % 2 ? between(s.r, 20, 120) : between(s.r, -120, -20),
      ),
    );
  const body =
    path(
      'M-30 -330C80 -350 130 -260 120 -140C110 -40 60 60 20 130L-40 120C-90 40 -130 -60 -120 -170C-116 -250 -90 -320 -30 -330Z',
      c,
    ) +
    path('M20 110L60 380L16 350L-10 400L-40 110Z', wing) +
    path('M10 110L30 350L-10 390L-30 110Z', deep(c, 0.2)) +
    path('M20 -210C110 -190 130 -60 70 90C40 40 -20 -20 -16 -120C-14 -170 0 -206 20 -210Z', wing) +
    many(4, (i) =>
      stroke(
        `M${10 + i * 16} ${-150 + i * 40}Q${50 + i * 10} ${-110 + i * 40} ${96 - i * 6} ${-120 + i * 50}`,
        deep(wing, 0.3),
        6,
        0.7,
      ),
    ) +
    path('M20 -210C60 -204 90 -180 100 -140C60 -160 20 -160 -10 -150C-8 -180 6 -206 20 -210Z', pale(wing, 0.4)) +
    stroke('M-90 -120q14 14 28 0M-80 -70q14 14 28 0M-60 -20q14 14 28 0M-96 -170q14 14 28 0', deep(c, 0.3), 5, 0.6);
  const head =
    dot(-24, -330, 92, c) +
    path('M20 -410C70 -370 80 -300 40 -260C60 -320 50 -370 20 -410Z', deep(c), 0.5) +
    ell(-56, -330, 44, 50, '#FFF8EA') +
    many(3, (i) => line(-84, -316 + i * 14, -50, -318 + i * 16, deep(c), 3, 0.6)) +
    dot(-50, -344, 17, '#F2C23E') +
    dot(-50, -344, 10, '#1F1620') +
    dot(-54, -349, 4, '#FFFFFF') +
    path('M-96 -350C-150 -350 -170 -290 -140 -250C-126 -280 -110 -290 -84 -296Z', '#3A3238') +
    path('M-96 -350C-130 -350 -150 -330 -156 -304C-130 -316 -110 -318 -88 -320Z', '#6A6068') +
    path('M-40 -420C-30 -480 20 -490 40 -470C10 -460 0 -430 0 -410Z', wing);
  return (
    rect(
      0,
      0,
      s.w,
      s.h,
      fade(s, [
        [0, pale(k.leaf, 0.6)],
        [1, mix(k.leaf2, k.low, 0.4)],
      ]),
    ) +
    dot(620, s.h * 0.3, 420, halo(s, k.sun, 0.9)) +
    dot(620, s.h * 0.3, 150, k.sun, 0.8) +
    jungle(14, mix(k.leaf, k.low, 0.45), 1.2, 0.7) +
    jungle(10, k.leaf, 1.2, 0.9) +
    jungle(5, k.leaf2, 1.4, 1) +
    stroke(
      curve([
        [-40, s.h * 0.7],
        [300, s.h * 0.74],
        [700, s.h * 0.7],
        [1120, s.h * 0.62],
      ]),
      '#6B4A38',
      46,
    ) +
    stroke(
      curve([
        [-40, s.h * 0.69],
        [300, s.h * 0.73],
        [700, s.h * 0.69],
        [1120, s.h * 0.61],
      ]),
      '#A37A58',
      12,
      0.7,
    ) +
    at(560, s.h * 0.64, z, body + head) +
    at(540, s.h * 0.725, z, stroke('M-40 -10v-30M-10 -6v-30M30 -10v-30M60 -14v-30', '#4A3A34', 17)) +
    many(5, (i) =>
      at(
        i % 2 ? between(s.r, 40, 240) : between(s.r, 840, 1040),
        between(s.r, s.h * 0.1, s.h * 0.95),
        1.6,
        flower(38, pick(['#F08A6A', '#F2C23E', '#E8687E'], i), '#FFF3C9', 6),
      ),
    ) +
    at(930, s.h * 0.98, 1.8, leaf(260, 90, k.leaf2), -24) +
    at(120, s.h * 1.02, 1.8, leaf(250, 90, k.leaf), 24)
  );
};
