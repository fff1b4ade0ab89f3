import { roomOf } from '../palette.ts';
import { sprig } from '../shapes-plants.ts';
import { interior, shadow, steam } from '../shapes-room.ts';
import { cup, plate, vase } from '../shapes-table.ts';
import { at, clip, dot, ell, many, path, rect, type Scene, specks, stroke } from '../svg.ts';

const croissant = (turn = 0): string =>
  at(
    0,
    0,
    1,
    ell(8, 34, 170, 26, '#2A1420', 0.2) +
      path(
        'M-170 40C-190 -30 -110 -110 0 -110S190 -30 170 40C150 60 130 20 100 10C60 -6 -60 -6 -100 10C-130 20 -150 60 -170 40Z',
        '#D98E3E',
      ) +
      path('M-120 -70C-60 -116 60 -116 120 -70C90 -40 60 -20 0 -20S-90 -40 -120 -70Z', '#EDB25E') +
      stroke(
        'M-128 -62Q-100 -40 -96 6M-66 -98Q-48 -50 -48 -2M0 -110V-4M66 -98Q48 -50 48 -2M128 -62Q100 -40 96 6',
        '#A9622A',
        8,
        0.75,
      ) +
      stroke(
        'M-96 -74Q-80 -50 -76 -24M-34 -98Q-24 -64 -24 -30M34 -98Q26 -64 24 -30M96 -74Q82 -50 76 -24',
        '#FBD896',
        9,
        0.8,
      ),
    turn,
  );

export const croissants: Scene = (s) => {
  const p = roomOf(s, 'powder', 'blush', 'sage', 'jade', 'lilac');
  const t = interior(s, p, ['window', 'shelf', 'light'], ['gingham', 'wood', 'cloth']);
  const basket =
    shadow(380, 60) +
    path('M-380 -150Q0 -250 380 -150Q0 -40 -380 -150Z', '#6B3F1E') +
    at(-220, -120, 0.9, croissant(-24)) +
    at(230, -120, 0.9, croissant(24)) +
    at(0, -110, 1, croissant(0)) +
    at(-130, -190, 1, croissant(-12)) +
    at(150, -200, 1, croissant(14)) +
    at(0, -270, 1.02, croissant(2)) +
    path('M-380 -150Q0 -40 380 -150L320 0H-320Z', '#B5793E') +
    clip(
      s,
      'M-380 -150Q0 -40 380 -150L320 0H-320Z',
      many(26, (i) =>
        rect(-380 + (i % 13) * 62 + (i > 12 ? 30 : 0), i > 12 ? -60 : -124, 44, 50, i % 2 ? '#D9A05E' : '#9C6230', 16),
      ) + path('M120 -130H400V0H160Z', '#2A1420', 0.2),
    ) +
    stroke('M-380 -150Q0 -40 380 -150', '#8A5628', 22) +
    stroke('M-380 -154Q0 -44 380 -154', '#D9A05E', 8) +
    path('M-330 -140Q-260 -60 -150 -98Q-180 -20 -260 0Z', p.cloth, 0.95) +
    many(4, (i) => stroke(`M${-310 + i * 40} ${-124 + i * 6}L${-280 + i * 26} -20`, p.a, 5, 0.5));
  return (
    t.back +
    at(
      160,
      t.ty + 70 * s.u,
      s.u,
      vase(
        p.b,
        many(5, (i) =>
          at(
            0,
            0,
            1,
            sprig(150, i % 2 ? p.leaf : p.leaf2, 3, 14) +
              dot(4, -160, 26, i % 2 ? p.a : p.c) +
              dot(4, -160, 10, p.cloth),
            -40 + i * 20,
          ),
        ),
      ),
    ) +
    at(540, t.base + 20, s.u * 1.05, basket) +
    at(930, t.base + 30 * s.u, s.u, cup(170, 150, p.cloth, '#8A5230')) +
    steam(s, 930, t.base - 120 * s.u, s.u * 0.7, 2) +
    at(230, s.h - 50 * s.u, s.u, plate(180, p.cloth, p.a) + at(0, -40, 0.8, croissant(-6))) +
    specks(s.r, 380, s.h - 90, 400, 60, '#C98742', 20, 6, 0.9)
  );
};
