import { skyOf } from '../palette.ts';
import { birds, clouds, skyAt, sunAt } from '../shapes-land.ts';
import {
  at,
  between,
  blob,
  dabs,
  deep,
  dot,
  ell,
  fade,
  line,
  many,
  mix,
  n,
  pale,
  path,
  poly,
  rect,
  type Scene,
  stroke,
} from '../svg.ts';

// Roads, lakes, lights, snow and gardens on the water.

export const desert: Scene = (s) => {
  const k = skyOf(s, 'golden', 'dusk', 'clear', 'dawn');
  const H = s.h;
  const y = H * 0.5;
  const mesa = (x: number, w: number, h: number, c: string): string =>
    path(
      `M${n(x - w)} ${n(y + 10)}L${n(x - w * 0.6)} ${n(y - h * 0.5)}L${n(x - w * 0.5)} ${n(y - h)}H${n(x + w * 0.44)}L${n(x + w * 0.6)} ${n(y - h * 0.45)}L${n(x + w)} ${n(y + 10)}Z`,
      c,
    ) +
    path(
      `M${n(x + w * 0.1)} ${n(y - h)}H${n(x + w * 0.44)}L${n(x + w * 0.6)} ${n(y - h * 0.45)}L${n(x + w)} ${n(y + 10)}H${n(x + w * 0.2)}Z`,
      deep(c, 0.4),
      0.5,
    ) +
    many(3, (i) =>
      line(x - w * 0.5, y - h * (0.9 - i * 0.14), x + w * 0.45, y - h * (0.88 - i * 0.14), pale(c, 0.3), 6, 0.5),
    );
  const cactus =
    path('M-30 0V-250C-30 -296 30 -296 30 -250V0Z', k.leaf2) +
    stroke('M-26 -110H-90V-190M26 -150H86V-220', k.leaf2, 42) +
    path('M8 -284C30 -280 30 -260 30 -250V0H6Z', deep(k.leaf2, 0.5), 0.4) +
    stroke('M-12 -260V-10M-92 -190V-130M84 -220V-170', pale(k.leaf2, 0.3), 4, 0.6);
  const sand = mix(k.ground, '#D98A4A', 0.35);
  return (
    skyAt(s, k, y + 20) +
    sunAt(s, k, 700, H * 0.27, 96) +
    clouds(s, k, 3, y * 0.5) +
    mesa(200, 260, H * 0.16, mix('#C0613A', k.far, 0.45)) +
    mesa(900, 240, H * 0.22, mix('#B5522E', k.far, 0.25)) +
    mesa(560, 140, H * 0.1, mix('#C0613A', k.far, 0.6)) +
    rect(
      0,
      y,
      s.w,
      H - y,
      fade(s, [
        [0, pale(sand, 0.2)],
        [1, sand],
      ]),
    ) +
    dabs(s.r, 0, y + 10, s.w, H - y, deep(sand, 0.3), 60, 0.3, 200) +
    dabs(s.r, 0, y + 10, s.w, H - y, pale(sand, 0.4), 40, 0.3, 160) +
    path(
      `M524 ${n(y)}C600 ${n(y + 40)} 380 ${n(y + 70)} 470 ${n(y + (H - y) * 0.32)}S380 ${n(H * 0.86)} 180 ${n(H)}H940C800 ${n(H * 0.84)} 640 ${n(y + (H - y) * 0.5)} 620 ${n(y + (H - y) * 0.3)}C600 ${n(y + 70)} 640 ${n(y + 30)} 540 ${n(y)}Z`,
      mix('#5A4A52', k.ground2, 0.25),
    ) +
    stroke(
      `M536 ${n(y + 2)}C610 ${n(y + 40)} 470 ${n(y + 70)} 545 ${n(y + (H - y) * 0.31)}S590 ${n(H * 0.86)} 570 ${n(H)}`,
      '#F6D98A',
      9,
      0.3,
    ) +
    many(6, (i) => {
      const t = i / 6;
      return at(
        548 + t * 14,
        y + (H - y) * (0.3 + t * t * 0.68),
        0.4 + t * 1.5,
        poly(
          [
            [-5, 0],
            [5, 0],
            [8, 34],
            [-8, 34],
          ],
          '#FFE9A8',
        ),
      );
    }) +
    at(
      600,
      y + (H - y) * 0.36,
      0.72,
      ell(0, 4, 92, 12, '#2A1420', 0.3) +
        path('M-86 -20Q-86 -70 -60 -74L-44 -116Q0 -126 44 -116L60 -74Q86 -70 86 -20Z', '#D8432E') +
        path('M-46 -76L-36 -106H36L46 -76Z', '#CFE3E6') +
        rect(-86, -30, 172, 18, '#8A2A20', 6) +
        dot(-60, -48, 12, '#FFE9A8') +
        dot(60, -48, 12, '#FFE9A8') +
        rect(-74, -14, 34, 18, '#2A2028', 4) +
        rect(40, -14, 34, 18, '#2A2028', 4) +
        rect(-60, -150, 120, 32, '#8A6040', 6),
    ) +
    at(150, H * 0.8, 1.3, ell(10, 2, 80, 12, '#2A1420', 0.25) + cactus) +
    at(940, y + (H - y) * 0.4, 0.7, cactus) +
    at(330, y + 90, 0.4, cactus) +
    many(8, () =>
      at(between(s.r, 0, 1080), between(s.r, H * 0.75, H), 1, blob(s.r, 0, 0, 34, 20, deep(sand, 0.35), 0.14)),
    ) +
    birds(240, H * 0.14, k.ink, 0.8)
  );
};
