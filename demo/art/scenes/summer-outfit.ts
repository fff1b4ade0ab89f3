import { roomOf } from '../palette.ts';
import { flower, potted, sprig } from '../shapes-plants.ts';
import { shadow, wall, wallLight } from '../shapes-room.ts';
import { windowAt } from '../shapes-window.ts';
import { at, clip, deep, ell, many, n, path, pick, poly, rect, ring, type Scene, stroke } from '../svg.ts';
import { boards, hanger } from './wear-parts.ts';

export const summer: Scene = (s) => {
  const p = roomOf(s, 'powder', 'mustard', 'blush', 'sage', 'rose');
  const H = s.h;
  const fy = H * 0.8;
  const z = H / 1120;
  const dress = pick(['#F2C24E', '#E8705A', '#7FB5C4', '#F6F0E2'], s.v);
  const d =
    'M-70 0L-50 0L-44 70Q0 110 44 70L50 0L70 0L84 120C80 180 90 220 96 260L220 640C100 680 -100 680 -220 640L-96 260C-90 220 -80 180 -84 120Z';
  const body =
    `<g transform="translate(20 18)" opacity=".15">${path(d, '#2A1420')}</g>` +
    clip(
      s,
      d,
      path(d, dress) +
        many(34, (i) =>
          at(
            -190 + ((i * 83) % 390),
            110 + ((i * 131) % 540),
            0.8 + (i % 3) * 0.2,
            flower(18, i % 2 ? p.cloth : p.a, i % 2 ? '#E9A83A' : '#FFF8EA'),
          ),
        ) +
        path('M40 0H90L96 260L220 640H60Q110 400 40 260Z', deep(dress, 0.4), 0.22) +
        many(5, (i) =>
          stroke(`M${-70 + i * 34} 270Q${-100 + i * 48} 450 ${-150 + i * 74} 660`, deep(dress, 0.3), 5, 0.3),
        ),
    ) +
    rect(-100, 244, 200, 26, p.b, 6) +
    path('M70 256C120 220 150 260 90 264C150 280 120 310 80 270Z', p.b);
  const hat =
    ell(0, 0, 170, 44, '#E3BC72') +
    ell(0, -4, 170, 40, '#F0D193') +
    path('M-90 -10C-90 -120 90 -120 90 -10Q0 20 -90 -10Z', '#EBC680') +
    path('M-92 -34Q0 0 92 -34L90 -8Q0 22 -90 -8Z', p.a) +
    many(5, (i) => stroke(`M${-150 + i * 8} 0Q0 ${34 - i * 6} ${150 - i * 8} 0`, '#C99A4E', 3, 0.4));
  const bag =
    stroke('M-70 -130C-60 -240 60 -240 70 -130', '#B5793E', 14) +
    path('M-110 -140H110L90 0H-90Z', '#D9A860') +
    many(20, (i) => rect(-98 + (i % 5) * 42, -130 + Math.floor(i / 5) * 32, 30, 20, i % 2 ? '#C08A44' : '#EBC680', 6)) +
    path('M-30 -140C-60 -190 -10 -200 0 -150C20 -200 60 -180 30 -140Z', p.b);
  const shoes = many(2, (i) =>
    at(
      i * 96,
      i * 14,
      1,
      ell(0, 6, 44, 90, '#2A1420', 0.2) +
        path(
          'M-36 -70C-40 -110 40 -110 36 -70C34 -30 30 20 34 60C30 96 -30 96 -34 60C-30 20 -34 -30 -36 -70Z',
          '#D9A860',
        ) +
        stroke('M-34 -40Q0 -80 34 -40M-30 20L30 -30M-30 -30L30 20', p.a, 13),
    ),
  );
  return (
    wall(s, p, fy + 20) +
    (H > 1000 ? windowAt(s, p, 700, H * 0.1, 280, H * 0.34, { curtain: false }) : wallLight(p, 640, H * 0.08, 0.9)) +
    boards(s, p, fy) +
    poly(
      [
        [560, fy + 40],
        [760, fy + 40],
        [660, H],
        [400, H],
      ],
      p.light,
      0.45,
    ) +
    poly(
      [
        [800, fy + 40],
        [1000, fy + 40],
        [940, H],
        [700, H],
      ],
      p.light,
      0.45,
    ) +
    stroke(`M-20 ${n(H * 0.1)}H640`, '#8A5A3C', 16) +
    at(380, H * 0.1 + 98 * z, z * 0.98, hanger + at(0, 4, 1, body)) +
    at(130, H * 0.3, z, stroke('M0 -60V-10', '#8A5A3C', 8) + hat) +
    at(
      800,
      fy + 70,
      z * 1.1,
      shadow(120, 20) +
        rect(-160, -140, 320, 24, '#B5783F', 6) +
        stroke('M-130 -120L-150 0M130 -120L150 0', '#8A5A3C', 16) +
        at(-10, -140, 1, bag),
    ) +
    at(610, H * 0.92, 0.95, shoes, 12) +
    at(960, H * 0.9, 1.1, potted(s, p, 1, p.a)) +
    at(
      250,
      H * 0.95,
      1,
      ring(-56, -20, 50, 34, '#3A2A30', 12) +
        ell(-56, -20, 46, 30, '#3A2A30', 0.75) +
        ring(66, -20, 50, 34, '#3A2A30', 12) +
        ell(66, -20, 46, 30, '#3A2A30', 0.75) +
        stroke('M-8 -26Q4 -36 16 -26M112 -30L170 -60', '#3A2A30', 10),
    ) +
    at(60, H * 1.0, 1.3, sprig(260, p.leaf, 5, 34), 20)
  );
};
