import { roomOf } from '../palette.ts';
import { catBack, coat } from '../shapes-cats.ts';
import { potted, sprig } from '../shapes-plants.ts';
import { wall } from '../shapes-room.ts';
import { bookStack, cup } from '../shapes-table.ts';
import { windowAt } from '../shapes-window.ts';
import { at, deep, dot, halo, many, pale, rect, type Scene } from '../svg.ts';

export const windowCat: Scene = (s) => {
  const p = roomOf(s, 'cream', 'rose', 'indigo', 'sage', 'powder', 'mustard');
  const h = s.h * 0.66;
  const y = s.h * 0.1;
  const sill = y + h + 20;
  const k = Math.min(1.25, s.h / 900);
  return (
    wall(s, p) +
    windowAt(s, p, 170, y, 740, h, { bars: 2 }) +
    rect(60, sill, 960, 50, pale(p.cloth, 0.1), 6) +
    rect(60, sill + 36, 960, 20, deep(p.cloth, 0.25), 4) +
    rect(60, sill + 56, 960, 30, '#2A1420', 0, 0.12) +
    at(300, sill + 10, k * 0.95, potted(s, p, 3, p.a)) +
    at(820, sill + 10, k * 0.9, potted(s, p, 1, p.c)) +
    at(570, sill + 14, k * 1.25, catBack(s, coat(s.v + 1))) +
    many(5, (i) => at(110 + i * 10, -10, 1, sprig(s.h * 0.2, i % 2 ? p.leaf : p.leaf2, 5, 20), 150 + i * 14)) +
    (s.h > 1000
      ? at(200, s.h - 20, 1, bookStack([p.b, p.c, p.a], 260)) + at(970, s.h - 20, 1.1, cup(150, 150, p.a, '#8A5230'))
      : '') +
    dot(540, y + h * 0.4, 640, halo(s, '#FFF3CC', 0.25))
  );
};
