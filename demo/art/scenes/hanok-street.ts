import { type Sky, skyOf } from '../palette.ts';
import { blocks, clouds, hills, skyAt, sunAt } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { branch, potted } from '../shapes-plants.ts';
import {
  at,
  between,
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

// Streets and gatherings: rain, markets, festivals, the teahouse itself.

const room = (k: Sky): { leaf: string; leaf2: string } => ({ leaf: k.leaf, leaf2: k.leaf2 });

export const hanok: Scene = (s) => {
  const k = skyOf(s, 'spring', 'golden', 'dusk', 'clear');
  const H = s.h;
  const y = H * 0.62;
  const roof = mix('#4A5058', k.far, 0.15);
  const house = (x: number, yy: number, z: number, flip: boolean): string =>
    at(
      x,
      yy,
      z,
      rect(-260, -250, 520, 250, '#F3E6CC') +
        many(5, (i) => rect(-260 + i * 126, -250, 18, 250, '#7A4A34')) +
        rect(-260, -90, 520, 90, '#B9A48C') +
        many(12, (i) =>
          rect(-254 + (i % 6) * 86, -84 + Math.floor(i / 6) * 42, 78, 36, mix('#C9B79E', '#A8927A', (i % 3) / 2), 6),
        ) +
        many(
          3,
          (i) =>
            rect(-220 + i * 126, -220, 88, 110, k.lit, 2) +
            stroke(
              `M${-191 + i * 126} -220v110M${-162 + i * 126} -220v110M${-220 + i * 126} -184h88M${-220 + i * 126} -148h88`,
              '#7A4A34',
              5,
            ),
        ) +
        path(
          'M-380 -236C-330 -250 -300 -340 -240 -380H240C300 -340 330 -250 380 -236Q320 -216 280 -222H-280Q-320 -216 -380 -236Z',
          roof,
        ) +
        stroke(
          many(15, (i) => `M${-224 + i * 32} -374L${-322 + i * 46} -230`),
          pale(roof, 0.22),
          7,
          0.7,
        ) +
        rect(-256, -398, 512, 30, deep(roof, 0.2), 10) +
        many(15, (i) => dot(-308 + i * 44, -228, 11, pale(roof, 0.35))),
      0,
      flip,
    );
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 540, H * 0.22, 70) +
    clouds(s, k, 3, y * 0.4) +
    hills(s, y - 90, 120, k.far) +
    soft(0.7, blocks(s, y - 40, mix(k.far, k.hill, 0.4), k.lit, 120, 14, 0.3)) +
    house(330, y - 60, 0.5, false) +
    house(780, y - 50, 0.52, true) +
    path(
      `M430 ${n(y - 40)}H650L1000 ${n(H)}H80Z`,
      fade(s, [
        [0, pale(k.ground, 0.4)],
        [1, k.ground],
      ]),
    ) +
    many(40, (i) => {
      const t = Math.sqrt((i + 1) / 40);
      return ell(
        540 + between(s.r, -1, 1) * (90 + t * 360),
        y - 30 + t * (H - y + 20),
        18 + t * 34,
        6 + t * 12,
        i % 2 ? k.ground2 : pale(k.ground, 0.5),
        0.4,
      );
    }) +
    house(60, y + 110, 1.15, false) +
    house(1040, y + 120, 1.15, true) +
    poly(
      [
        [-10, y + 106],
        [330, y + 106],
        [110, H],
        [-10, H],
      ],
      mix('#C9B79E', k.ground2, 0.25),
    ) +
    poly(
      [
        [1090, y + 116],
        [760, y + 116],
        [980, H],
        [1090, H],
      ],
      mix('#B9A48C', k.ground2, 0.35),
    ) +
    branch(
      s.r,
      [
        [1100, H * 0.1],
        [930, H * 0.16],
        [780, H * 0.14],
      ],
      '#5A3A34',
      pick(['#F6B6BC', '#F2A63E', '#F6B6BC', '#8DBA6E'], s.v),
      40,
      20,
    ) +
    at(500, H * 0.88, H / 1500, walker({ ...look(0, '#F6C9D0'), bottom: '#D8432E', skirt: true })) +
    at(590, H * 0.885, H / 1500, walker({ ...look(3, '#BFD6DE'), bottom: '#2F5A7A', skirt: true })) +
    many(3, (i) =>
      at(
        130 + i * 36,
        H * 0.97,
        1 - i * 0.12,
        path('M-60 0C-84 -60 -70 -120 -44 -130H44C70 -120 84 -60 60 0Z', '#6B3F30') +
          path('M14 -130H44C70 -120 84 -60 60 0H24C50 -60 40 -110 14 -130Z', '#3A1E1E', 0.4) +
          ell(0, -132, 56, 15, '#8A5642'),
      ),
    ) +
    at(960, H * 0.97, 0.9, potted(s, room(k), 3, '#8A5642'))
  );
};
