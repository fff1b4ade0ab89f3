import { type Room, roomOf } from '../palette.ts';
import { catCurl, coat } from '../shapes-cats.ts';
import { potted } from '../shapes-plants.ts';
import { wall } from '../shapes-room.ts';
import { bookStack, cup } from '../shapes-table.ts';
import { windowAt } from '../shapes-window.ts';
import { at, deep, ell, many, pale, path, poly, ring, type Scene, stroke } from '../svg.ts';
import { big, floor } from './cats-parts.ts';

const sunPatch = (p: Room, x: number, y: number, k = 1): string =>
  at(
    x,
    y,
    k,
    poly(
      [
        [0, 0],
        [210, 0],
        [90, 230],
        [-170, 230],
      ],
      p.light,
      p.night ? 0.3 : 0.5,
    ) +
      poly(
        [
          [250, 0],
          [460, 0],
          [390, 230],
          [130, 230],
        ],
        p.light,
        p.night ? 0.3 : 0.5,
      ),
  );

export const sleeping: Scene = (s) => {
  const p = roomOf(s, 'indigo', 'lilac', 'rose', 'cream', 'powder');
  const fy = s.h * 0.56;
  const k = big(s, 1);
  const y = s.h * 0.84;
  return (
    wall(s, p, fy + 30) +
    windowAt(s, p, 120, s.h * 0.07, 420, fy * 0.66) +
    floor(s, p, fy) +
    sunPatch(p, 480, fy + 60, 1.2) +
    at(940, fy + 40, 1.25, potted(s, p, 1, p.c)) +
    at(
      540,
      y + 20,
      k,
      ell(20, 46, 330, 60, '#2A1420', 0.25) +
        path('M-310 -30C-340 60 -200 80 0 80S340 60 310 -30C280 -70 -280 -70 -310 -30Z', p.a) +
        path('M120 76C300 70 340 30 310 -30C290 -50 200 -60 150 -60C250 -20 220 40 120 76Z', deep(p.a, 0.35), 0.4) +
        ell(0, -20, 280, 56, deep(p.a, 0.2)) +
        ell(0, -26, 262, 46, p.cloth) +
        many(9, (i) => stroke(`M${-280 + i * 70} 30q6 20 0 40`, pale(p.a, 0.4), 5, 0.7)) +
        at(0, -16, 1.1, catCurl(s, coat(s.v + 4))),
    ) +
    many(3, (i) =>
      at(340 - i * 56, y - (250 + i * 60) * k * 0.9, 1, ring(0, 0, 14 + i * 7, 14 + i * 7, p.light, 5, 0.8)),
    ) +
    at(880, s.h * 0.95, 0.9, bookStack([p.b, p.c], 240) + at(-20, -100, 0.8, cup(130, 120, p.cloth, '#C98A3C')))
  );
};
