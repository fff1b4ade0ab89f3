import { skyOf } from '../palette.ts';
import { hills } from '../shapes-land.ts';
import { leaf, lotus, lotusLeaf } from '../shapes-plants.ts';
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
  stroke,
} from '../svg.ts';

export const lotusPond: Scene = (s) => {
  const k = skyOf(s, 'mist', 'clear', 'spring', 'golden');
  const H = s.h;
  const w = mix(mix(k.water, '#5FA8A0', 0.7), k.leaf2, 0.12);
  const pads = (count: number, a: number, b: number, z0: number, z1: number): string =>
    many(count, (i) => {
      const t = i / count;
      return at(
        between(s.r, -40, 1120),
        H * (a + (b - a) * t),
        z0 + (z1 - z0) * t,
        ell(6, 16, 104, 34, deep(w, 0.6), 0.3) +
          lotusLeaf(110, 38, mix(pick(['#5FA069', '#3A7D5C', '#86B870'], i), w, 0.3 * (1 - t))),
        between(s.r, -8, 8),
      );
    });
  const bud = (h: number, z: number, open: boolean): string =>
    at(
      0,
      0,
      z,
      stroke(`M0 0Q14 ${-h / 2} 0 ${-h}`, k.leaf2, 8) +
        at(0, -h, 1, open ? lotus(1, '#E87F90') : leaf(90, 36, '#E87F90') + leaf(76, 22, '#F3A8B2')),
    );
  const tall = (h: number, z: number, flip: boolean): string =>
    at(
      0,
      0,
      z,
      stroke(`M0 0Q${flip ? -16 : 16} ${-h / 2} 0 ${-h}`, '#2F6A4E', 9) +
        path(
          `M-150 ${-h}C-120 ${-h - 66} 130 ${-h - 70} 150 ${-h + 4}C100 ${-h + 44} -110 ${-h + 46} -150 ${-h}Z`,
          '#6FAE72',
        ) +
        path(
          `M-150 ${-h}C-110 ${-h - 20} 110 ${-h - 24} 150 ${-h + 4}C100 ${-h + 44} -110 ${-h + 46} -150 ${-h}Z`,
          '#35765A',
        ) +
        stroke(
          many(7, (i) => `M0 ${-h - 12}L${-120 + i * 40} ${-h - 30 + Math.abs(i - 3) * 8}`),
          pale(k.leaf, 0.4),
          3,
          0.6,
        ),
      0,
      flip,
    );
  return (
    rect(
      0,
      0,
      s.w,
      H,
      fade(s, [
        [0, mix(k.low, w, 0.1)],
        [0.35, mix(w, k.low, 0.25)],
        [1, mix(w, '#1F5A5E', 0.55)],
      ]),
    ) +
    hills(s, H * 0.13, 70, mix(k.far, k.low, 0.3)).replace(/L1380[^Z]*Z/, `L1380 ${n(H * 0.2)}L-300 ${n(H * 0.2)}Z`) +
    dot(760, H * 0.26, 300, halo(s, k.sun, 0.7)) +
    dabs(s.r, 0, H * 0.18, s.w, H * 0.82, k.glint, 50, 0.22, 190) +
    dabs(s.r, 0, H * 0.3, s.w, H * 0.7, deep(w, 0.4), 50, 0.22, 190) +
    pads(16, 0.2, 0.5, 0.4, 0.9) +
    at(760, H * 0.43, 0.8, bud(120, 1, true)) +
    at(240, H * 0.47, 0.9, bud(130, 1, false)) +
    pads(9, 0.52, 0.78, 1, 1.6) +
    many(3, (i) =>
      at(
        330 + i * 200,
        H * (0.62 + (i % 2) * 0.1),
        1,
        path('M-80 0C-40 -30 30 -28 60 -4L100 -26L94 28L60 6C20 26 -50 24 -80 0Z', i === 1 ? '#FBF3E4' : '#E8663A') +
          path('M-30 -16C-10 -24 10 -22 20 -10C10 6 -20 4 -30 -16Z', i === 1 ? '#D8432E' : '#FBF3E4') +
          dot(-62, -4, 4, '#2A1E22'),
        i * 50 - 40,
      ),
    ) +
    at(830, H * 0.84, 1.35, bud(240, 1, true)) +
    at(170, H * 0.9, 1.2, tall(300, 1, false)) +
    at(960, H * 0.98, 1.3, tall(210, 1, true)) +
    at(420, H * 0.97, 1.55, bud(230, 1, true)) +
    at(620, H * 1.0, 1.3, bud(250, 1, false)) +
    pads(6, 0.9, 1.02, 1.7, 2.2) +
    at(
      590,
      H * 0.6 - 40,
      1.2,
      ell(-24, -8, 30, 7, '#EAF6F6', 0.8) +
        ell(26, -10, 30, 7, '#EAF6F6', 0.8) +
        line(-40, 0, 44, 4, '#C8402E', 7) +
        dot(-42, 0, 9, '#7A2A20'),
    )
  );
};
