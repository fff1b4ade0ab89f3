import { roomOf } from '../palette.ts';
import { leaf } from '../shapes-plants.ts';
import { interior, shadow, steam } from '../shapes-room.ts';
import { cup, fork, plate } from '../shapes-table.ts';
import { at, deep, dot, ell, many, path, rect, type Scene, stroke } from '../svg.ts';

export const pancakes: Scene = (s) => {
  const p = roomOf(s, 'cream', 'powder', 'sage', 'blush', 'indigo');
  const t = interior(s, p, ['window', 'light', 'tiles', 'shelf'], ['gingham', 'cloth', 'wood']);
  const stack = many(6, (i) =>
    at(
      ((i * 29) % 26) - 13,
      -i * 44,
      1,
      path('M-230 -22C-236 30 236 30 230 -22Z', '#B56A2C') +
        path('M-230 -30C-240 20 240 20 230 -30Z', '#EFC27A') +
        ell(0, -34, 232, 56, '#D9924A') +
        ell(-8, -38, 210, 46, '#E5A85E'),
    ),
  );
  const syrup =
    path(
      'M-190 -264C-150 -310 140 -316 196 -270C214 -240 196 -230 196 -190C196 -150 164 -150 164 -190C160 -226 130 -220 126 -180V-110C126 -76 90 -76 90 -110V-170C86 -216 20 -216 14 -176C10 -130 -30 -136 -30 -176C-34 -220 -90 -216 -96 -186V-90C-96 -56 -132 -56 -132 -90V-180C-140 -226 -200 -220 -190 -264Z',
      '#A9541C',
      0.9,
    ) + stroke('M-150 -280Q-60 -304 40 -300M110 -170V-120M-116 -170V-110', '#F2B55E', 9, 0.8);
  const top =
    at(
      0,
      -300,
      1,
      rect(-66, -40, 120, 52, '#FBE08A', 10) +
        path('M-66 -40L-40 -62H80L54 -40Z', '#FFF1B8') +
        path('M54 -40L80 -62V-12L54 12Z', '#E3B94E'),
    ) +
    many(6, (i) =>
      at(
        -130 + (i % 3) * 34 + (i > 2 ? 200 : 0),
        -292 + (i % 2) * 18,
        1,
        dot(0, 0, 24, i % 2 ? '#4A4A86' : '#C8324A') + ell(-7, -9, 7, 5, '#FFFFFF', 0.6),
      ),
    ) +
    at(90, -310, 1, leaf(60, 20, '#5E9A4A'), 50) +
    at(90, -310, 1, leaf(54, 18, '#4E8A3A'), 10);
  return (
    t.back +
    at(
      900,
      t.ty + 90 * s.u,
      s.u,
      shadow(80, 20) +
        path('M-60 -190C-110 -120 -100 0 -60 0H60C100 0 110 -120 60 -190Z', p.cloth) +
        path('M10 -190H60C110 -120 100 0 60 0H20C70 -60 60 -140 10 -190Z', deep(p.cloth, 0.4), 0.3) +
        stroke('M70 -150C140 -150 130 -50 80 -50', deep(p.cloth, 0.2), 18) +
        path('M-66 -190L-96 -214L60 -206V-186Z', p.cloth) +
        ell(-4, -90, 50, 40, p.a, 0.8),
    ) +
    at(160, t.ty + 100 * s.u, s.u, cup(150, 170, p.b, '#F6DDB0')) +
    at(
      530,
      t.base + 40,
      s.u,
      plate(390, p.cloth, p.a) +
        at(0, -36, 1, stack) +
        at(0, -6, 1, syrup) +
        top +
        many(5, (i) =>
          at(
            -290 + i * 34 + (i > 2 ? 400 : 0),
            -10 + (i % 2) * 18,
            1,
            dot(0, 0, 22, i % 2 ? '#4A4A86' : '#C8324A') + ell(-6, -8, 6, 4, '#FFFFFF', 0.6),
          ),
        ),
    ) +
    steam(s, 520, t.base - 300 * s.u, s.u * 0.9, 2) +
    fork(110, s.h - 16, 16)
  );
};
