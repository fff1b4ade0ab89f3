import { lightRooms, roomOf } from '../palette.ts';
import { catLoaf, coat } from '../shapes-cats.ts';
import { potted, sprig } from '../shapes-plants.ts';
import { wall, wallLight } from '../shapes-room.ts';
import { bookStack, vase } from '../shapes-table.ts';
import { at, dabs, deep, fade, many, mix, pale, path, pick, rect, type Scene } from '../svg.ts';
import { boards } from './home-parts.ts';

export const bookshelf: Scene = (s) => {
  const p = roomOf(s, ...lightRooms, 'jade', 'indigo');
  const H = s.h;
  const rows = H > 1200 ? 4 : H > 900 ? 3 : 2;
  const [top, foot] = [H * 0.07, H * 0.86];
  const gap = (foot - top) / rows;
  const wood = p.table;
  const cell = (row: number): string => {
    const y = top + gap * (row + 1) - 16;
    let x = 190;
    let out = '';
    let i = row * 7 + s.v;
    while (x < 820) {
      i++;
      const kind = (i * 7 + row) % 9;
      if (kind === 3 && x < 720) {
        out += at(x + 56, y, Math.min(0.85, gap / 330), potted(s, p, i, pick([p.a, p.cloth, p.c], i)));
        x += 120;
        continue;
      }
      if (kind === 6) {
        out += at(x + 60, y, 0.5, bookStack([p.b, p.a, p.c], 210));
        x += 124;
        continue;
      }
      if (kind === 8) {
        out += at(x + 44, y, 0.62, vase(pick([p.a, p.b], i), sprig(150, p.leaf, 4, 16)));
        x += 92;
        continue;
      }
      const w = 26 + ((i * 13) % 24);
      const h = gap * (0.56 + ((i * 29) % 10) / 36);
      const c = mix(pick([p.a, p.b, p.c, p.cloth, p.leaf2, '#8A5A6B', '#5C6FA8'], i * 3), p.wall2, 0.12);
      const lean = kind === 5;
      out += at(
        x,
        y,
        1,
        rect(0, -h, w, h, c, 3) +
          rect(w * 0.66, -h, w * 0.34, h, '#2A1420', 2, 0.14) +
          rect(4, -h + 18, w - 8, 7, pale(c, 0.6), 1, 0.8) +
          rect(4, -h * 0.3, w - 8, 12, pale(c, 0.6), 1, 0.6),
        lean ? 7 : 0,
      );
      x += w + (lean ? 16 : 4);
    }
    return out + rect(160, y, 760, 20, pale(wood, 0.15)) + rect(160, y + 18, 760, 14, '#2A1420', 0, 0.2);
  };
  return (
    wall(s, p, foot + 40) +
    wallLight(p, 20, H * 0.1, 0.9) +
    boards(s, p, foot + 20) +
    rect(160, top - 20, 780, foot - top + 60, '#2A1420', 6, 0.18) +
    rect(130, top - 30, 820, foot - top + 60, wood, 8) +
    rect(160, top, 760, foot - top, deep(wood, 0.5)) +
    rect(
      160,
      top,
      760,
      foot - top,
      fade(s, [
        [0, '#FFE3A0', 0.14],
        [1, '#000000', 0.1],
      ]),
    ) +
    many(rows, cell) +
    rect(120, top - 46, 840, 30, pale(wood, 0.2), 6) +
    dabs(s.r, 130, top - 20, 26, foot - top, deep(wood), 10, 0.3, 20) +
    at(760, top - 44, Math.min(0.5, H / 2600), catLoaf(s, coat(s.v + 1), 'open')) +
    at(70, foot + 100, 1.25, potted(s, p, 1, p.a)) +
    at(1000, foot + 110, 1.2, potted(s, p, 0, p.b)) +
    at(420, H * 0.98, 1, bookStack([p.c, p.a, p.b], 240)) +
    at(
      700,
      H * 0.98,
      1,
      rect(-110, -16, 220, 20, p.b, 6) + path('M-104 -18C-50 -56 -10 -40 0 -20C10 -40 50 -56 104 -18Z', '#FFFDF4'),
    )
  );
};
