import { lightRooms, roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { shadow, wall, wallLight } from '../shapes-room.ts';
import { at, dot, ell, mix, pale, path, pick, rect, ring, type Scene, specks, stroke } from '../svg.ts';
import { boards, sneaker } from './wear-parts.ts';

export const sneakers: Scene = (s) => {
  const p = roomOf(s, ...lightRooms, 'jade');
  const H = s.h;
  const fy = H * 0.56;
  const z = Math.min(1.25, H / 950);
  const [c, a] = pick(
    [
      ['#F6EFE2', p.a],
      ['#E9C46A', p.b],
      ['#D8432E', '#F6EFE2'],
      ['#A9C9C4', '#2B5F6B'],
    ] as const,
    s.v,
  );
  const box =
    shadow(260, 34) +
    rect(-250, -240, 500, 240, p.b, 6) +
    rect(90, -240, 160, 240, '#2A1420', 6, 0.16) +
    rect(-266, -290, 532, 76, pale(p.b, 0.12), 6) +
    rect(100, -290, 166, 76, '#2A1420', 6, 0.14) +
    dot(-120, -110, 52, p.cloth) +
    stroke('M-154 -104Q-120 -150 -86 -116T-96 -84', p.a, 12);
  return (
    wall(s, p, fy + 20) +
    wallLight(p, 560, H * 0.05, 1.05) +
    at(
      210,
      H * 0.26,
      1,
      rect(-110, -110, 220, 220, p.table2, 4) +
        rect(-94, -94, 188, 188, p.light) +
        path('M-94 40L-20 -40L30 10L60 -20L94 20V94H-94Z', p.leaf) +
        dot(40, -50, 22, p.c),
    ) +
    boards(s, p, fy) +
    at(940, fy + 60, 1.2, potted(s, p, 0, p.a)) +
    ell(540, H * 0.84, 520, H * 0.12, mix(p.c, p.cloth, 0.3)) +
    ring(540, H * 0.84, 480, H * 0.105, p.cloth, 10, 0.8) +
    at(300, fy + (H - fy) * 0.34, z * 0.9, box) +
    at(640, H * 0.75, z, sneaker(s, c, a, '#FFFBF0'), 0, true) +
    at(460, H * 0.9, z * 1.08, sneaker(s, c, a, '#FFFBF0')) +
    at(
      880,
      H * 0.95,
      1,
      ell(0, 0, 70, 14, '#2A1420', 0.2) +
        path('M-70 -10C-60 -70 60 -70 70 -10Q0 20 -70 -10Z', p.cloth) +
        stroke('M-50 -26Q0 -50 50 -26', p.a, 9) +
        stroke('M-60 -10Q0 -30 60 -10', p.b, 9),
    ) +
    specks(s.r, 0, H * 0.7, s.w, H * 0.3, p.light, 14, 4, 0.5)
  );
};
