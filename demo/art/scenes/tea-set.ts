import { lightRooms, roomOf } from '../palette.ts';
import { leaf, potted } from '../shapes-plants.ts';
import { interior, shadow, steam } from '../shapes-room.ts';
import { bowl, cup, gaiwan, teapot } from '../shapes-table.ts';
import { at, between, dabs, deep, dot, line, many, path, type Scene } from '../svg.ts';

export const teaSet: Scene = (s) => {
  const p = roomOf(s, ...lightRooms.slice(0, 4), 'jade');
  const t = interior(s, p, ['window', 'arch', 'light'], ['wood', 'round']);
  const tray =
    path('M-430 -20L-370 -120H370L430 -20V20H-430Z', deep(p.table2, 0.3)) +
    path('M-430 -20L-370 -120H370L430 -20Z', deep(p.table2, 0.08)) +
    many(9, (i) => line(-350 + i * 88, -116, -400 + i * 100, -24, deep(p.table2, 0.45), 5, 0.5));
  return (
    t.back +
    at(880, t.ty + 60 * s.u, s.u, potted(s, p, 0, p.b)) +
    at(
      520,
      t.base + 50,
      s.u * 1.05,
      shadow(440, 60, 0.24) +
        tray +
        at(-110, -70, 1.05, teapot(p.a, p.c)) +
        at(210, -64, 0.9, gaiwan(p.cloth, p.b)) +
        many(3, (i) => at(-240 + i * 130, -24 + (i % 2) * 6, 0.8, cup(110, 80, p.cloth, '#C98A3C', false))),
    ) +
    steam(s, 740, t.base - 150 * s.u, s.u * 0.9, 2) +
    at(
      120,
      t.base + 100 * s.u,
      s.u * 0.9,
      bowl(s, 100, 60, {
        color: p.b,
        inside: deep(p.b),
        food: many(30, () =>
          at(between(s.r, -70, 70), between(s.r, -14, 14), 1, line(0, 0, 12, 6, p.leaf2, 6), s.r() * 180),
        ),
      }),
    ) +
    at(
      900,
      s.h - 60 * s.u,
      s.u,
      at(0, 0, 1, leaf(130, 26, p.leaf), 100) +
        at(0, 0, 1, leaf(110, 24, p.leaf2), 60) +
        dot(-10, 8, 26, '#F6EFE0') +
        dot(-10, 8, 10, p.c),
    ) +
    dabs(s.r, 100, t.base, 800, 60, p.light, 4, 0.2)
  );
};
