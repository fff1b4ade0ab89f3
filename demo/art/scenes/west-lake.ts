import { skyOf } from '../palette.ts';
import { boat, clouds, hills, pavilion, skyAt, sunAt, water } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { lotus, lotusLeaf, tree, willow } from '../shapes-plants.ts';
import {
  at,
  between,
  clip,
  curve,
  deep,
  line,
  many,
  mix,
  n,
  path,
  rect,
  rectD,
  type Scene,
  soft,
  stroke,
} from '../svg.ts';

export const westLake: Scene = (s) => {
  const k = skyOf(s, 'mist', 'dawn', 'spring', 'dusk');
  const H = s.h;
  const y = H * 0.46;
  const bridge =
    path(
      'M-260 30C-140 -10 -90 -90 0 -92S140 -10 260 30H210C160 10 120 0 90 30A90 72 0 0 0 -90 30C-120 0 -160 10 -210 30Z',
      mix(k.ground, '#EDE3CF', 0.6),
    ) +
    stroke('M-260 22C-140 -18 -90 -98 0 -100S140 -18 260 22', deep(k.ground, 0.35), 7) +
    many(11, (i) =>
      line(
        -150 + i * 30,
        -52 - 42 * Math.cos((i - 5) * 0.3) + 36,
        -150 + i * 30,
        -84 - 42 * Math.cos((i - 5) * 0.3) + 30,
        deep(k.ground, 0.3),
        5,
      ),
    ) +
    soft(0.25, path('M-90 34A90 66 0 0 0 90 34Z', k.ink));
  const reflect = (inner: string, yy: number): string =>
    `<g transform="translate(0 ${n(yy * 2)}) scale(1 -1)" opacity=".2">${inner}</g>`;
  const pagoda = at(
    800,
    y - 70,
    0.5,
    pavilion(250, k.near, mix(k.ground, '#A8452E', 0.6), k.ink, k.lit, 5) + line(0, -780, 0, -690, k.ink, 8),
  );
  const far = hills(s, y - 40, 130, k.far);
  return (
    skyAt(s, k, y + 20) +
    sunAt(s, k, 420, H * 0.18, 66) +
    clouds(s, k, 2, y * 0.5) +
    clip(
      s,
      rectD(0, 0, s.w, y),
      far +
        pagoda +
        hills(s, y + 10, 90, k.hill, 4) +
        many(9, (i) =>
          at(
            40 + i * 130,
            y + 4,
            1,
            tree(s.r, between(s.r, 90, 140), { leaf: mix(k.leaf, k.hill, 0.4), leaf2: mix(k.leaf2, k.hill, 0.4) }),
          ),
        ),
    ) +
    water(s, k, y, H - y, 420) +
    reflect(pagoda, y) +
    rect(0, y - 4, s.w, 9, deep(k.hill, 0.2), 0, 0.7) +
    at(330, y + 60, 1.05, bridge) +
    at(
      720,
      H * 0.66,
      1.1,
      boat('#5A3A2C', '#A87A48') + at(-90, -30, 0.5, walker(look(s.v))) + line(-120, -120, -170, 40, '#5A3A2C', 6),
    ) +
    at(960, H * 0.56, 0.5, boat('#5A3A2C', '#8A6A40')) +
    many(9, (i) =>
      at(
        between(s.r, 30, 1050),
        H * (0.8 + (i % 3) * 0.08),
        between(s.r, 0.8, 1.5),
        lotusLeaf(100, 34, i % 2 ? k.leaf : k.leaf2),
      ),
    ) +
    many(4, (i) => at(150 + i * 260, H * (0.86 + (i % 2) * 0.08), 0.8, lotus(1, '#E8929A'))) +
    willow(s.r, -60, -60, 560, H * 0.52, k.leaf, 13) +
    stroke(
      curve([
        [-40, -20],
        [200, 30],
        [420, -10],
      ]),
      '#5A4234',
      26,
    )
  );
};
