import { skyOf } from '../palette.ts';
import { birds, clouds, hills, skyAt, sunAt } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { branch } from '../shapes-plants.ts';
import {
  at,
  between,
  blob,
  curve,
  dabs,
  deep,
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

// Famous places and long views.

export const greatWall: Scene = (s) => {
  const k = skyOf(s, 'golden', 'mist', 'clear', 'dawn');
  const H = s.h;
  const brick = mix(k.ground, '#C9A57A', 0.4);
  const tower = (x: number, y: number, z: number): string =>
    at(
      x,
      y,
      z,
      path('M-110 40L-92 -160H92L110 40Z', brick) +
        path('M20 -160H92L110 40H30Z', deep(brick, 0.4), 0.4) +
        many(6, (i) => rect(-104 + i * 38, -200, 24, 44, i > 3 ? deep(brick, 0.2) : brick)) +
        rect(-104, -168, 208, 18, deep(brick, 0.2)) +
        many(3, (i) => path(`M${-62 + i * 48} -70v-34a16 16 0 0 1 32 0v34Z`, deep(brick, 0.65))) +
        dabs(s.r, -80, -140, 150, 150, deep(brick, 0.4), 12, 0.3, 40),
    );
  const wallRun = (pts: readonly Pt[], w: number): string =>
    stroke(curve(pts.map(([x, y]): Pt => [x + w * 0.14, y + w * 0.42])), deep(brick, 0.45), w * 0.9) +
    stroke(curve(pts), brick, w) +
    stroke(curve(pts), pale(brick, 0.35), w * 0.56) +
    `<path d="${curve(pts.map(([x, y]): Pt => [x, y - w * 0.5]))}" fill="none" stroke="${deep(brick, 0.16)}" stroke-width="${n(w * 0.3)}" stroke-dasharray="${n(w * 0.26)} ${n(w * 0.22)}"/>` +
    `<path d="${curve(pts.map(([x, y]): Pt => [x, y + w * 0.42]))}" fill="none" stroke="${deep(brick, 0.3)}" stroke-width="${n(w * 0.26)}" stroke-dasharray="${n(w * 0.26)} ${n(w * 0.22)}"/>`;
  return (
    skyAt(s, k, H * 0.6) +
    sunAt(s, k, 760, H * 0.2, 84) +
    clouds(s, k, 3, H * 0.34) +
    birds(200, H * 0.16, k.ink) +
    hills(s, H * 0.44, 130, k.far) +
    hills(s, H * 0.52, 150, mix(k.far, k.hill, 0.5)) +
    wallRun(
      [
        [-40, H * 0.44],
        [160, H * 0.4],
        [330, H * 0.46],
        [520, H * 0.42],
      ],
      17,
    ) +
    tower(160, H * 0.4, 0.32) +
    hills(s, H * 0.62, 130, k.hill) +
    wallRun(
      [
        [1130, H * 0.44],
        [960, H * 0.42],
        [800, H * 0.5],
        [620, H * 0.49],
        [470, H * 0.56],
      ],
      34,
    ) +
    tower(960, H * 0.42, 0.6) +
    tower(620, H * 0.49, 0.46) +
    hills(s, H * 0.78, 120, k.near) +
    many(30, () =>
      blob(
        s.r,
        between(s.r, 0, 1080),
        between(s.r, H * 0.66, H * 0.84),
        50,
        36,
        pick([k.leaf, k.leaf2, k.near], Math.floor(s.r() * 3)),
        0.14,
        0.85,
      ),
    ) +
    wallRun(
      [
        [430, H * 0.6],
        [300, H * 0.68],
        [420, H * 0.78],
        [700, H * 0.86],
        [860, H * 1.1],
      ],
      96,
    ) +
    tower(270, H * 0.68, 1.15) +
    many(3, (i) => at(500 + i * 96, H * (0.815 + i * 0.02), 0.42, walker(look(i + s.v)))) +
    many(20, () =>
      blob(
        s.r,
        s.r() > 0.5 ? between(s.r, -20, 300) : between(s.r, 940, 1100),
        between(s.r, H * 0.9, H),
        80,
        56,
        pick([k.leaf, k.leaf2], Math.floor(s.r() * 2)),
        0.14,
      ),
    ) +
    branch(
      s.r,
      [
        [-20, H * 0.98],
        [80, H * 0.9],
        [160, H * 0.86],
      ],
      '#4A3228',
      '#F2B0A8',
      16,
      14,
    )
  );
};
