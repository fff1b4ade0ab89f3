import { lightRooms, roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { interior, shadow, steam } from '../shapes-room.ts';
import { cup } from '../shapes-table.ts';
import { at, dabs, deep, dot, line, many, pale, path, pick, rect, ring, type Scene, stroke } from '../svg.ts';

export const toolbox: Scene = (s) => {
  const p = roomOf(s, ...lightRooms, 'jade');
  const t = interior(s, p, ['shelf', 'light', 'window', 'tiles'], ['wood'], 0.55);
  const z = Math.min(1.25, s.h / 1040);
  const c = pick(['#D8432E', '#1F7A6B', '#E9A83A', '#3F6A9A'], s.v);
  const tools =
    at(
      -210,
      -190,
      1,
      rect(-15, -300, 30, 220, '#C98F5D', 12) +
        rect(-90, -350, 180, 66, '#5A626A', 10) +
        path('M-90 -350C-130 -350 -140 -310 -150 -290L-90 -300Z', '#5A626A') +
        rect(60, -354, 40, 74, '#3A4048', 6),
      -10,
    ) +
    at(
      -80,
      -180,
      1,
      rect(-26, -180, 52, 160, '#E9A83A', 16) +
        many(3, (i) => rect(-18 + i * 14, -170, 6, 130, '#B5762A', 3)) +
        rect(-8, -330, 16, 160, '#AEB8B8') +
        path('M-14 -330H14L8 -352H-8Z', '#AEB8B8'),
      4,
    ) +
    at(
      40,
      -180,
      1,
      path('M-20 0V-230C-60 -250 -70 -300 -40 -336V-286H0V-336C30 -300 20 -250 -10 -230L16 0Z', '#9AA4A8') +
        path('M0 0V-230L-4 -250C20 -260 24 -300 0 -336C30 -300 20 -250 -10 -230Z', '#5A626A', 0.5),
      8,
    ) +
    at(
      150,
      -180,
      1,
      rect(-60, -250, 120, 250, '#F2C65C', 6) +
        many(11, (i) => line(-60, -236 + i * 22, i % 2 ? -36 : -20, -236 + i * 22, '#7A5A20', 4)),
      12,
    ) +
    at(
      250,
      -190,
      1,
      path('M-20 0L-30 -150C-60 -200 -40 -250 -14 -280L0 -180Z', '#D8432E') +
        path('M20 0L30 -150C60 -200 40 -250 14 -280L0 -180Z', '#B5301F') +
        dot(0, -170, 14, '#8E9298') +
        path('M-14 -270L-4 -350L0 -190ZM14 -270L4 -350L0 -190Z', '#8E9298'),
      16,
    );
  const box =
    shadow(340, 50) +
    tools +
    path('M-350 -210H350L330 0H-330Z', c) +
    path('M150 -210H350L330 0H170Z', deep(c, 0.4), 0.3) +
    rect(-366, -236, 732, 46, pale(c, 0.14), 10) +
    rect(160, -236, 206, 46, deep(c, 0.4), 10, 0.3) +
    dabs(s.r, -330, -180, 640, 160, deep(c, 0.3), 20, 0.3, 140) +
    stroke('M-330 -215V-420H330V-215', '#3A3640', 22) +
    rect(-150, -442, 300, 44, '#5A3A2A', 20) +
    many(
      2,
      (i) => rect(i ? 150 : -220, -200, 70, 84, '#C9CDC8', 8) + rect(i ? 166 : -204, -170, 38, 34, '#8E9298', 6),
    ) +
    rect(-80, -140, 160, 70, '#FBF4E6', 8) +
    stroke('M-40 -96q30 -40 46 -6t36 -10', p.b, 9) +
    many(4, (i) => dot(i % 2 ? 310 : -310, i < 2 ? -170 : -40, 9, '#C9CDC8'));
  const nail = (turn: number): string =>
    at(0, 0, 1, rect(-46, -4, 92, 8, '#8E9298', 3) + rect(-54, -13, 11, 26, '#8E9298', 3), turn);
  return (
    t.back +
    at(540, t.base + 20, z, box) +
    many(6, (i) => at(150 + ((i * 173) % 780), t.base + (80 + ((i * 41) % 60)) * z, 1, nail((i * 67) % 180))) +
    at(
      900,
      t.base + 90,
      z,
      shadow(90, 16) +
        dot(0, -76, 76, '#E9A83A') +
        dot(0, -76, 60, '#3A3640') +
        rect(40, -40, 90, 36, '#E9A83A', 6) +
        rect(126, -34, 70, 24, '#F6E08A') +
        many(5, (i) => line(136 + i * 13, -34, 136 + i * 13, -22, '#7A5A20', 3)),
    ) +
    at(
      150,
      t.base + 80,
      z,
      many(4, (i) => at((i % 2) * 76, -Math.floor(i / 2) * 40, 1, ring(0, -20, 30, 22, '#8E9298', 15))),
    ) +
    at(120, t.ty + 60, 1, cup(140, 140, p.b, '#8A5230')) +
    steam(s, 120, t.ty - 80, 0.7, 2) +
    at(940, t.ty + 60, 1, potted(s, p, 4, p.a))
  );
};
