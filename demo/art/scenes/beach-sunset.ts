import { skyOf } from '../palette.ts';
import { birds, boat, clouds, hills, skyAt, sunAt, water } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { palm } from '../shapes-plants.ts';
import {
  at,
  between,
  clip,
  dabs,
  dot,
  ell,
  fade,
  line,
  many,
  mix,
  n,
  pale,
  path,
  rectD,
  type Scene,
  specks,
} from '../svg.ts';

export const beach: Scene = (s) => {
  const k = skyOf(s, 'golden', 'dusk', 'dawn', 'golden');
  const H = s.h;
  const y = H * 0.5;
  const shore = `M-20 ${n(H * 0.86)}C200 ${n(H * 0.76)} 420 ${n(H * 0.8)} 640 ${n(H * 0.73)}S960 ${n(H * 0.68)} 1120 ${n(H * 0.7)}V${n(H + 20)}H-20Z`;
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 480, y - 40, 130) +
    clouds(s, k, 4, y * 0.7) +
    clip(s, rectD(0, 0, s.w, y), hills(s, y + 20, 100, k.far, 3)) +
    birds(700, H * 0.16, k.ink, 0.9) +
    water(s, k, y, H - y, 480) +
    many(7, (i) => ell(480 + between(s.r, -30, 30), y + 16 + i * 26, 190 - i * 14, 6, k.sun, 0.75)) +
    at(
      830,
      y + 46,
      0.62,
      boat(k.ink) + path('M0 -40L6 -260L120 -50Z', k.sun) + path('M-8 -40L-4 -220L-80 -50Z', k.cloud),
    ) +
    `<g transform="translate(0 -24)">${path(shore, k.glint, 0.85)}</g>` +
    `<g transform="translate(0 -8)">${path(shore, mix(k.ground, k.water, 0.4))}</g>` +
    path(
      shore,
      fade(s, [
        [0, k.ground],
        [1, pale(k.ground, 0.25)],
      ]),
    ) +
    dabs(s.r, 0, H * 0.8, s.w, H * 0.2, k.ground2, 40, 0.3, 160) +
    specks(s.r, 0, H * 0.82, s.w, H * 0.18, k.cloud, 40, 4, 0.5) +
    at(200, H * 1.0, H / 1300, palm(820, mix(k.leaf2, k.ink, 0.3), k.ink)) +
    at(60, H * 1.02, H / 1300, palm(620, k.leaf2, k.ink)) +
    at(
      640,
      H * 0.9,
      1,
      ell(10, 0, 190, 16, '#2A1420', 0.2) +
        path('M-170 -40H60L170 0H-60Z', '#F6EAD3') +
        many(4, (i) => path(`M${-140 + i * 58} -40h26l60 40h-26Z`, '#D8432E')),
    ) +
    at(
      790,
      H * 0.9,
      1,
      line(0, 0, -30, -330, '#F6EAD3', 9) +
        at(
          -30,
          -320,
          1,
          path('M-190 40C-170 -110 150 -130 190 20Q140 -6 96 24Q50 -8 0 30Q-50 0 -96 36Q-140 10 -190 40Z', '#D8432E') +
            path(
              'M-96 36Q-60 -60 -10 -82Q-2 -40 0 30Q-50 0 -96 36ZM96 24Q60 -60 -10 -82Q80 -100 140 -6Q120 -2 96 24Z',
              '#F6EAD3',
            ),
          -6,
        ),
    ) +
    at(450, H * 0.94, 0.8, walker(look(0))) +
    at(530, H * 0.945, 0.8, walker(look(1))) +
    at(
      940,
      H * 0.97,
      1,
      many(5, (i) => at(0, -20, 1, path('M0 0L-11 -34Q0 -44 11 -34Z', '#F08A6A'), i * 72)) + dot(0, -20, 9, '#F6C08A'),
    )
  );
};
