import { roomOf } from '../palette.ts';
import { dapple, looseLeaves, surface } from '../shapes-flat.ts';
import { leaf } from '../shapes-plants.ts';
import {
  at,
  blob,
  dabs,
  deep,
  dot,
  ell,
  line,
  many,
  n,
  pale,
  path,
  pick,
  rect,
  type Scene,
  specks,
  stroke,
} from '../svg.ts';

export const embroidery: Scene = (s) => {
  const p = roomOf(s, 'sage', 'powder', 'blush', 'lilac', 'rose');
  const k = Math.min(1.2, s.h / 980);
  const cy = s.h * 0.5;
  const stitched = (c: string, w: number, d: string): string =>
    stroke(d, c, w) +
    `<path d="${d}" fill="none" stroke="${pale(c, 0.4)}" stroke-width="${n(w * 0.4)}" stroke-dasharray="7 6" opacity=".8"/>`;
  const bloom = (x: number, y: number, r: number, c: string): string =>
    at(
      x,
      y,
      1,
      many(7, (i) =>
        at(
          0,
          0,
          1,
          ell(0, -r * 0.62, r * 0.34, r * 0.5, c) +
            stroke(
              many(5, (j) => `M${n((j - 2) * r * 0.1)} ${n(-r * 0.2)}L${n((j - 2) * r * 0.13)} ${n(-r * 1)}`),
              pale(c, 0.45),
              3,
              0.8,
            ),
          i * 51.4,
        ),
      ) +
        dot(0, 0, r * 0.28, '#F2B63E') +
        specks(s.r, -r * 0.2, -r * 0.2, r * 0.4, r * 0.4, '#B5762A', 10, 3, 1),
    );
  const stems = stitched(
    '#3F7D5C',
    9,
    'M-30 240C-20 120 -60 20 -110 -80M-24 180C30 80 60 20 120 -20M-26 220C-90 160 -140 140 -180 120M-20 140C-10 0 0 -90 10 -160',
  );
  const lf = (x: number, y: number, turn: number): string =>
    at(
      x,
      y,
      1,
      leaf(84, 28, '#5E9A62') +
        stroke(
          many(6, (i) => `M0 ${-10 - i * 11}l${12} -10M0 ${-10 - i * 11}l-12 -10`),
          '#A9CF8E',
          3,
        ),
      turn,
    );
  const hoop =
    dot(16, 22, 346, '#2A1420', 0.22) +
    dot(0, 0, 340, '#C98F4E') +
    dot(0, 0, 316, '#E3B678') +
    dot(0, 0, 306, '#FBF6EA') +
    rect(-34, -392, 68, 60, '#C98F4E', 10) +
    rect(-50, -376, 100, 18, '#D9B24A', 6) +
    dabs(s.r, -260, -240, 520, 480, '#E3D6BC', 40, 0.25, 120);
  const fabric = at(
    0,
    0,
    1,
    blob(s.r, 0, 10, 450, 420, deep(p.cloth, 0.08), 0.06) + blob(s.r, 0, 0, 440, 410, p.cloth, 0.06),
  );
  const bobbin = (x: number, y: number, c: string): string =>
    at(
      x,
      y,
      k,
      at(8, 10, 1, rect(-50, -40, 100, 80, '#2A1420', 10, 0.2)) +
        rect(-58, -46, 116, 18, '#D9A55F', 6) +
        rect(-58, 30, 116, 18, '#D9A55F', 6) +
        rect(-46, -30, 92, 62, c, 6) +
        many(7, (i) => line(-44, -24 + i * 9, 44, -20 + i * 9, pale(c, 0.35), 3, 0.8)),
      (x * 7) % 40,
    );
  return (
    surface(s, p, pick(['desk', 'planks', 'desk', 'linen'], s.v)) +
    at(
      530,
      cy,
      k,
      fabric +
        hoop +
        stems +
        lf(-70, 60, -60) +
        lf(40, 90, 70) +
        lf(-140, 140, -20) +
        lf(-10, -60, 40) +
        lf(-12, 10, -50) +
        bloom(-114, -100, 82, '#D8432E') +
        bloom(130, -40, 66, '#E88AA0') +
        bloom(12, -190, 58, '#5C7FB5') +
        bloom(-190, 110, 44, '#E9A83A') +
        many(9, (i) => dot(150 + Math.cos(i * 2.4) * 60, 100 + Math.sin(i * 2.4) * 50, 9, '#5C7FB5')) +
        path('M150 130L300 300L306 296Z', '#C9CDC8') +
        stroke('M152 132C100 100 150 60 190 110S260 160 330 120', '#D8432E', 4),
    ) +
    bobbin(130, cy - 360 * k, '#D8432E') +
    bobbin(270, cy - 410 * k, '#3F7D5C') +
    bobbin(940, cy - 370 * k, '#5C7FB5') +
    bobbin(970, cy + 340 * k, '#E9A83A') +
    bobbin(120, cy + 370 * k, '#E88AA0') +
    dapple(s, p) +
    looseLeaves(s, p, [
      [60, s.h - 40],
      [1020, 80],
    ])
  );
};
