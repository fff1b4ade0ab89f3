// Flat lays: surfaces seen from above, paper, pencils, cups from above, leaf shadows.
import type { Room } from './palette.ts';
import { leaf, sprig } from './shapes-plants.ts';
import {
  at,
  blob,
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
  poly,
  rect,
  ring,
  type Stage,
  soft,
  stroke,
} from './svg.ts';

export type Surface = 'planks' | 'linen' | 'gingham' | 'tile' | 'desk' | 'slate';

export const surface = (s: Stage, p: Room, kind: Surface): string => {
  const base =
    kind === 'linen'
      ? p.cloth
      : kind === 'desk'
        ? p.wall
        : kind === 'slate'
          ? mix(p.wall2, '#33414A', 0.62)
          : kind === 'gingham'
            ? p.cloth
            : kind === 'tile'
              ? mix(p.b, p.cloth, 0.7)
              : p.table;
  const field = rect(
    0,
    0,
    s.w,
    s.h,
    fade(
      s,
      [
        [0, pale(base, 0.22)],
        [1, deep(base, 0.08)],
      ],
      [1, 1],
    ),
  );
  if (kind === 'planks')
    return (
      field +
      many(
        6,
        (i) =>
          rect(0, (i * s.h) / 5 - 40, s.w, 5, p.table2, 0, 0.6) +
          rect(((i * 367) % 900) + 60, (i * s.h) / 5 - 40, 5, s.h / 5, p.table2, 0, 0.5),
      ) +
      dabs(s.r, 0, 0, s.w, s.h, p.table2, 70, 0.2, 340) +
      dabs(s.r, 0, 0, s.w, s.h, pale(base, 0.4), 40, 0.2, 300)
    );
  if (kind === 'linen')
    return (
      field +
      many(6, (i) => rect(80 + i * 190, 0, i % 2 ? 5 : 34, s.h, mix(p.cloth, p.b, 0.5), 0, 0.26)) +
      dabs(s.r, 0, 0, s.w, s.h, p.wall2, 50, 0.14, 220)
    );
  if (kind === 'gingham')
    return (
      field +
      many(10, (i) => rect(i * 120, 0, 60, s.h, p.a, 0, 0.2)) +
      many(13, (i) => rect(0, i * 120, s.w, 60, p.a, 0, 0.2)) +
      dabs(s.r, 0, 0, s.w, s.h, p.cloth, 40, 0.25, 160)
    );
  if (kind === 'tile')
    return (
      field +
      many(8 * 11, (i) => {
        const [x, y] = [(i % 8) * 140 - 10, Math.floor(i / 8) * 140 - 10];
        return (
          rect(
            x + 4,
            y + 4,
            132,
            132,
            pick([pale(base, 0.3), base, mix(base, p.b, 0.16)], i * 5 + Math.floor(i / 8)),
            5,
          ) +
          ((i + Math.floor(i / 8)) % 2
            ? at(
                x + 70,
                y + 70,
                1,
                many(4, (j) => at(0, 0, 1, ell(0, -32, 13, 26, p.b, 0.28), j * 90)) + dot(0, 0, 9, p.c, 0.6),
              )
            : '')
        );
      })
    );
  return (
    field +
    many(5, () =>
      blob(s.r, s.r() * s.w, s.r() * s.h, 260, 160, s.r() > 0.5 ? pale(base) : deep(base, 0.12), 0.2, 0.2),
    ) +
    dabs(s.r, 0, 0, s.w, s.h, pale(base, 0.3), 40, 0.14, 260) +
    dabs(s.r, 0, 0, s.w, s.h, deep(base, 0.2), 40, 0.12, 260)
  );
};

/** Sun through a window and a branch, over everything below it. */
export const dapple = (s: Stage, p: Room): string => {
  const flip = (s.seed + s.v) % 2 === 1;
  const [x, y] = flip ? [s.w * 0.55, -80] : [-60, s.h * 0.28];
  return (
    soft(
      p.night ? 0.1 : 0.22,
      poly(
        [
          [x, y],
          [x + 420, y + 60],
          [x + 260, y + 700],
          [x - 160, y + 640],
        ],
        '#FFF4CE',
      ) +
        poly(
          [
            [x + 460, y + 66],
            [x + 880, y + 126],
            [x + 720, y + 766],
            [x + 300, y + 706],
          ],
          '#FFF4CE',
        ),
    ) +
    soft(
      0.09,
      at(flip ? s.w + 30 : -30, flip ? s.h * 0.3 : 0, 3, sprig(150, '#2A1A2E', 5, 20), flip ? -100 : 130) +
        at(flip ? s.w + 30 : -20, flip ? s.h * 0.05 : 240, 2.6, sprig(130, '#2A1A2E', 5, 20), flip ? -130 : 105),
    )
  );
};
export const glowLight = (s: Stage, x: number, y: number, r: number, o = 0.5): string =>
  dot(x, y, r, halo(s, '#FFE3A0', o));

export const drop = (inner: string, o = 0.2, d = 14): string =>
  at(d, d * 1.2, 1, `<g opacity="${o}" fill="#2A1420">${inner.replace(/fill="[^"]*"/g, 'fill="#2A1420"')}</g>`) + inner;
/** A sheet of paper of w×h with its own drawing (origin: its upper left corner). */
export const sheet = (
  w: number,
  h: number,
  c: string,
  inner = '',
  lines: 'none' | 'ruled' | 'grid' = 'none',
  rule = '#9DB6C2',
): string =>
  drop(rect(0, 0, w, h, c, 4)) +
  (lines === 'ruled'
    ? many(h / 46 - 1, (i) => line(24, 46 + i * 46, w - 24, 46 + i * 46, rule, 2.5, 0.6))
    : lines === 'grid'
      ? stroke(
          many(w / 40 - 1, (i) => `M${n(40 + i * 40)} 0v${n(h)}`) +
            many(h / 40 - 1, (i) => `M0 ${n(40 + i * 40)}h${n(w)}`),
          rule,
          2,
          0.4,
        )
      : '') +
  inner;
/** Lines of handwriting that say nothing. */
export const scrawl = (
  s: Stage,
  x: number,
  y: number,
  w: number,
  c: string,
  rows = 1,
  gap = 46,
  size = 12,
  width = 5,
): string =>
  many(rows, (row) => {
    const end = w * (row === rows - 1 && rows > 1 ? 0.55 : 0.85 + s.r() * 0.15);
    let [d, px] = ['', x];
    while (px < x + end) {
      const word = size * (1.6 + s.r() * 3.6);
      d += `M${n(px)} ${n(y + row * gap)}`;
      for (let q = 0; q < word; q += size * 0.62)
        d += `q${n(size * 0.16)} ${n(-size * (0.6 + s.r() * 1.1))} ${n(size * 0.62)} ${n((s.r() - 0.5) * 4)}`;
      px += word + size * 1.3;
    }
    return stroke(d, c, width, 0.85);
  });

export const pencil = (l: number, c: string, tip = '#3A2A20'): string =>
  rect(8, 6, l, 26, '#2A1420', 10, 0.18) +
  rect(0, -13, l - 60, 26, c, 4) +
  rect(0, 2, l - 60, 11, deep(c, 0.3), 2, 0.5) +
  rect(0, -7, l - 60, 6, pale(c, 0.5), 0, 0.5) +
  path(`M${l - 60} -13L${l} 0L${l - 60} 13Z`, '#EBCB9B') +
  path(`M${l - 18} -4L${l} 0L${l - 18} 4Z`, tip) +
  rect(-6, -13, 26, 26, '#C9CDC8', 2) +
  rect(-30, -13, 28, 26, '#E79A92', 8);
export const brush = (l: number, c: string, paint: string): string =>
  rect(8, 8, l, 14, '#2A1420', 7, 0.16) +
  path(`M0 -4L${l * 0.6} -11V11L0 5Z`, c) +
  rect(l * 0.6, -12, l * 0.14, 24, '#C9CDC8') +
  path(
    `M${n(l * 0.74)} -13C${n(l * 0.84)} -20 ${n(l * 0.94)} -6 ${l} 0C${n(l * 0.94)} 8 ${n(l * 0.84)} 20 ${n(l * 0.74)} 13Z`,
    paint,
  );
export const cupTop = (r: number, c: string, drink: string): string =>
  ell(r * 0.16, r * 0.2, r * 1.04, r * 1.02, '#2A1420', 0.2) +
  dot(0, 0, r * 1.5, pale(c, 0.3)) +
  ring(0, 0, r * 1.4, r * 1.4, c, 4, 0.5) +
  ell(r * 0.1, r * 0.14, r * 1.02, r * 1.02, '#2A1420', 0.2) +
  rect(r * 0.8, -r * 0.16, r * 0.62, r * 0.34, deep(c, 0.1), r * 0.16) +
  dot(0, 0, r, c) +
  dot(0, 0, r * 0.84, deep(drink, 0.2)) +
  dot(r * 0.03, r * 0.04, r * 0.78, drink) +
  stroke(
    `M${n(-r * 0.52)} ${n(-r * 0.2)}A${n(r * 0.56)} ${n(r * 0.56)} 0 0 1 ${n(-r * 0.1)} ${n(-r * 0.55)}`,
    '#FFFFFF',
    r * 0.07,
    0.5,
  );
export const coin = (r: number, c = '#E9B23E'): string =>
  ell(5, 8, r, r, '#2A1420', 0.2) +
  dot(0, 0, r, deep(c, 0.14)) +
  dot(-2, -3, r * 0.94, c) +
  ring(-1, -1, r * 0.7, r * 0.7, deep(c, 0.25), r * 0.08) +
  rect(-r * 0.2, -r * 0.2, r * 0.4, r * 0.4, deep(c, 0.25), 2) +
  stroke(
    `M${n(-r * 0.74)} ${n(-r * 0.3)}A${n(r * 0.8)} ${n(r * 0.8)} 0 0 1 ${n(-r * 0.2)} ${n(-r * 0.78)}`,
    '#FFF6D0',
    r * 0.09,
    0.8,
  );
export const clipOn = (c: string): string => stroke('M-12 40V-20Q-12 -40 6 -40T24 -20V52Q24 66 10 66T-2 52V-8', c, 6);
export const looseLeaves = (s: Stage, p: Room, spots: readonly (readonly [number, number])[]): string =>
  many(spots.length, (i) => {
    const q = pick(spots, i);
    return at(
      q[0],
      q[1],
      1,
      at(6, 10, 1, soft(0.16, leaf(110, 26, '#2A1420'))) + leaf(110, 26, i % 2 ? p.leaf : p.leaf2),
      i * 77 + (s.seed % 90),
    );
  });
