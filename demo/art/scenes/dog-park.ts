import { skyOf } from '../palette.ts';
import { dogRun } from '../shapes-cats.ts';
import { clouds, hills, skyAt, sunAt } from '../shapes-land.ts';
import { flower, grass, tree } from '../shapes-plants.ts';
import {
  at,
  between,
  curve,
  dabs,
  dot,
  ell,
  fade,
  many,
  mix,
  n,
  type Pt,
  pale,
  path,
  pick,
  rect,
  type Scene,
  stroke,
} from '../svg.ts';

export const dogPark: Scene = (s) => {
  const k = skyOf(s, 'clear', 'golden', 'spring', 'mist');
  const gy = s.h * 0.56;
  const path1: readonly Pt[] = [
    [1120, gy + 30],
    [820, gy + 70],
    [700, gy + 130],
    [860, gy + 230],
    [1150, s.h * 0.98],
  ];
  return (
    skyAt(s, k, gy + 40) +
    sunAt(s, k, 830, s.h * 0.16, 70) +
    clouds(s, k, 3, gy * 0.7) +
    hills(s, gy - 60, 70, k.far) +
    hills(s, gy, 50, k.hill) +
    many(5, (i) =>
      at(
        60 + i * 250,
        gy + 20,
        1,
        tree(s.r, 240 + ((i * 61) % 90), { leaf: mix(k.leaf, k.far, 0.35), leaf2: mix(k.leaf2, k.far, 0.35) }),
      ),
    ) +
    path(
      `M0 ${n(gy)}C300 ${n(gy - 40)} 700 ${n(gy + 30)} 1080 ${n(gy - 10)}V${n(s.h)}H0Z`,
      fade(s, [
        [0, pale(k.leaf, 0.3)],
        [1, k.leaf],
      ]),
    ) +
    stroke(curve(path1), pale(k.ground, 0.35), 70) +
    dabs(s.r, 0, gy + 30, s.w, s.h - gy, k.leaf2, 60, 0.25, 130) +
    grass(s.r, 0, gy + 60, s.w, s.h - gy - 60, k.leaf2, 90, 36) +
    at(170, gy + 110, 1.1, tree(s.r, Math.min(620, s.h * 0.52), k)) +
    at(
      870,
      gy + 96,
      0.9,
      rect(-140, -70, 280, 16, '#A5693A', 4) +
        rect(-140, -100, 280, 14, '#B5763F', 4) +
        rect(-140, -128, 280, 14, '#B5763F', 4) +
        rect(-120, -128, 12, 128, '#5A3A2A') +
        rect(108, -128, 12, 128, '#5A3A2A'),
    ) +
    at(
      560,
      s.h * 0.86,
      Math.min(1.45, s.h / 850),
      dogRun(
        s,
        pick(['#D99A52', '#FBF1DF', '#5A4238', '#C9773E'], s.v),
        pick(['#FBE6C6', '#FFFFFF', '#E9C79A', '#FBEBD0'], s.v),
      ),
    ) +
    at(
      150,
      s.h * 0.8,
      1,
      ell(6, 40, 40, 8, '#2A1420', 0.2) +
        dot(0, 0, 40, '#D8432E') +
        stroke('M-36 -10Q0 -30 36 10', '#FFF8EA', 7) +
        stroke('M-70 10h-60M-66 -16h-36', '#FFFFFF', 6, 0.6),
    ) +
    many(16, () =>
      at(
        between(s.r, 0, 1080),
        between(s.r, s.h * 0.84, s.h),
        0.9,
        flower(14, pick(['#FFF8EA', '#F2B63E', '#E8776A'], Math.floor(s.r() * 3))),
      ),
    )
  );
};
