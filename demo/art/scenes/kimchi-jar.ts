import { roomOf } from '../palette.ts';
import { interior, shadow } from '../shapes-room.ts';
import { bowl } from '../shapes-table.ts';
import { at, blob, clip, dot, ell, many, path, rect, type Scene, stroke } from '../svg.ts';

export const kimchi: Scene = (s) => {
  const p = roomOf(s, 'sage', 'cream', 'powder', 'lilac', 'mustard');
  const t = interior(s, p, ['light', 'window', 'tiles'], ['wood', 'cloth'], 0.52);
  const brown = '#7A4230';
  const pot =
    shadow(190, 44) +
    path('M-130 -360C-240 -300 -250 -120 -150 0H150C250 -120 240 -300 130 -360Z', brown) +
    path('M50 -360H130C240 -300 250 -120 150 0H60C150 -120 150 -280 50 -360Z', '#3A1A1E', 0.4) +
    stroke('M-186 -280Q0 -230 186 -280M-206 -200C-140 -160 -60 -200 0 -170S140 -160 206 -200', '#B4754E', 7, 0.8) +
    ell(-140, -220, 20, 66, '#D9A078', 0.4) +
    ell(0, -362, 140, 34, '#5E3024') +
    path('M-156 -376C-130 -440 130 -440 156 -376Q0 -336 -156 -376Z', '#8E5238') +
    ell(0, -424, 46, 14, '#6B3626');
  const cabbage = many(15, (i) =>
    at(
      -110 + (i % 4) * 70 + (i % 2) * 14,
      -50 - Math.floor(i / 4) * 84,
      1,
      blob(s.r, 0, 0, 62, 42, i % 3 ? '#D8472C' : '#F0D9A0', 0.2) +
        stroke('M-36 4Q0 -22 38 0', i % 2 ? '#F8C8A0' : '#A82A1C', 7) +
        dot(10, 10, 6, '#6FA04E'),
    ),
  );
  const big =
    shadow(190, 44) +
    rect(-170, -370, 340, 370, '#FFFFFF', 50, 0.4) +
    clip(
      s,
      'M-158 -330H158V-40Q158 -10 128 -10H-128Q-158 -10 -158 -40Z',
      rect(-160, -330, 320, 330, '#C8402A') + cabbage,
    ) +
    rect(-140, -340, 26, 290, '#FFFFFF', 12, 0.4) +
    rect(110, -360, 60, 350, '#2A1420', 30, 0.14) +
    rect(-176, -372, 352, 20, '#FFFFFF', 8, 0.6) +
    path('M-160 -436H160V-366H-160Z', p.cloth) +
    many(8, (i) => rect(-160 + i * 44, -436, 16, 70, p.b, 0, 0.5)) +
    stroke('M-168 -372Q0 -352 168 -372', p.a, 10);
  const nappa = at(
    0,
    0,
    1,
    shadow(170, 30) +
      path('M-180 -30C-160 -110 60 -140 180 -60C190 -10 60 10 -120 6Q-176 0 -180 -30Z', '#E6EFC4') +
      path('M-40 -110C60 -140 160 -120 190 -60C190 -20 120 0 40 4C100 -30 60 -80 -40 -110Z', '#8CBA5E') +
      stroke('M-160 -30Q0 -70 120 -60M-150 -16Q0 -30 130 -30M-120 -56Q-20 -90 60 -90', '#FFFFF0', 9, 0.8),
  );
  return (
    t.back +
    at(250, t.ty + 150 * s.u, s.u * 0.95, pot) +
    at(610, t.base, s.u, big) +
    at(900, t.base + 60 * s.u, s.u * 0.95, nappa) +
    at(
      180,
      s.h - 70 * s.u,
      s.u,
      bowl(s, 150, 80, {
        color: p.cloth,
        band: p.b,
        motif: 'lines',
        food: many(8, (i) =>
          at(
            -80 + (i % 4) * 52,
            -10 + Math.floor(i / 4) * 22,
            0.6,
            blob(s.r, 0, 0, 56, 34, i % 2 ? '#D8472C' : '#E9B48A', 0.2) + stroke('M-30 0Q0 -18 32 0', '#A82A1C', 6),
          ),
        ),
      }),
    ) +
    at(
      400,
      s.h - 40,
      s.u,
      many(3, (i) =>
        at(
          i * 46,
          (i % 2) * 14,
          1,
          path('M0 0C20 -20 90 -26 120 -6C90 10 20 14 0 0Z', '#C8301F') + stroke('M0 0Q-16 -4 -20 -16', '#4E8A3A', 8),
          i * 12 - 10,
        ),
      ),
    )
  );
};
