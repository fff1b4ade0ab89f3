import { roomOf } from '../palette.ts';
import { interior, steam } from '../shapes-room.ts';
import { chopsticks, cup, plate, scallions, teapot } from '../shapes-table.ts';
import { at, deep, dot, ell, many, pale, path, pick, type Scene, stroke } from '../svg.ts';
import { sideDish } from './food-parts.ts';

const jiaozi = (turn = 0): string =>
  at(
    0,
    0,
    1,
    path('M-74 6C-70 -52 70 -52 76 6C50 34 -48 34 -74 6Z', '#F8E9CB') +
      path('M-74 6C-60 -20 -30 -46 0 -46C36 -46 64 -22 76 6C60 -6 40 -18 0 -18C-36 -18 -58 -6 -74 6Z', '#FFF8E6') +
      stroke(
        'M-58 -14Q-50 -6 -46 6M-30 -32Q-26 -18 -24 -4M0 -38V-12M28 -34Q26 -20 24 -6M56 -14Q48 -4 46 6',
        '#D9BC8C',
        4,
      ) +
      path('M10 26C50 26 70 14 76 6C60 16 30 18 10 26Z', '#C99A5B', 0.6),
    turn,
  );

export const dumplings: Scene = (s) => {
  const p = roomOf(s, 'sage', 'rose', 'powder', 'mustard', 'jade');
  const t = interior(s, p, ['tiles', 'window', 'shelf'], ['wood', 'gingham'], 0.46);
  const list = [
    [-190, -54],
    [-50, -84],
    [100, -70],
    [-240, 6],
    [-100, -22],
    [50, -24],
    [200, -20],
    [-170, 44],
    [-20, 40],
    [130, 38],
  ] as const;
  return (
    t.back +
    at(870, t.ty + 140 * s.u, s.u * 0.95, teapot(p.a, p.c)) +
    at(180, t.ty + 110 * s.u, s.u * 0.9, cup(130, 110, p.cloth, '#C98A3C', false)) +
    at(360, t.ty + 80 * s.u, s.u * 0.9, cup(130, 110, p.cloth, '#C98A3C', false)) +
    at(
      470,
      t.base + 10,
      s.u,
      plate(410, pale(p.b, 0.75), p.b) +
        many(list.length, (i) => {
          const q = pick(list, i);
          return at(q[0], q[1] - 20, 1.08, ell(10, 26, 76, 20, '#2A1420', 0.14) + jiaozi(((i * 23) % 30) - 15));
        }),
    ) +
    steam(s, 450, t.base - 110 * s.u, s.u) +
    sideDish(
      s,
      920,
      t.base + 60 * s.u,
      s.u * 1.1,
      p.a,
      ell(0, 4, 100, 26, '#4A2216') + dot(-20, 0, 18, '#D8542E') + scallions(s.r, 60, 14, 8),
    ) +
    chopsticks(300, s.h - 34, -6, deep(p.table2, 0.4), 500)
  );
};
