import { skyOf } from '../palette.ts';
import { birds, boat, clouds, gableHouse, hills, skyAt, sunAt, water } from '../shapes-land.ts';
import { grass } from '../shapes-plants.ts';
import {
  at,
  between,
  clip,
  deep,
  dot,
  fade,
  halo,
  line,
  many,
  mix,
  n,
  path,
  poly,
  rect,
  rectD,
  type Scene,
  soft,
  stroke,
} from '../svg.ts';

export const lighthouse: Scene = (s) => {
  const k = skyOf(s, 'dusk', 'clear', 'night', 'dawn', 'golden');
  const H = s.h;
  const y = H * 0.62;
  const z = H / 1250;
  const tower =
    path('M-76 0L-48 -560H48L76 0Z', '#FBF3E4') +
    clip(
      s,
      'M-76 0L-48 -560H48L76 0Z',
      many(3, (i) => rect(-90, -480 + i * 190, 180, 90, '#D8432E')) + path('M14 -560H60L90 0H26Z', '#2A1A3E', 0.24),
    ) +
    rect(-70, -584, 140, 28, '#3A2A34', 4) +
    rect(-36, -660, 72, 78, k.lit) +
    stroke('M-36 -660V-582M0 -660V-582M36 -660V-582', '#3A2A34', 6) +
    path('M-52 -658Q0 -740 52 -658Z', '#D8432E') +
    line(0, -740, 0, -704, '#3A2A34', 7) +
    many(3, (i) => rect(-14, -420 + i * 150, 28, 44, '#3A4A66', 12)) +
    path('M-26 0v-70a26 26 0 0 1 52 0V0Z', '#5A3A30');
  const rays = soft(
    k.night || k === skyOf(s, 'dusk') ? 0.75 : 0.3,
    poly(
      [
        [0, -620],
        [-900, -800],
        [-900, -560],
      ],
      fade(
        s,
        [
          [0, k.lit, 0],
          [1, k.lit, 0.8],
        ],
        [1, 0],
      ),
    ) +
      poly(
        [
          [0, -620],
          [900, -760],
          [900, -500],
        ],
        fade(
          s,
          [
            [0, k.lit, 0.8],
            [1, k.lit, 0],
          ],
          [1, 0],
        ),
      ),
  );
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 230, H * (k.night ? 0.16 : 0.3), 76) +
    clouds(s, k, 4, y * 0.6) +
    clip(s, rectD(0, 0, s.w, y), hills(s, y + 20, 60, k.far, 3)) +
    water(s, k, y, H - y, 230) +
    at(
      300,
      y + 60,
      0.6,
      boat(k.ink) + path('M0 -40L6 -260L120 -50Z', '#FBF3E4') + path('M-8 -40L-4 -220L-80 -50Z', '#E9A83A'),
    ) +
    at(760, y - 30, z, rays) +
    path(
      `M420 ${n(y + 110)}C500 ${n(y + 20)} 580 ${n(y + 30)} 640 ${n(y - 30)}C760 ${n(y - 60)} 960 ${n(y - 40)} 1100 ${n(y - 100)}V${n(H)}H380C470 ${n(H * 0.9)} 380 ${n(y + 170)} 420 ${n(y + 110)}Z`,
      mix('#7A6660', k.hill, 0.4),
    ) +
    path(
      `M470 ${n(y + 60)}C560 ${n(y + 20)} 580 ${n(y + 30)} 640 ${n(y - 30)}C760 ${n(y - 60)} 960 ${n(y - 40)} 1100 ${n(y - 100)}V${n(y + 60)}C900 ${n(y + 20)} 760 ${n(y + 70)} 640 ${n(y + 60)}Z`,
      k.leaf,
    ) +
    grass(s.r, 620, y - 20, 460, 60, k.leaf2, 60, 26) +
    many(22, () =>
      poly(
        [
          [0, 0],
          [50, -20],
          [70, 30],
          [14, 46],
        ].map(([a, b]) => [(a ?? 0) + between(s.r, 420, 1060), (b ?? 0) + between(s.r, y + 120, H)] as const),
        deep('#7A6660', s.r() * 0.5),
        0.5,
      ),
    ) +
    at(760, y - 30, z, tower) +
    at(935, y - 50, z, gableHouse(170, 110, '#FBF3E4', '#A8432E', k.lit)) +
    at(760, y - 30 - 620 * z, 1, dot(0, 0, 150, halo(s, k.lit, 0.8))) +
    many(7, (i) =>
      stroke(`M${360 + i * 20} ${n(y + 150 + (i * (H - y - 160)) / 7)}q40 -24 80 0t80 0`, '#FFFFFF', 9, 0.7),
    ) +
    birds(420, H * 0.2, k.night ? k.glint : k.ink, 0.9)
  );
};
