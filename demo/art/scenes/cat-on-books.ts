import { roomOf } from '../palette.ts';
import { catLoaf, coat } from '../shapes-cats.ts';
import { sprig } from '../shapes-plants.ts';
import { wall } from '../shapes-room.ts';
import { bookStack, cup, vase } from '../shapes-table.ts';
import { at, dabs, dot, halo, many, mix, pale, pick, rect, ring, type Scene, stroke } from '../svg.ts';
import { big } from './cats-parts.ts';

export const onBooks: Scene = (s) => {
  const p = roomOf(s, 'jade', 'cream', 'mustard', 'sage', 'rose');
  const fy = s.h * 0.7;
  const k = big(s, 0.86);
  const rows = many(3, (r) => {
    const y = fy * (0.3 + r * 0.32);
    return (
      many(15, (i) => {
        const w = 44 + ((i * 31 + r * 17) % 30);
        const h = fy * (0.16 + ((i * 13 + r * 7) % 7) / 70);
        return (
          rect(
            i * 76 - 20,
            y - h,
            w,
            h,
            mix(pick([p.a, p.b, p.c, p.cloth, p.leaf, p.table], i * 3 + r), p.wall2, 0.5),
            4,
          ) + rect(i * 76 - 20 + 8, y - h + 20, w - 16, 6, p.light, 0, 0.35)
        );
      }) +
      rect(0, y, s.w, 18, mix(p.table2, p.wall2, 0.3)) +
      rect(0, y + 18, s.w, 12, '#2A1420', 0, 0.14)
    );
  });
  return (
    wall(s, p) +
    rows +
    rect(0, fy, s.w, s.h, p.table) +
    dabs(s.r, 0, fy, s.w, s.h - fy, p.table2, 30, 0.3, 260) +
    rect(0, fy, s.w, 8, pale(p.table, 0.4)) +
    dot(300, fy * 0.4, 560, halo(s, '#FFE3A0', 0.35)) +
    at(540, s.h * 0.92, k * 1.15, bookStack([p.b, p.a, p.c, p.leaf2], 420)) +
    at(545, s.h * 0.92 - 200 * k * 1.15, k * 1.04, catLoaf(s, coat(s.v + 3), 'happy')) +
    at(140, s.h * 0.93, 1, cup(150, 160, p.cloth, '#8A5230')) +
    at(
      930,
      s.h * 0.94,
      1,
      vase(
        p.a,
        many(4, (i) => at(0, 0, 1, sprig(170, i % 2 ? p.leaf : p.leaf2, 4, 16), -30 + i * 20)),
      ),
    ) +
    at(
      820,
      s.h * 0.97,
      1,
      ring(-40, -10, 36, 24, p.ink, 6) + ring(50, -10, 36, 24, p.ink, 6) + stroke('M-6 -14Q4 -22 16 -14', p.ink, 6),
    )
  );
};
