import { roomOf } from '../palette.ts';
import { flower, leaf, potted } from '../shapes-plants.ts';
import { interior, shadow } from '../shapes-room.ts';
import { vase } from '../shapes-table.ts';
import { at, clip, deep, dot, ell, fade, halo, many, mix, path, pick, poly, rect, type Scene, stroke } from '../svg.ts';

export const makeup: Scene = (s) => {
  const p = roomOf(s, 'blush', 'lilac', 'rose', 'powder', 'cream');
  const t = interior(s, p, ['light', 'plain', 'window'], ['cloth', 'wood'], 0.64);
  const z = Math.min(1.15, s.h / 1120);
  const bottle = (w: number, h: number, c: string, cap: string): string =>
    shadow(w * 0.5, 10) +
    rect(-w / 2, -h, w, h, c, 12) +
    rect(w * 0.14, -h, w * 0.36, h, '#2A1420', 10, 0.14) +
    rect(-w * 0.34, -h * 0.86, w * 0.12, h * 0.6, '#FFFFFF', 6, 0.5) +
    rect(-w * 0.24, -h - 44, w * 0.48, 48, cap, 6);
  const lipstick = (c: string): string =>
    shadow(30, 8) +
    rect(-26, -70, 52, 70, '#2A2028', 4) +
    rect(-22, -104, 44, 36, '#E9B04A') +
    path('M-18 -104V-160L18 -184V-104Z', c) +
    path('M4 -175L18 -184V-104H4Z', deep(c), 0.4);
  const mirror =
    shadow(120, 22) +
    rect(-90, -22, 180, 24, '#C9963E', 10) +
    rect(-14, -110, 28, 92, '#C9963E') +
    ell(0, -330, 216, 236, '#D9A84E') +
    ell(
      0,
      -330,
      192,
      212,
      fade(s, [
        [0, '#EAF3F2'],
        [1, mix(p.wall, '#CFE0E6', 0.5)],
      ]),
    ) +
    clip(
      s,
      'M-192 -330A192 212 0 1 0 192 -330A192 212 0 1 0 -192 -330Z',
      at(70, -130, 1.1, potted(s, p, 1, p.b)) +
        poly(
          [
            [-140, -560],
            [-60, -560],
            [-190, -100],
            [-270, -100],
          ],
          '#FFFFFF',
          0.5,
        ) +
        poly(
          [
            [-30, -560],
            [0, -560],
            [-130, -100],
            [-160, -100],
          ],
          '#FFFFFF',
          0.4,
        ),
    ) +
    many(14, (i) => {
      const a = (i / 14) * 6.283;
      return (
        dot(Math.cos(a) * 204, -330 + Math.sin(a) * 224, 26, halo(s, '#FFF1BE', 0.9)) +
        dot(Math.cos(a) * 204, -330 + Math.sin(a) * 224, 11, '#FFFBEA')
      );
    });
  const palette =
    shadow(150, 26) +
    poly(
      [
        [-150, -10],
        [-120, -70],
        [130, -70],
        [160, -10],
      ],
      '#3A2A30',
    ) +
    poly(
      [
        [-136, -16],
        [-112, -64],
        [120, -64],
        [144, -16],
      ],
      '#5A424A',
    ) +
    many(8, (i) =>
      ell(
        -92 + (i % 4) * 64,
        -52 + Math.floor(i / 4) * 24,
        24,
        9,
        pick(['#E8998A', '#C9604C', '#F2C9A4', '#8A4A4A', '#D98AA0', '#F6DDC4', '#A8705A', '#B5485E'], i),
      ),
    ) +
    path('M-120 -70L-140 -200H140L130 -70Z', '#4A363C') +
    path('M-106 -80L-122 -188H124L116 -80Z', '#DCEAEA');
  return (
    t.back +
    at(540, t.base - 30, z * Math.min(1.15, t.ty / 560), mirror) +
    at(
      170,
      t.base,
      z,
      bottle(110, 150, '#F2B9B0', '#E9B04A') +
        at(112, 20, 0.9, bottle(80, 200, p.b, '#F6EAD3')) +
        at(-76, 26, 0.8, bottle(90, 110, p.c, '#3A2A30')),
    ) +
    at(
      900,
      t.base + 4,
      z,
      vase(
        p.a,
        many(5, (i) =>
          at(
            0,
            0,
            1,
            stroke('M0 0Q6 -60 0 -130', p.leaf2, 5) +
              at(0, -140, 1, flower(42, pick(['#F6C9C0', '#FFF8EE', '#E88A90'], i), '#F2B63E', 7)) +
              at(0, -50, 1, leaf(60, 18, p.leaf), 50),
            -44 + i * 22,
          ),
        ),
      ),
    ) +
    at(760, s.h - 60 * z, z, palette) +
    at(
      330,
      s.h - 70 * z,
      z,
      lipstick('#D8324A') +
        at(76, 16, 0.9, lipstick('#E0705A')) +
        at(150, -4, 1, rect(-30, -40, 60, 40, '#2A2028', 4) + rect(-28, -46, 56, 10, '#E9B04A')),
    ) +
    at(
      120,
      s.h - 40,
      z,
      many(3, (i) =>
        at(
          i * 20,
          0,
          1,
          rect(-8, -200, 16, 130, pick([p.a, '#3A2A30', p.b], i), 6) +
            rect(-10, -226, 20, 30, '#E9B04A') +
            path(
              'M-12 -226C-34 -270 -20 -300 0 -310C20 -300 34 -270 12 -226Z',
              pick(['#F2C9C0', '#6B4A42', '#E8A598'], i),
            ),
          -16 + i * 16,
        ),
      ) +
        path('M-50 -110H90L78 0H-38Z', p.cloth) +
        path('M40 -110H90L78 0H46Z', '#2A1420', 0.12) +
        many(4, (i) => dot(-14 + i * 26, -60, 7, p.a)),
    )
  );
};
