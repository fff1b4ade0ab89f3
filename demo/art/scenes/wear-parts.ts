import type { Room } from '../palette.ts';
import { shadow } from '../shapes-room.ts';
import { clip, dabs, deep, dot, fade, line, many, pale, path, rect, type Stage, stroke } from '../svg.ts';

// What hangs on the rail: a coat, a hanfu, a summer outfit, sneakers.

export const hanger = stroke('M0 -30C0 -70 34 -70 30 -96C26 -120 -10 -116 -10 -94M0 -30L-130 24H130Z', '#8A5A3C', 11);

export const boards = (s: Stage, p: Room, y: number): string =>
  rect(
    0,
    y,
    s.w,
    s.h - y,
    fade(s, [
      [0, pale(p.table, 0.2)],
      [1, p.table],
    ]),
  ) +
  rect(0, y - 22, s.w, 24, pale(p.wall, 0.35)) +
  many(8, (i) => line(540 + (i - 3.5) * 150, y, 540 + (i - 3.5) * 330, s.h, p.table2, 4, 0.5)) +
  dabs(s.r, 0, y, s.w, s.h - y, p.table2, 24, 0.2, 200);

export const sneaker = (s: Stage, c: string, accent: string, sole: string): string => {
  const d =
    'M-300 -40C-310 -150 -290 -230 -270 -260C-230 -280 -170 -276 -140 -262C-120 -220 -60 -200 0 -170C80 -130 200 -120 262 -92C300 -74 306 -50 300 -30Z';
  return (
    shadow(300, 30) +
    clip(
      s,
      d,
      path(d, c) +
        path('M-300 -40C-310 -150 -290 -230 -270 -260L-200 -274C-190 -180 -200 -100 -150 -30Z', accent) +
        path('M140 -130C220 -120 290 -90 310 -30H180C200 -70 180 -110 140 -130Z', pale(c, 0.4)) +
        path('M-160 -30C-90 -110 20 -110 110 -60L120 -30C40 -70 -60 -60 -110 -30Z', accent) +
        path('M-100 -20H310V-60C200 -40 40 -36 -100 -20Z', deep(c, 0.4), 0.2),
    ) +
    path('M-150 -262C-120 -220 -60 -200 0 -170L30 -150L-20 -120C-80 -140 -140 -170 -180 -220Z', pale(c, 0.3)) +
    many(
      5,
      (i) =>
        line(-140 + i * 38, -218 + i * 20, -92 + i * 36, -236 + i * 22, '#FFFDF6', 12) +
        dot(-142 + i * 38, -214 + i * 20, 6, deep(accent, 0.3)),
    ) +
    stroke('M-110 -246C-170 -320 -60 -330 -90 -250C-40 -320 10 -270 -70 -240', '#FFFDF6', 9) +
    path('M-314 -46C-200 -30 -60 -30 60 -36S250 -60 308 -44C326 -30 322 0 296 4H-290C-318 2 -322 -30 -314 -46Z', sole) +
    stroke('M-306 -16Q0 -2 312 -18', deep(sole, 0.25), 6) +
    many(14, (i) => rect(-290 + i * 42, -6, 24, 12, deep(sole, 0.35), 3))
  );
};
