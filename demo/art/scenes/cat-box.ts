import { roomOf } from '../palette.ts';
import { catPeek, coat } from '../shapes-cats.ts';
import { potted } from '../shapes-plants.ts';
import { shadow, shelfAt, wall, wallLight } from '../shapes-room.ts';
import { at, between, dabs, deep, dot, ell, line, many, pale, path, rect, type Scene, stroke } from '../svg.ts';
import { big, floor, rug } from './cats-parts.ts';

export const boxCat: Scene = (s) => {
  const p = roomOf(s, 'sage', 'powder', 'blush', 'mustard', 'lilac', 'jade');
  const fy = s.h * 0.56;
  const k = big(s, 0.92);
  const c = '#C99560';
  const front =
    path('M-210 -190H210L196 0H-196Z', c) +
    path('M90 -190H210L196 0H90Z', deep(c, 0.3), 0.25) +
    dabs(s.r, -190, -170, 380, 150, deep(c, 0.3), 16, 0.2, 130) +
    rect(-36, -190, 60, 190, '#E5C08A', 0, 0.8) +
    stroke('M110 -60l24 -30l24 30M134 -88v50', deep(c, 0.5), 7, 0.7) +
    line(104, -26, 164, -26, deep(c, 0.5), 7, 0.7);
  const backFlaps =
    path('M-190 -236H190L210 -190H-210Z', deep(c, 0.45)) + path('M-190 -236L-250 -300H110L190 -236Z', deep(c, 0.12));
  const flaps =
    path('M-210 -190L-320 -120L-290 -90L-206 -150Z', pale(c, 0.2)) +
    path('M210 -190L320 -126L296 -96L204 -150Z', deep(c, 0.15)) +
    path('M-210 -190H210L240 -128H-236Z', pale(c, 0.14)) +
    path('M80 -190H210L240 -128H100Z', deep(c, 0.3), 0.2);
  return (
    wall(s, p, fy + 30) +
    wallLight(p, 560, s.h * 0.06, 1) +
    shelfAt(s, p, -20, Math.max(170, fy * 0.5), 470) +
    floor(s, p, fy) +
    rug(s, 540, s.h * 0.84, 500, s.h * 0.12, p.b, p.cloth) +
    at(940, fy + 60, 1.15, potted(s, p, 1, p.a)) +
    at(
      530,
      s.h * 0.88,
      k,
      shadow(230, 40) +
        backFlaps +
        at(
          0,
          -196,
          1.22,
          path('M-90 60C-96 -10 -60 -40 0 -40S96 -10 90 60Z', coat(s.v).base) + catPeek(s, coat(s.v), 'up'),
        ) +
        front +
        flaps +
        at(
          0,
          -196,
          1.22,
          many(2, (i) =>
            at(
              i ? 92 : -92,
              4,
              1,
              ell(0, 4, 30, 24, coat(s.v).kind === 'points' ? coat(s.v).mark : coat(s.v).belly) +
                stroke('M-9 8V22M8 8V22', deep(coat(s.v).base, 0.4), 4),
            ),
          ),
        ),
    ) +
    at(
      150,
      s.h * 0.93,
      1,
      dot(0, -34, 36, p.a) + stroke('M-30 -40Q0 -70 30 -34M-34 -28Q0 -10 32 -46', pale(p.a, 0.4), 5),
    ) +
    many(7, () =>
      at(
        between(s.r, 700, 1000),
        between(s.r, s.h * 0.86, s.h * 0.96),
        1,
        stroke('M-18 0q10 -14 18 0t18 0', '#E5C08A', 7),
        s.r() * 180,
      ),
    )
  );
};
