import { skyOf } from '../palette.ts';
import { blocks, clouds, hills, skyAt, sunAt } from '../shapes-land.ts';
import { bicycle } from '../shapes-people.ts';
import { grass, tree } from '../shapes-plants.ts';
import {
  at,
  between,
  dabs,
  deep,
  dot,
  ell,
  fade,
  many,
  mix,
  n,
  pale,
  path,
  pick,
  poly,
  rect,
  type Scene,
  soft,
  stroke,
} from '../svg.ts';

export const bikeLane: Scene = (s) => {
  const k = skyOf(s, 'clear', 'golden', 'spring', 'mist');
  const H = s.h;
  const y = H * 0.54;
  const rider = at(
    0,
    0,
    1,
    bicycle('#D8432E') +
      stroke('M-66 -236L0 -180L-16 -70M-66 -236L10 -160L10 -56', '#2F3A56', 30) +
      path(
        'M-96 -250C-100 -330 -60 -380 -20 -390C20 -380 20 -330 -10 -250Z',
        pick(['#F3E3CB', '#E9A83A', '#1F7A6B', '#F2B3A8'], s.v),
      ) +
      stroke('M-20 -360Q40 -310 100 -246', '#F2C9A4', 20) +
      dot(4, -430, 40, '#F2C9A4') +
      path('M-44 -420C-50 -490 50 -496 42 -440C10 -450 -10 -430 -16 -390C-40 -380 -50 -400 -44 -420Z', '#3A2A2A') +
      path('M-52 -446C-40 -500 40 -506 56 -456Q0 -470 -52 -446Z', '#F6EAD3') +
      stroke('M-30 -388Q-80 -380 -130 -400', '#D8432E', 16) +
      at(
        148,
        -210,
        1,
        many(5, (i) =>
          at(
            -30 + i * 14,
            0,
            1,
            stroke('M0 0V-40', k.leaf2, 4) + dot(0, -48, 14, pick(['#F2B63E', '#FFF8EA', '#E8776A'], i)),
          ),
        ),
      ),
  );
  const lane = mix('#C9604A', k.ground, 0.35);
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 250, H * 0.16, 62) +
    clouds(s, k, 3, y * 0.5) +
    soft(0.6, blocks(s, y + 6, mix(k.far, k.low, 0.2), k.lit, H * 0.26, 13, 0.35)) +
    hills(s, y + 14, 36, k.hill) +
    rect(0, y + 10, s.w, H, mix(k.leaf, k.hill, 0.2)) +
    path(
      `M600 ${n(y + 12)}H660C780 ${n(H * 0.72)} 900 ${n(H * 0.86)} 1020 ${n(H)}H80C340 ${n(H * 0.84)} 540 ${n(H * 0.7)} 600 ${n(y + 12)}Z`,
      fade(s, [
        [0, pale(lane, 0.25)],
        [1, lane],
      ]),
    ) +
    stroke(
      `M610 ${n(y + 12)}C550 ${n(H * 0.7)} 360 ${n(H * 0.84)} 110 ${n(H)}M650 ${n(y + 12)}C770 ${n(H * 0.72)} 880 ${n(H * 0.86)} 990 ${n(H)}`,
      '#FFF8EA',
      8,
      0.8,
    ) +
    many(6, (i) => {
      const t = (i / 6) ** 1.6;
      return at(
        632 - t * 70,
        y + 30 + t * (H - y),
        0.3 + t * 1.4,
        poly(
          [
            [-5, 0],
            [5, 0],
            [9, 44],
            [-9, 44],
          ],
          '#FFF8EA',
          0.85,
        ),
      );
    }) +
    many(5, (i) => {
      const t = i / 5;
      return at(700 + t * 420, y + 30 + t * t * H * 0.26, 0.36 + t * 0.9, tree(s.r, 430, k));
    }) +
    many(4, (i) => {
      const t = i / 4;
      return at(
        550 - t * 520,
        y + 30 + t * t * H * 0.24,
        0.36 + t * 0.9,
        tree(s.r, 430, { leaf: mix(k.leaf, '#E9A83A', s.v === 1 ? 0.5 : 0.12), leaf2: k.leaf2 }),
      );
    }) +
    dabs(s.r, 100, H * 0.84, 880, H * 0.16, deep(lane), 16, 0.3, 200) +
    soft(
      0.2,
      many(9, () => ell(between(s.r, 200, 900), between(s.r, H * 0.78, H), 110, 22, k.ink)),
    ) +
    at(540, H * 0.92, Math.min(1.5, H / 860), rider) +
    at(700, y + 110, 0.32, bicycle('#1F7A6B')) +
    grass(s.r, 0, H * 0.9, 130, H * 0.1, k.leaf2, 30, 50) +
    grass(s.r, 960, H * 0.86, 140, H * 0.14, k.leaf2, 30, 50)
  );
};
