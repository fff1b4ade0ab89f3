import { roomOf } from '../palette.ts';
import { leaf, sprig } from '../shapes-plants.ts';
import { interior, jar, shadow } from '../shapes-room.ts';
import { bowl, egg, fork, leaves, lemonSlice, vase } from '../shapes-table.ts';
import { at, between, dot, ell, many, path, ring, type Scene } from '../svg.ts';

export const salad: Scene = (s) => {
  const p = roomOf(s, 'powder', 'blush', 'cream', 'lilac', 'jade');
  const t = interior(s, p, ['window', 'shelf', 'tiles', 'light'], ['cloth', 'wood', 'gingham']);
  const food =
    at(0, -30, 1, leaves(s.r, 270, 80, 34, ['#5E9B52', '#86B75A', '#3F7D4C', '#A9C96A', '#7A4A6B'], 92)) +
    many(7, (i) => {
      const [x, y] = [Math.cos(i * 2.4) * 210, Math.sin(i * 2.4) * 50 - 40];
      return i % 2
        ? dot(x, y, 36, '#D8432E') + ell(x - 10, y - 14, 12, 7, '#FBC0B0', 0.9)
        : at(
            x,
            y,
            1,
            dot(0, 0, 38, '#CFE39A') +
              ring(0, 0, 34, 34, '#6FA04E', 6) +
              many(6, (j) => ell(Math.cos(j * 1.05) * 16, Math.sin(j * 1.05) * 16, 5, 3, '#F1F7D8')),
          );
    }) +
    at(
      -60,
      -50,
      1,
      path('M-80 20C-70 -50 60 -60 84 10C40 -14 -40 -14 -80 20Z', '#C9D97A') +
        path('M-80 20C-70 -50 60 -60 84 10C60 -30 -50 -30 -80 20Z', '#4E7A3A'),
    ) +
    at(110, -64, 0.9, egg(60)) +
    many(16, () => dot(between(s.r, -230, 230), between(s.r, -90, 40), 8, '#F2C23E'));
  return (
    t.back +
    at(150, t.ty + 90 * s.u, s.u, jar(90, 190, '#C9B84A', '#6B4A30') + at(110, 20, 0.9, jar(80, 110, '#5A2A1E', p.c))) +
    at(
      930,
      t.ty + 80 * s.u,
      s.u,
      vase(
        p.a,
        many(4, (i) => at(0, 0, 1, sprig(180, i % 2 ? p.leaf : p.leaf2, 4, 16), -36 + i * 24)),
      ),
    ) +
    at(540, t.base + 30, s.u, bowl(s, 370, 240, { color: '#B5743E', inside: '#7E4A24', motif: 'none', food })) +
    fork(130, s.h - 20, 18) +
    at(
      950,
      s.h - 50 * s.u,
      s.u,
      at(
        0,
        0,
        1,
        shadow(70, 18) +
          dot(0, -56, 60, '#D8432E') +
          ell(-20, -80, 16, 10, '#FBC0B0') +
          at(0, -114, 1, leaf(34, 10, '#4E8A3A'), 60) +
          at(0, -114, 1, leaf(34, 10, '#4E8A3A'), -50),
      ) + at(-120, 10, 0.8, lemonSlice(56)),
    )
  );
};
