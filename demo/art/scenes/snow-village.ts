import { skyOf } from '../palette.ts';
import { gableHouse, peaks, skyAt, snowfall, sunAt } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { pine } from '../shapes-plants.ts';
import {
  at,
  between,
  curve,
  deep,
  dot,
  ell,
  halo,
  many,
  mix,
  n,
  path,
  pick,
  rect,
  type Scene,
  stroke,
} from '../svg.ts';

export const snowVillage: Scene = (s) => {
  const k = skyOf(s, 'night', 'dawn', 'dusk', 'rain');
  const H = s.h;
  const y = H * 0.54;
  const snow = k.night ? '#C9D6EC' : mix('#FFFFFF', k.low, 0.18);
  const shade2 = mix(snow, k.hill, 0.3);
  const house = (x: number, yy: number, z: number, i: number): string =>
    at(
      x,
      yy,
      z,
      dot(0, -80, 170, halo(s, k.lit, 0.35)) +
        gableHouse(200, 150, pick(['#A85A42', '#C98A5A', '#7A4A42', '#B5705A'], i), '#4A3238', k.lit, '#FFFFFF') +
        rect(46, -262, 30, 80, '#6B4A48') +
        rect(40, -272, 42, 16, '#FFFFFF', 6) +
        stroke('M60 -280q-20 -40 10 -70t0 -60', '#FFFFFF', 16, 0.4),
    );
  const row = (yy: number, z: number, c: string): string =>
    path(
      `M0 ${n(yy)}C260 ${n(yy - 50 * z)} 420 ${n(yy + 30 * z)} 640 ${n(yy - 20 * z)}S960 ${n(yy - 50 * z)} 1080 ${n(yy)}V${n(H)}H0Z`,
      c,
    );
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 780, H * 0.17, 62) +
    peaks(
      y + 30,
      [
        [160, H * 0.24],
        [900, H * 0.26],
        [540, H * 0.2],
      ],
      mix(k.far, '#8A9AC0', 0.3),
      '#FFFFFF',
      1.1,
    ) +
    row(y, 1, shade2) +
    many(14, (i) => at(i * 84, y + 20, 1, pine(s.r, between(s.r, 100, 170), k.near, '#FFFFFF'))) +
    many(5, (i) => house(90 + i * 225, y + 40 + (i % 2) * 36, 0.6, i)) +
    row(y + H * 0.1, 1, mix(snow, shade2, 0.5)) +
    many(4, (i) => house(170 + i * 260, H * 0.74 + (i % 2) * H * 0.04, 1, i + s.v)) +
    at(540, H * 0.74, 1, rect(-22, -210, 44, 100, '#A85A42')) +
    row(H * 0.8, 1.2, snow) +
    stroke(
      curve([
        [560, H * 0.8],
        [600, H * 0.86],
        [480, H * 0.92],
        [560, H * 1.04],
      ]),
      shade2,
      90,
    ) +
    stroke(
      curve([
        [560, H * 0.8],
        [600, H * 0.86],
        [480, H * 0.92],
        [560, H * 1.04],
      ]),
      mix(snow, '#FFF1D0', 0.5),
      60,
    ) +
    at(100, H * 0.96, 1, pine(s.r, H * 0.42, k.leaf2, '#FFFFFF')) +
    at(980, H * 0.98, 1, pine(s.r, H * 0.5, deep(k.leaf2, 0.2), '#FFFFFF')) +
    at(
      290,
      H * 0.95,
      1,
      ell(0, 0, 90, 12, '#2A1A3E', 0.16) +
        dot(0, -56, 62, '#FFFFFF') +
        dot(0, -142, 44, '#FFFFFF') +
        ell(20, -60, 34, 50, shade2, 0.5) +
        dot(-14, -150, 5, '#2A1E22') +
        dot(14, -150, 5, '#2A1E22') +
        path('M0 -140L40 -132L0 -128Z', '#EF8634') +
        path('M-46 -112Q0 -90 46 -112V-94Q0 -76 -46 -94Z', '#D8432E') +
        rect(16, -100, 22, 60, '#D8432E', 6),
    ) +
    at(560, H * 0.9, 0.7, walker(look(0, '#D8432E'))) +
    at(630, H * 0.905, 0.5, walker(look(2))) +
    snowfall(s)
  );
};
