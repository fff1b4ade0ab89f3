import { roomOf } from '../palette.ts';
import { sprig } from '../shapes-plants.ts';
import { interior, shadow } from '../shapes-room.ts';
import { vase } from '../shapes-table.ts';
import { at, blob, deep, ell, many, pale, path, pick, rect, ring, type Scene, specks, stroke } from '../svg.ts';

export const pottery: Scene = (s) => {
  const p = roomOf(s, 'sage', 'rose', 'cream', 'powder', 'mustard');
  const t = interior(s, p, ['shelf', 'window', 'light'], ['wood'], 0.62);
  const z = Math.min(1.2, s.h / 1050);
  const clay = '#C98A64';
  const wet = deep(clay, 0.15);
  const pot =
    path(
      'M-120 -40C-190 -150 -150 -230 -90 -280C-70 -300 -70 -330 -86 -350H86C70 -330 70 -300 90 -280C150 -230 190 -150 120 -40Z',
      clay,
    ) +
    path(
      'M30 -350H86C70 -330 70 -300 90 -280C150 -230 190 -150 120 -40H40C120 -130 100 -230 40 -290C20 -310 24 -330 30 -350Z',
      deep(clay, 0.4),
      0.4,
    ) +
    ell(0, -350, 88, 24, pale(clay, 0.2)) +
    ell(0, -348, 72, 17, deep(clay, 0.4)) +
    many(6, (i) =>
      stroke(
        `M${-140 + Math.abs(i - 2) * 12} ${-90 - i * 36}Q0 ${-60 - i * 36} ${140 - Math.abs(i - 2) * 12} ${-90 - i * 36}`,
        deep(clay, 0.25),
        4,
        0.4,
      ),
    ) +
    stroke('M-120 -180Q-120 -230 -84 -262', '#FFF1DC', 10, 0.5);
  const arm = (flip: boolean): string =>
    at(
      0,
      0,
      1,
      path(
        'M-520 60C-420 -60 -300 -150 -190 -190L-150 -100C-260 -60 -340 30 -400 160Z',
        pick([p.b, p.a, p.c, p.cloth], s.v),
      ) +
        path(
          'M-220 -186C-170 -214 -140 -214 -110 -200C-90 -180 -110 -120 -130 -96C-150 -84 -180 -96 -196 -110Z',
          '#E5AE86',
        ) +
        stroke('M-130 -196Q-100 -180 -112 -130M-150 -204Q-124 -184 -134 -126', deep('#E5AE86', 0.25), 4, 0.6),
      0,
      flip,
    );
  const wheel =
    ell(20, 66, 400, 90, '#2A1420', 0.25) +
    path('M-360 0V50C-360 160 360 160 360 50V0Z', '#6B6E72') +
    path('M120 0V128Q360 120 360 50V0Z', '#2A2430', 0.3) +
    ell(0, 0, 360, 100, '#9AA0A2') +
    ell(0, -6, 320, 84, '#7E8488') +
    ell(0, -12, 230, 56, wet) +
    ring(0, -10, 276, 70, '#B9BEBE', 4, 0.7);
  return (
    t.back +
    at(
      170,
      t.ty + 50,
      z,
      vase(p.a, sprig(140, p.leaf, 4, 16)) +
        at(
          140,
          16,
          0.9,
          path('M-70 0C-110 -60 -90 -140 -50 -160H50C90 -140 110 -60 70 0Z', clay) +
            ell(0, -160, 52, 13, deep(clay, 0.4)),
        ),
    ) +
    at(
      930,
      t.ty + 60,
      z,
      path('M-60 0H60L74 -120H-74Z', p.cloth) +
        many(4, (i) => rect(-44 + i * 26, -200 - (i % 2) * 26, 12, 110, '#C98F5D', 5)) +
        ell(0, -120, 74, 14, deep(p.cloth, 0.2)),
    ) +
    at(540, t.base - 10, z, wheel + at(0, -10, 1.05, pot) + arm(false) + arm(true)) +
    specks(s.r, 200, t.base + 60, 700, 120, clay, 24, 9, 0.7) +
    at(
      140,
      s.h - 40,
      z,
      shadow(110, 20) +
        path('M-110 -110H110L92 0H-92Z', '#7FA8B5') +
        ell(0, -110, 110, 26, '#B9D6DC') +
        at(20, -110, 1, blob(s.r, 0, 0, 50, 20, '#E9C46A')),
    ) +
    at(
      940,
      s.h - 30,
      z,
      shadow(120, 20) + blob(s.r, 0, -60, 120, 70, clay, 0.06) + blob(s.r, -30, -90, 60, 26, pale(clay, 0.2), 0.1),
    )
  );
};
