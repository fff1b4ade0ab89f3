import { roomOf } from '../palette.ts';
import { coin } from '../shapes-flat.ts';
import { flower, potted } from '../shapes-plants.ts';
import { interior, shadow } from '../shapes-room.ts';
import { bookStack } from '../shapes-table.ts';
import { at, clip, deep, dot, ell, many, pale, path, pick, rect, type Scene, stroke } from '../svg.ts';

export const piggy: Scene = (s) => {
  const p = roomOf(s, 'powder', 'sage', 'mustard', 'cream', 'lilac', 'jade');
  const t = interior(s, p, ['window', 'light', 'shelf', 'arch'], ['wood', 'cloth', 'round'], 0.58);
  const z = Math.min(1.25, s.h / 1020);
  const c = pick(['#F0A8A0', '#E8705A', '#F2C2B0', '#F6D08A'], s.v);
  const body = 'M-290 -170C-290 -310 -160 -360 0 -356S270 -310 270 -170C270 -70 190 -20 0 -20S-290 -60 -290 -170Z';
  const pig =
    shadow(270, 40) +
    many(4, (i) => path(`M${-180 + i * 110} -70h70v62q-34 16 -70 0Z`, deep(c, i % 2 ? 0.22 : 0.1))) +
    stroke('M262 -210C310 -230 320 -180 290 -184C270 -190 290 -230 330 -220', deep(c, 0.1), 13) +
    clip(
      s,
      body,
      path(body, c) +
        path('M80 -360C280 -330 300 -100 100 -10H300V-360Z', deep(c, 0.4), 0.22) +
        ell(-60, -300, 150, 40, pale(c, 0.5), 0.5) +
        many(6, (i) => at(40 + (i % 3) * 80, -230 + Math.floor(i / 3) * 90, 1, flower(26, pale(c, 0.5), '#F2B63E'))),
    ) +
    rect(-60, -364, 130, 18, deep(c, 0.55), 9) +
    path('M-210 -320C-250 -400 -190 -420 -130 -350Z', deep(c, 0.12)) +
    path('M-200 -330C-226 -380 -190 -390 -156 -346Z', '#E8776A', 0.6) +
    path('M-110 -346C-110 -420 -50 -420 -50 -352Z', deep(c, 0.06)) +
    ell(-268, -180, 56, 64, pale(c, 0.16)) +
    ell(-284, -184, 11, 19, deep(c, 0.5)) +
    ell(-252, -184, 11, 19, deep(c, 0.5)) +
    dot(-180, -236, 15, '#2A1A1E') +
    dot(-185, -241, 5, '#FFFFFF') +
    ell(-150, -180, 30, 18, '#E8603E', 0.3) +
    stroke('M-226 -122Q-196 -100 -164 -122', deep(c, 0.6), 7);
  const stackOf = (count: number): string =>
    shadow(60, 12) +
    many(count, (i) =>
      at(
        (i * 7) % 9,
        -i * 20,
        1,
        path('M-58 -14V4C-58 28 58 28 58 4V-14Z', '#C98F2E') +
          ell(0, -14, 58, 18, '#F2C65C') +
          ell(0, -14, 40, 11, '#E0A93A'),
      ),
    );
  return (
    t.back +
    at(900, t.ty + 90, 1.1, potted(s, p, 0, p.a)) +
    at(170, t.ty + 90, 1, bookStack([p.b, p.c, p.a], 240)) +
    at(540, t.base + 20, z, pig) +
    at(
      550,
      t.base - 350 * z,
      z,
      at(0, -60, 1, coin(56), 12) + stroke('M-90 -100l-24 -24M0 -140v-36M90 -100l24 -24', p.c, 9),
    ) +
    at(900, t.base + 70, z, stackOf(6) + at(-116, 30, 1, stackOf(3))) +
    at(180, t.base + 90, z, stackOf(4) + at(110, 34, 1, at(0, -10, 1, `<g transform="scale(1 .5)">${coin(52)}</g>`))) +
    at(480, s.h - 30, z, `<g transform="scale(1 .5)">${coin(48)}</g>`)
  );
};
