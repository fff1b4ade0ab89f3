import { roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { shadow, steam, tableTop, wall } from '../shapes-room.ts';
import { plate } from '../shapes-table.ts';
import { windowAt } from '../shapes-window.ts';
import {
  at,
  blob,
  deep,
  dot,
  ell,
  fade,
  halo,
  line,
  many,
  mix,
  pale,
  path,
  pick,
  rect,
  type Scene,
  type Stage,
  specks,
  stroke,
} from '../svg.ts';

// Cafés, bakeries and sweet things.

const rainView = (s: Stage, x: number, y: number, w: number, h: number): string =>
  rect(
    x,
    y,
    w,
    h,
    fade(s, [
      [0, '#5F7688'],
      [1, '#B9C7C2'],
    ]),
  ) +
  many(
    6,
    (i) =>
      rect(
        x + (i * w) / 6,
        y + h * (0.35 + ((i * 37) % 5) / 14),
        w / 6 + 1,
        h,
        mix('#46606E', '#7E929A', ((i * 3) % 5) / 5),
      ) +
      many(3, (j) => rect(x + (i * w) / 6 + 16, y + h * 0.62 + j * 44, 18, 22, '#FFD27A', 2, (i + j) % 2 ? 0.9 : 0.2)),
  ) +
  many(60, () => {
    const [rx, ry] = [x + s.r() * w, y + s.r() * h * 0.94];
    return line(rx, ry, rx - 5, ry + 24, '#EAF2F0', 2.5, 0.55);
  }) +
  many(22, () => ell(x + s.r() * w, y + s.r() * h, 5, 7, '#F2F8F5', 0.7));

const latte = (k: number): string =>
  at(
    0,
    0,
    k,
    many(4, (i) =>
      path(
        `M0 ${46 - i * 24}C${-90 + i * 16} ${20 - i * 22} ${-60 + i * 12} ${-26 - i * 14} 0 ${-4 - i * 22}C${60 - i * 12} ${-26 - i * 14} ${90 - i * 16} ${20 - i * 22} 0 ${46 - i * 24}Z`,
        i % 2 ? '#B5763A' : '#FBEBD0',
      ),
    ) + stroke('M0 48V-70', '#B5763A', 6),
  );

export const coffee: Scene = (s) => {
  const p = roomOf(s, 'rose', 'sage', 'indigo', 'powder', 'cream');
  const ty = s.h * 0.54;
  const base = ty + (s.h - ty) * 0.64;
  const hgt = ty * 0.74;
  const rain = s.v % 2 === 0;
  const back =
    wall(s, p, ty + 30) +
    windowAt(
      s,
      p,
      110,
      ty * 0.1,
      620,
      hgt,
      rain ? { view: rainView(s, 110, ty * 0.1, 620, hgt), bars: 2, curtain: false } : { bars: 2, curtain: false },
    ) +
    (s.h > 900
      ? at(
          930,
          ty * 0.36,
          1,
          line(0, -500, 0, -60, p.ink, 5) +
            path('M-90 0C-90 -80 90 -80 90 0Z', p.a) +
            path('M20 -60C70 -56 90 -30 90 0H40Z', deep(p.a), 0.5) +
            ell(0, 0, 90, 14, '#FFE9A8') +
            dot(0, 40, 240, halo(s, '#FFE3A0', 0.5)),
        )
      : '') +
    tableTop(s, p, ty, 'wood');
  const c = pick([p.cloth, p.b, p.c, p.a], s.v);
  const big =
    shadow(330, 70) +
    ell(0, -14, 370, 92, deep(c, 0.2)) +
    ell(0, -26, 370, 92, c) +
    ell(0, -20, 260, 60, deep(c, 0.12)) +
    at(
      0,
      -20,
      1,
      stroke('M190 -190C350 -220 340 -50 150 -70', deep(c, 0.14), 36) +
        path('M-230 -250C-230 -100 -170 -10 -110 0H110C170 -10 230 -100 230 -250Z', c) +
        path('M90 0C160 -70 170 -170 160 -250H230C230 -100 170 -10 110 0Z', deep(c, 0.4), 0.35) +
        path('M-196 -190C-186 -110 -150 -60 -120 -40C-150 -90 -160 -140 -160 -190Z', '#FFFFFF', 0.35) +
        ell(0, -250, 230, 70, pale(c, 0.4)) +
        ell(0, -248, 208, 60, '#7A4526') +
        ell(0, -246, 200, 56, '#C08850') +
        at(0, -242, 1, `<g transform="scale(1.5 .62)">${latte(1)}</g>`),
    );
  return (
    back +
    at(900, ty + 70 * s.u, s.u, potted(s, p, 4, p.c)) +
    at(500, base + 40, s.u, big) +
    steam(s, 500, base - 230 * s.u, s.u * 1.15, 3) +
    at(
      890,
      s.h - 90 * s.u,
      s.u,
      plate(160, p.cloth, p.a) +
        at(
          0,
          -20,
          1,
          blob(s.r, -36, -16, 66, 40, '#C98742', 0.06) +
            blob(s.r, 50, -6, 60, 38, '#B5743A', 0.06) +
            specks(s.r, -80, -44, 170, 60, '#4A2A1A', 14, 8, 1),
        ),
    ) +
    at(
      170,
      s.h - 40 * s.u,
      s.u,
      many(6, (i) =>
        at(
          (i % 3) * 46,
          Math.floor(i / 3) * 26,
          1,
          ell(4, 6, 20, 13, '#2A1420', 0.2) + ell(0, 0, 20, 13, '#5A3220') + stroke('M-14 2Q0 -6 14 0', '#2E1712', 4),
          i * 50,
        ),
      ),
    )
  );
};
