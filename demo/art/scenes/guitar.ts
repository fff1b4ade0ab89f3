import { roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { shadow, wall, wallLight } from '../shapes-room.ts';
import { cup } from '../shapes-table.ts';
import { at, deep, dot, ell, line, many, mix, pale, path, pick, poly, rect, ring, type Scene, stroke } from '../svg.ts';
import { boards } from './home-parts.ts';

export const guitar: Scene = (s) => {
  const p = roomOf(s, 'rose', 'sage', 'mustard', 'indigo', 'powder');
  const H = s.h;
  const fy = H * 0.7;
  const z = Math.min(1.45, H / 950);
  const c = pick(['#D98F3C', '#B5562E', '#E3A957', '#8A4A2E'], s.v);
  const body =
    'M0 -390C80 -396 128 -340 112 -276C100 -240 106 -222 138 -180C184 -110 146 0 0 0S-184 -110 -138 -180C-106 -222 -100 -240 -112 -276C-128 -340 -80 -396 0 -390Z';
  const g =
    `<g transform="translate(16 10)" opacity=".2">${path(body, '#2A1420')}</g>` +
    path(body, deep(c, 0.45)) +
    at(
      0,
      -8,
      0.95,
      path(body, c) +
        path(
          'M60 -384C110 -370 124 -320 112 -276C100 -240 106 -222 138 -180C184 -110 146 0 0 0C110 -30 110 -130 70 -190C40 -240 90 -320 60 -384Z',
          deep(c, 0.3),
          0.4,
        ) +
        stroke('M-84 -350C-112 -320 -106 -290 -98 -270M-140 -140C-150 -100 -130 -60 -110 -44', pale(c, 0.6), 9, 0.7),
    ) +
    dot(0, -230, 66, deep(c, 0.35)) +
    dot(0, -230, 56, '#2E1A16') +
    ring(0, -230, 72, 72, p.cloth, 4, 0.8) +
    path('M60 -200C110 -190 110 -130 66 -120C50 -150 40 -170 60 -200Z', '#4A2420') +
    rect(-70, -110, 140, 26, '#4A2420', 6) +
    rect(-24, -780, 48, 540, '#5A3426') +
    many(13, (i) => rect(-24, -770 + i * 40, 48, 4, '#E3D3B0')) +
    many(4, (i) => dot(0, -710 + i * 100, 6, '#F6EAD3')) +
    path('M-30 -780L-38 -910Q0 -930 38 -910L30 -780Z', '#6B3A28') +
    many(6, (i) => dot(i % 2 ? 46 : -46, -890 + Math.floor(i / 2) * 40, 11, '#E3E0D6')) +
    many(6, (i) => line(-17 + i * 7, -880, -18 + i * 7.2, -98, '#FFF6E0', 1.8, 0.9));
  return (
    wall(s, p, fy + 30) +
    wallLight(p, 120, H * 0.08, 1.1) +
    at(
      860,
      H * 0.24,
      1,
      rect(-120, -150, 240, 260, p.table2, 4) +
        rect(-104, -134, 208, 228, p.light) +
        dot(30, -60, 50, p.a) +
        path('M-104 40Q-30 -30 30 30T104 10V94H-104Z', p.b),
    ) +
    boards(s, p, fy) +
    ell(560, H * 0.87, 470, H * 0.08, p.b) +
    ring(560, H * 0.87, 430, H * 0.07, p.cloth, 8, 0.7) +
    at(150, fy + 120, 1.35, potted(s, p, 1, p.a)) +
    at(
      900,
      H * 0.9,
      1,
      shadow(170, 24) +
        rect(-160, -230, 320, 230, '#3A2A2E', 14) +
        rect(-140, -170, 280, 150, mix(p.table, '#C9A86A', 0.5), 6) +
        many(10, (i) => line(-136, -160 + i * 15, 136, -160 + i * 15, deep(p.table2), 3, 0.4)) +
        many(5, (i) => dot(-110 + i * 44, -200, 13, '#E9B04A')) +
        rect(60, -252, 70, 22, '#2A2024', 8) +
        at(-70, -230, 0.6, cup(140, 130, p.a, '#8A5230')),
    ) +
    at(520, H * 0.92, z * 0.9, g, 9) +
    at(
      340,
      H * 0.96,
      1,
      poly(
        [
          [-120, -20],
          [20, -46],
          [60, 14],
          [-90, 40],
        ],
        '#FFFDF4',
      ) +
        many(
          4,
          (i) =>
            stroke(`M${-96 + i * 6} ${-12 + i * 10}l130 -22`, '#8A7A6A', 2.5) +
            ell(-70 + i * 30, -8 + (i % 2) * 10, 6, 4.5, '#2A1E22') +
            line(-65 + i * 30, -8 + (i % 2) * 10, -66 + i * 30, -34 + (i % 2) * 10, '#2A1E22', 2.5),
        ),
    )
  );
};
