import { roomOf } from '../palette.ts';
import { leaf } from '../shapes-plants.ts';
import { interior, steam } from '../shapes-room.ts';
import { bowl, egg, plate, scallions, spoon, vase } from '../shapes-table.ts';
import { at, many, pale, path, rect, type Scene, stroke } from '../svg.ts';
import { sideDish } from './food-parts.ts';

const youtiao = (turn: number): string =>
  at(
    0,
    0,
    1,
    rect(-160, -6, 330, 44, '#2A1420', 22, 0.14) +
      path('M-160 0C-150 -40 -60 -30 0 -32S150 -44 164 -6C150 34 60 22 0 24S-150 36 -160 0Z', '#D98F3C') +
      stroke('M-130 0C-80 -16 -40 8 0 -4S90 -12 136 -6', '#A9632A', 6, 0.7) +
      stroke('M-120 -18C-60 -26 -20 -18 20 -22', '#F6C876', 8, 0.8),
    turn,
  );

export const congee: Scene = (s) => {
  const p = roomOf(s, 'cream', 'sage', 'blush', 'powder', 'mustard');
  const t = interior(s, p, ['window', 'light', 'shelf'], ['cloth', 'wood']);
  const food =
    many(3, (i) =>
      at(
        -110 + i * 105,
        -22 + (i % 2) * 38,
        0.9,
        i === 1
          ? egg(62)
          : path('M-56 0C-50 -44 40 -50 56 -6C46 34 -46 36 -56 0Z', '#4A4238') +
              path('M-30 0C-24 -22 20 -24 28 -4C22 14 -24 16 -30 0Z', '#8A9A6A'),
      ),
    ) +
    scallions(s.r, 220, 56, 26) +
    many(5, (i) => stroke(`M${80 + i * 14} ${-40 + i * 10}q18 -14 30 4`, '#E2743C', 6));
  return (
    t.back +
    at(
      880,
      t.ty + 90 * s.u,
      s.u * 0.9,
      vase(
        p.b,
        many(3, (i) =>
          at(0, 0, 1, stroke('M0 0Q10 -80 0 -170', p.leaf2, 5) + at(0, -150, 1, leaf(80, 24, p.leaf)), -22 + i * 22),
        ),
      ),
    ) +
    at(
      190,
      t.ty + 150 * s.u,
      s.u,
      plate(170, p.cloth, p.b) + at(0, -40, 0.9, youtiao(-8) + at(10, -34, 1, youtiao(6))),
    ) +
    at(
      560,
      t.base + 40,
      s.u,
      bowl(s, 335, 250, {
        color: pale(p.b, 0.1),
        motif: 'waves',
        band: pale(p.b, 0.7),
        inside: '#EBDDBF',
        fill: '#FBF4E2',
        food,
      }),
    ) +
    steam(s, 560, t.base - 240 * s.u, s.u * 1.1) +
    sideDish(s, 930, t.base + 30, s.u, p.c, scallions(s.r, 80, 18, 14, '#C8402E')) +
    at(150, t.base + 90 * s.u, s.u * 0.9, spoon(0, 0, -18, p.cloth))
  );
};
