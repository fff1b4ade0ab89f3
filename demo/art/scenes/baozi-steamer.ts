import { roomOf } from '../palette.ts';
import { interior, steam } from '../shapes-room.ts';
import { gaiwan, plate, steamer } from '../shapes-table.ts';
import { at, dot, ell, path, rect, type Scene, stroke } from '../svg.ts';

const baozi = (k = 1): string =>
  at(
    0,
    0,
    k,
    ell(8, 8, 84, 20, '#2A1420', 0.16) +
      path('M-84 0C-92 -70 -40 -100 0 -108C40 -100 92 -70 84 0C60 22 -60 22 -84 0Z', '#FDF6E4') +
      path('M30 -100C70 -88 90 -50 84 0C66 16 30 16 10 16C60 -10 60 -60 30 -100Z', '#D9BE98', 0.45) +
      stroke(
        'M0 -104C-6 -80 -30 -60 -52 -54M0 -104C4 -80 26 -62 54 -56M0 -104C-2 -74 -12 -54 -20 -40M0 -104C4 -76 14 -58 22 -42',
        '#D3B68A',
        5,
      ) +
      dot(0, -104, 9, '#E3CBA3'),
  );

export const baoziSteamer: Scene = (s) => {
  const p = roomOf(s, 'rose', 'sage', 'cream', 'indigo', 'jade');
  const t = interior(s, p, ['light', 'tiles', 'nightwindow'], ['wood', 'cloth']);
  const food = at(-140, 0, 1, baozi(1.12)) + at(130, -6, 1, baozi(1.16)) + at(-10, 34, 1, baozi(1.28));
  const tall = s.h > 1000;
  return (
    t.back +
    at(
      910,
      t.ty + 100 * s.u,
      s.u * 0.85,
      steamer(180, 96) +
        at(
          0,
          -96,
          1,
          steamer(180, 96) +
            at(
              0,
              -100,
              1,
              path('M-178 0C-150 -80 150 -80 178 0Q0 50 -178 0Z', '#C98F4A') +
                stroke('M-150 -14Q0 -80 150 -14M-100 -44Q0 14 100 -44', '#A46C32', 5, 0.6) +
                rect(-26, -76, 52, 20, '#8E5A2A', 8),
            ),
        ),
    ) +
    at(520, t.base + 40, s.u, (tall ? steamer(320, 130) : '') + at(0, tall ? -128 : 0, 1, steamer(320, 130, food))) +
    steam(s, 500, t.base - (tall ? 370 : 210) * s.u, s.u * 1.25, 4) +
    at(150, t.base - 10, s.u, gaiwan(p.cloth, p.a)) +
    at(860, s.h - 60 * s.u, s.u, plate(150, p.cloth, p.b) + at(0, -16, 1, baozi(0.9)))
  );
};
