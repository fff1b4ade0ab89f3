import { roomOf, skyOf } from '../palette.ts';
import { bokeh, jar, steam } from '../shapes-room.ts';
import { glass, plate } from '../shapes-table.ts';
import {
  at,
  between,
  dabs,
  deep,
  dot,
  ell,
  fade,
  halo,
  line,
  many,
  poly,
  rect,
  type Scene,
  specks,
  stroke,
} from '../svg.ts';
import { skewer } from './cook-parts.ts';

export const skewers: Scene = (s) => {
  const p = roomOf(s, 'indigo', 'rose', 'indigo', 'jade');
  const k = skyOf(s, 'night', 'dusk');
  const gy = s.h * 0.56;
  const bulbs = many(9, (i) => {
    const [x, y] = [i * 135, 90 + Math.sin((i / 8) * 3.14) * 100];
    return (
      line(x, y, x, y + 22, '#2A1A20', 5) + dot(x, y + 40, 80, halo(s, '#FFD27A', 0.6)) + dot(x, y + 40, 19, '#FFE9A8')
    );
  });
  const grill =
    rect(90, gy + 30, 900, 210, '#2E2A30', 20) +
    rect(90, gy + 30, 900, 34, '#4A464E', 14) +
    poly(
      [
        [150, gy - 60],
        [930, gy - 60],
        [990, gy + 36],
        [90, gy + 36],
      ],
      '#1F1A20',
    ) +
    poly(
      [
        [166, gy - 50],
        [914, gy - 50],
        [970, gy + 28],
        [110, gy + 28],
      ],
      fade(s, [
        [0, '#7A1E14'],
        [0.5, '#F2762E'],
        [1, '#B8301A'],
      ]),
    ) +
    specks(s.r, 160, gy - 46, 760, 66, '#FFD27A', 60, 9, 0.7) +
    specks(s.r, 160, gy - 46, 760, 66, '#3A1614', 60, 13, 0.7) +
    many(14, (i) => line(190 + i * 54, gy - 54, 140 + i * 62, gy + 30, '#151218', 6, 0.8));
  return (
    rect(
      0,
      0,
      s.w,
      s.h,
      fade(s, [
        [0, k.top],
        [0.6, k.mid],
        [1, k.low],
      ]),
    ) +
    bokeh(s, 100, gy, 26) +
    stroke('M0 90Q540 300 1080 90', '#2A1A20', 5) +
    bulbs +
    dot(540, gy, 560, halo(s, '#FF9A4A', 0.5)) +
    rect(0, gy + 190, s.w, s.h - gy, deep(p.table, 0.2)) +
    dabs(s.r, 0, gy + 210, s.w, s.h - gy, p.table, 30, 0.4, 280) +
    grill +
    many(5, (i) => at(210 + i * 165, gy - 104, 0.66, skewer(s, (i + s.v) % 3), 76)) +
    steam(s, 380, gy - 90, 1.5, 4, '#F6E3D0') +
    steam(s, 820, gy - 110, 1.2, 3, '#F6E3D0') +
    many(14, () => dot(between(s.r, 160, 920), between(s.r, gy - 360, gy - 40), between(s.r, 2, 6), '#FFC65C', 0.9)) +
    at(
      190,
      s.h - 40,
      s.u,
      glass(s, 150, 220, '#EFAE3A', 0.8, specks(s.r, -60, -170, 120, 160, '#FFF3CE', 20, 5, 0.7)) +
        ell(0, -216, 74, 30, '#FFF8E6') +
        ell(-30, -232, 40, 22, '#FFFDF4'),
    ) +
    at(
      640,
      s.h - 50,
      s.u,
      plate(250, p.cloth, p.a) + at(-190, -40, 0.62, skewer(s, 0), -6) + at(-180, -2, 0.62, skewer(s, 1), 3),
    ) +
    at(980, s.h - 36, s.u * 0.9, jar(80, 110, '#C8301F', '#3A2A20'))
  );
};
