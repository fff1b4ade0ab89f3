import { roomOf } from '../palette.ts';
import { bust, look } from '../shapes-people.ts';
import { interior, shadow, steam } from '../shapes-room.ts';
import { cup, teapot } from '../shapes-table.ts';
import { at, dabs, fade, line, many, n, pale, path, rect, type Scene, stroke } from '../svg.ts';

// Town life: talking together, phones, maps, seals, tools.

export const voiceRoom: Scene = (s) => {
  const p = roomOf(s, 'rose', 'jade', 'lilac', 'mustard', 'indigo');
  const t = interior(s, p, ['window', 'arch', 'nightwindow'], ['round'], 0.62);
  const z = Math.min(1.35, s.h / 900);
  const waves = (x: number, y: number, c: string, turn: number): string =>
    at(
      x,
      y,
      1,
      many(3, (i) =>
        stroke(`M0 ${-26 - i * 24}A${30 + i * 26} ${30 + i * 26} 0 0 1 0 ${26 + i * 24}`, c, 9, 0.95 - i * 0.25),
      ),
      turn,
    );
  const bubble = (x: number, y: number, k: number, c: string, flip: boolean): string =>
    at(
      x,
      y,
      k,
      path(
        'M-90 -60H90Q120 -60 120 -30V30Q120 60 90 60H-30L-70 100L-66 60H-90Q-120 60 -120 30V-30Q-120 -60 -90 -60Z',
        c,
      ) + many(9, (i) => rect(-76 + i * 18, -(14 + ((i * 37) % 26)), 10, 2 * (14 + ((i * 37) % 26)), '#FFFDF4', 5)),
      0,
      flip,
    );
  const mic =
    shadow(90, 18) +
    rect(-76, -18, 152, 20, '#2A2430', 10) +
    rect(-9, -140, 18, 124, '#3A3440') +
    rect(-54, -330, 108, 200, '#3A3440', 54) +
    rect(-46, -322, 92, 130, '#C9CDC8', 46) +
    many(5, (i) => line(-40, -298 + i * 22, 40, -298 + i * 22, '#8E9298', 4)) +
    stroke('M-76 -230C-76 -120 76 -120 76 -230', '#5A5460', 13) +
    rect(-54, -196, 108, 16, '#D8432E');
  return (
    t.back +
    at(225, t.ty + 36, z * 1.05, bust(look(s.v), s.v)) +
    at(540, t.ty + 6, z, bust(look(s.v + 3), s.v + 2)) +
    at(855, t.ty + 36, z * 1.05, bust(look(s.v + 1), s.v + 5)) +
    bubble(300, t.ty - 330 * z, 0.95 * Math.min(1, z), p.a, false) +
    bubble(800, t.ty - 350 * z, 0.95 * Math.min(1, z), p.b, true) +
    path(
      `M-60 ${n(s.h)}V${n(t.ty + 140)}C160 ${n(t.ty + 10)} 920 ${n(t.ty + 10)} 1140 ${n(t.ty + 140)}V${n(s.h)}Z`,
      fade(s, [
        [0, pale(p.table, 0.2)],
        [1, p.table],
      ]),
    ) +
    stroke(`M-60 ${n(t.ty + 140)}C160 ${n(t.ty + 10)} 920 ${n(t.ty + 10)} 1140 ${n(t.ty + 140)}`, p.table2, 10) +
    dabs(s.r, 0, t.ty + 130, s.w, s.h, p.table2, 24, 0.2, 240) +
    at(540, t.base + 60, z, mic) +
    waves(540 + 90 * z, t.base + 60 - 240 * z, p.c, 0) +
    waves(540 - 90 * z, t.base + 60 - 240 * z, p.c, 180) +
    at(220, t.base + 60, 0.74, teapot(p.b, p.c)) +
    at(
      830,
      t.base + 40,
      1,
      cup(130, 110, p.cloth, '#C98A3C', false) + at(130, 30, 1, cup(130, 110, p.cloth, '#C98A3C', false)),
    ) +
    steam(s, 830, t.base - 70, 0.7, 2)
  );
};
