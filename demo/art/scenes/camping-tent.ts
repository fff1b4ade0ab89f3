import { skyOf } from '../palette.ts';
import { hills, peaks, skyAt, sunAt } from '../shapes-land.ts';
import { grass, pine } from '../shapes-plants.ts';
import {
  at,
  between,
  dabs,
  deep,
  dot,
  ell,
  fade,
  halo,
  line,
  many,
  mix,
  n,
  pale,
  path,
  pick,
  rect,
  type Scene,
  soft,
  specks,
  stroke,
} from '../svg.ts';

export const camping: Scene = (s) => {
  const k = skyOf(s, 'night', 'dusk', 'golden', 'mist');
  const H = s.h;
  const y = H * 0.58;
  const warm = k.night || k.top === '#45447A';
  const c = pick(['#E9A83A', '#D8432E', '#F3E3CB', '#E08A4A'], s.v);
  const tent =
    ell(20, 8, 330, 34, '#2A1420', 0.3) +
    path('M-300 0L-40 -330L290 0Z', c) +
    path('M-40 -330L290 0H90Z', deep(c, 0.3)) +
    path('M-150 0L-40 -270L70 0Z', warm ? '#FFE3A0' : deep(c, 0.6)) +
    path('M-150 0L-40 -270L-70 0Z', deep(c, 0.12)) +
    path('M70 0L-40 -270L30 0Z', pale(c, 0.2), 0.7) +
    stroke('M-40 -330L-360 14M-40 -330L350 20', '#F6EAD3', 4, 0.7) +
    line(-40, -350, -40, -320, '#5A3A2A', 9) +
    rect(-70, -22, 60, 22, '#D8432E', 8);
  const fire =
    dot(0, -50, 260, halo(s, '#FFA04A', 0.7)) +
    many(4, (i) => at(0, 0, 1, rect(-80, -16, 160, 26, i % 2 ? '#6B4030' : '#8A5A3C', 12), i * 40 - 60)) +
    path('M-60 -14C-90 -90 -20 -110 -10 -190C50 -130 80 -80 50 -14Z', '#F2762E') +
    path('M-34 -12C-50 -70 -6 -90 0 -130C36 -90 46 -50 28 -12Z', '#FFC65C') +
    path('M-14 -12C-20 -40 0 -54 4 -74C20 -50 22 -30 14 -12Z', '#FFF1BE') +
    specks(s.r, -90, -330, 180, 240, '#FFC65C', 20, 4, 0.9);
  return (
    skyAt(s, k, y + 20) +
    (k.night
      ? soft(
          0.4,
          path(
            `M0 ${n(H * 0.1)}C300 ${n(H * 0.3)} 700 ${n(H * 0.02)} 1080 ${n(H * 0.3)}V${n(H * 0.4)}C700 ${n(H * 0.12)} 300 ${n(H * 0.42)} 0 ${n(H * 0.24)}Z`,
            '#8A90C0',
            0.4,
          ),
        ) + specks(s.r, 0, 0, s.w, y * 0.8, '#FFF6D8', 110, 3, 0.85)
      : '') +
    sunAt(s, k, 820, H * 0.18, 64) +
    peaks(
      y + 10,
      [
        [200, H * 0.28],
        [800, H * 0.24],
        [500, H * 0.34],
      ],
      k.far,
      k.night ? '#8A9AC0' : '#FFFBF2',
      1.2,
    ) +
    hills(s, y, 60, k.hill) +
    many(22, (i) => at(i * 52, y + 26, 1, pine(s.r, between(s.r, 120, 250), i % 2 ? k.near : deep(k.near, 0.2)))) +
    rect(
      0,
      y + 10,
      s.w,
      H - y,
      fade(s, [
        [0, mix(k.leaf, k.near, 0.4)],
        [1, mix(k.leaf2, k.near, 0.3)],
      ]),
    ) +
    dabs(s.r, 0, y + 20, s.w, H - y, deep(k.leaf2), 60, 0.25, 140) +
    grass(s.r, 0, y + 60, s.w, H - y, pale(k.leaf, 0.1), 110, 34) +
    (warm ? dot(400, H * 0.78, 520, halo(s, '#FFC36A', 0.5)) : '') +
    at(420, H * 0.84, H / 1150, tent) +
    at(840, H * 0.9, H / 1200, fire) +
    at(
      680,
      H * 0.93,
      1,
      rect(-60, -60, 120, 14, '#8A5A3C', 6) +
        stroke('M-44 -46L-54 0M44 -46L54 0', '#8A5A3C', 10) +
        at(-16, -60, 0.5, path('M-40 0V-70H40V0Z', '#D8432E') + stroke('M40 -56C70 -56 70 -16 40 -16', '#D8432E', 10)),
    ) +
    at(70, H * 1.0, 1, pine(s.r, H * 0.62, deep(k.leaf2, 0.35))) +
    at(1030, H * 0.98, 1, pine(s.r, H * 0.46, deep(k.leaf2, 0.3)))
  );
};
