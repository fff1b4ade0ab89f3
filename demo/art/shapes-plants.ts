// Leaves, flowers, pots and trees.
import type { Room } from './palette.ts';
import {
  at,
  between,
  blob,
  curve,
  dabs,
  deep,
  dot,
  ell,
  line,
  many,
  mix,
  n,
  type Pt,
  pale,
  path,
  pick,
  type Rng,
  rect,
  type Stage,
  stroke,
} from './svg.ts';

interface Greens {
  leaf: string;
  leaf2: string;
}

/** One leaf from its stem (0,0) upwards. */
export const leaf = (l: number, w: number, c: string): string =>
  path(
    `M0 0C${n(-w)} ${n(-l * 0.35)} ${n(-w * 0.7)} ${n(-l * 0.8)} 0 ${n(-l)}C${n(w * 0.7)} ${n(-l * 0.8)} ${n(w)} ${n(-l * 0.35)} 0 0Z`,
    c,
  ) +
  path(`M0 0C${n(w)} ${n(-l * 0.35)} ${n(w * 0.7)} ${n(-l * 0.8)} 0 ${n(-l)}Z`, deep(c, 0.25), 0.45) +
  line(0, 0, 0, -l * 0.86, pale(c, 0.45), Math.max(1.5, w * 0.07), 0.7);

export const sprig = (l: number, c: string, pairs = 4, w = 26): string =>
  stroke(`M0 0Q${n(l * 0.1)} ${n(-l * 0.5)} 0 ${n(-l)}`, deep(c, 0.2), 5) +
  many(
    pairs,
    (i) =>
      at(l * 0.04, -l * (0.18 + (i / pairs) * 0.76), 1 - i * 0.09, leaf(l * 0.34, w, c), 52) +
      at(l * 0.04, -l * (0.12 + (i / pairs) * 0.76), 1 - i * 0.09, leaf(l * 0.34, w, mix(c, deep(c), 0.4)), -52),
  ) +
  at(0, -l * 0.95, 0.8, leaf(l * 0.34, w, c));

export const flower = (size: number, c: string, heart = '#F3B84D', petals = 5): string =>
  many(petals, (i) =>
    at(0, 0, 1, ell(0, -size * 0.58, size * 0.36, size * 0.5, i % 2 ? c : pale(c, 0.15)), (i * 360) / petals),
  ) + dot(0, 0, size * 0.28, heart);

const POT = (c: string): string =>
  path('M-62 -104H62L48 -6Q46 0 38 0H-38Q-46 0 -48 -6Z', c) +
  path('M14 -104H62L48 -6Q46 0 38 0H8Q20 -40 14 -104Z', deep(c, 0.3), 0.5) +
  rect(-70, -122, 140, 28, pale(c, 0.12), 6) +
  rect(20, -122, 50, 28, deep(c, 0.25), 6, 0.4);

const monstera = (c: string): string =>
  path('M0 0C-70 -14 -92 -70 -58 -116C-40 -142 -16 -150 4 -150C52 -146 84 -104 74 -56C66 -22 36 -2 0 0Z', c) +
  stroke('M-2 -4Q6 -80 4 -140M0 -50L-44 -84M2 -84L-30 -122M2 -50L48 -66M4 -86L50 -110', pale(c, 0.35), 4, 0.8) +
  path('M-86 -72L-40 -64L-84 -54ZM-64 -116L-26 -94L-74 -98ZM80 -76L40 -72L78 -56Z', '#00000022');

/** A plant in a pot, its foot at (0,0); about 150 wide and 300 high. */
export const potted = (s: Stage, p: Greens & Partial<Room>, kind: number, pot: string): string => {
  const [a, b] = [p.leaf, p.leaf2];
  const r = s.r;
  const k = ((kind % 6) + 6) % 6;
  if (k === 0)
    return (
      many(7, (i) => at(-30 + i * 10, -110, 1, leaf(between(r, 150, 250), 24, i % 2 ? a : b), (i - 3) * 12)) + POT(pot)
    );
  if (k === 1)
    return (
      many(5, (i) => {
        const t = (i - 2) * 34;
        return at(0, -108, 1, stroke('M0 0Q10 -60 0 -110', b, 6) + at(0, -96, 0.85, monstera(i % 2 ? a : b)), t);
      }) + POT(pot)
    );
  if (k === 2)
    return (
      many(16, (i) => {
        const x = -70 + i * 9.5;
        const l = between(r, 60, 190);
        return (
          stroke(`M${n(x * 0.7)} -112Q${n(x * 1.5)} -160 ${n(x * 1.5)} ${n(-100 + l)}`, b, 3) +
          many(5, (j) => ell(x * 1.5 + (j % 2 ? 7 : -7), -110 + (l * j) / 4.4, 10, 8, (i + j) % 2 ? a : b))
        );
      }) +
      POT(pot) +
      many(9, (i) => ell(-60 + i * 15, -124 - (i % 3) * 12, 20, 15, i % 2 ? a : b))
    );
  if (k === 3)
    return (
      many(6, (i) => at(0, -110, 1, sprig(between(r, 130, 190), i % 2 ? a : b, 4, 18), (i - 2.5) * 17)) +
      many(8, () =>
        at(
          between(r, -80, 80),
          between(r, -300, -190),
          1,
          flower(22, pick(['#E0604C', '#F3C9C0', '#F3B84D'], s.seed + s.v)),
        ),
      ) +
      POT(pot)
    );
  if (k === 4)
    return (
      blob(r, 0, -190, 84, 92, b, 0.1) +
      blob(r, -14, -206, 62, 66, a, 0.14) +
      many(12, () => ell(between(r, -62, 52), between(r, -260, -140), 12, 8, pale(a, 0.25), 0.7)) +
      POT(pot)
    );
  return (
    path('M-34 -110C-60 -200 -50 -270 0 -280C50 -270 60 -200 34 -110Z', a) +
    path('M4 -280C50 -270 60 -200 34 -110H14C30 -180 26 -240 4 -280Z', b, 0.6) +
    path('M30 -170C60 -180 70 -200 68 -234C90 -232 92 -170 40 -140Z', a) +
    many(14, (i) => line(-30 + (i % 4) * 18, -130 - i * 10, -26 + (i % 4) * 18, -138 - i * 10, '#FFF8E0', 3, 0.8)) +
    at(0, -282, 1, flower(20, '#E77B6A')) +
    POT(pot)
  );
};

export const grass = (r: Rng, x: number, y: number, w: number, h: number, c: string, count = 40, size = 34): string => {
  let d = '';
  for (let i = 0; i < count; i++) {
    const [gx, gy, l] = [x + r() * w, y + r() * h, size * (0.5 + r() * 0.8)];
    d += `M${n(gx)} ${n(gy)}q${n((r() - 0.5) * l * 0.5)} ${n(-l * 0.6)} ${n((r() - 0.5) * l)} ${n(-l)}`;
  }
  return stroke(d, c, 4, 0.75);
};

/** A round tree from its foot. */
export const tree = (r: Rng, h: number, g: Greens, trunk = '#6B4A38'): string =>
  path(`M${n(-h * 0.035)} 0L${n(-h * 0.02)} ${n(-h * 0.5)}H${n(h * 0.02)}L${n(h * 0.04)} 0Z`, trunk) +
  stroke(
    `M0 ${n(-h * 0.35)}L${n(h * 0.12)} ${n(-h * 0.52)}M0 ${n(-h * 0.3)}L${n(-h * 0.12)} ${n(-h * 0.5)}`,
    trunk,
    h * 0.025,
  ) +
  blob(r, h * 0.05, -h * 0.6, h * 0.27, h * 0.28, g.leaf2, 0.1) +
  blob(r, -h * 0.09, -h * 0.64, h * 0.22, h * 0.22, g.leaf, 0.12) +
  blob(r, -h * 0.04, -h * 0.8, h * 0.15, h * 0.13, pale(g.leaf, 0.14), 0.14) +
  dabs(r, -h * 0.2, -h * 0.86, h * 0.34, h * 0.4, pale(g.leaf, 0.35), 14, 0.5, h * 0.05) +
  dabs(r, -h * 0.1, -h * 0.7, h * 0.36, h * 0.32, deep(g.leaf2, 0.3), 12, 0.35, h * 0.05);

export const pine = (r: Rng, h: number, c: string, snow = ''): string =>
  rect(-h * 0.025, -h * 0.12, h * 0.05, h * 0.12, '#5A4034') +
  many(4, (i) => {
    const [y, w] = [-h * (0.08 + i * 0.21), h * (0.24 - i * 0.045)];
    const tip = y - h * 0.34;
    const k = between(r, -4, 4);
    const d = `M${n(-w)} ${n(y)}Q${n(-w * 0.3)} ${n(y - h * 0.1)} ${n(k)} ${n(tip)}Q${n(w * 0.3)} ${n(y - h * 0.1)} ${n(w)} ${n(y)}Q0 ${n(y + h * 0.05)} ${n(-w)} ${n(y)}Z`;
    return (
      path(d, i % 2 ? c : deep(c, 0.12)) +
      (snow
        ? path(
            `M${n(-w * 0.62)} ${n(y - h * 0.09)}Q${n(-w * 0.2)} ${n(y - h * 0.16)} ${n(k)} ${n(tip)}Q${n(w * 0.2)} ${n(y - h * 0.14)} ${n(w * 0.34)} ${n(y - h * 0.12)}Q${n(-w * 0.1)} ${n(y - h * 0.07)} ${n(-w * 0.62)} ${n(y - h * 0.09)}Z`,
            snow,
          )
        : path(
            `M${n(w)} ${n(y)}Q${n(w * 0.3)} ${n(y - h * 0.1)} ${n(k)} ${n(tip)}Q${n(w * 0.1)} ${n(y - h * 0.1)} ${n(w * 0.2)} ${n(y + h * 0.02)}Z`,
            deep(c, 0.4),
            0.4,
          ))
    );
  });

export const palm = (h: number, c: string, trunk = '#5A3E36'): string =>
  stroke(`M0 0Q${n(h * 0.1)} ${n(-h * 0.5)} ${n(-h * 0.02)} ${n(-h)}`, trunk, h * 0.035) +
  many(7, (i) =>
    at(
      -h * 0.02,
      -h,
      1,
      path(
        `M0 0Q${n(h * 0.18)} ${n(-h * 0.12)} ${n(h * 0.36)} ${n(h * 0.1)}Q${n(h * 0.16)} ${n(-h * 0.02)} 0 0Z`,
        i % 2 ? c : deep(c, 0.2),
      ),
      -200 + i * 38,
    ),
  );

/** A hanging willow branch with its leaves. */
export const willow = (r: Rng, x: number, y: number, w: number, h: number, c: string, strands = 9): string =>
  many(strands, (i) => {
    const sx = x + (w * i) / strands;
    const l = h * between(r, 0.55, 1);
    const sway = between(r, -40, 30);
    return (
      stroke(`M${n(sx)} ${n(y)}q${n(sway)} ${n(l * 0.5)} ${n(sway * 0.6)} ${n(l)}`, deep(c, 0.15), 3, 0.85) +
      many(l / 24, (j) => {
        const t = j / (l / 24);
        return at(
          sx + sway * (1.4 * t * (1 - t) + 0.6 * t * t) + (j % 2 ? 5 : -5),
          y + l * t,
          1,
          ell(0, 10, 4.5, 15, j % 3 ? c : pale(c, 0.2)),
          j % 2 ? -24 : 24,
        );
      })
    );
  });

/** A blossoming branch along some points. */
export const branch = (r: Rng, pts: readonly Pt[], c: string, bloom: string, count = 26, size = 15): string =>
  stroke(curve(pts), c, 13) +
  many(pts.length - 1, (i) => {
    const [x, y] = pick(pts, i + 1);
    return stroke(
      `M${n(x)} ${n(y)}q${n(between(r, -30, 40))} ${n(between(r, -60, -20))} ${n(between(r, 30, 90))} ${n(between(r, -80, 50))}`,
      c,
      6,
    );
  }) +
  many(count, (i) => {
    const [x, y] = pick(pts, i);
    return at(
      x + between(r, -80, 90),
      y + between(r, -70, 70),
      between(r, 0.6, 1.2),
      i % 4 ? flower(size, i % 2 ? bloom : pale(bloom, 0.4), '#E9A83A') : dot(0, 0, size * 0.5, deep(bloom, 0.15)),
    );
  });

export const bamboo = (x: number, h: number, c: string, y = 0, w = 20): string =>
  many(
    Math.ceil(h / 130),
    (i) =>
      rect(x - w / 2, y - (i + 1) * 130 + 4, w, 124, i % 2 ? c : pale(c, 0.08), 5) +
      rect(x + w * 0.1, y - (i + 1) * 130 + 4, w * 0.4, 124, deep(c, 0.3), 5, 0.5),
  ) +
  many(h / 110, (i) =>
    at(
      x,
      y - 140 - i * 110,
      1,
      many(3, (j) => at(i % 2 ? 14 : -14, 0, 1, leaf(74, 10, pale(c, 0.1)), (i % 2 ? 60 : -60) + j * 26 - 20)),
    ),
  );

export const lotusLeaf = (rx: number, ry: number, c: string): string =>
  path(`M0 0L${n(rx * 0.9)} ${n(-ry * 0.42)}A${n(rx)} ${n(ry)} 0 1 0 ${n(rx)} ${n(ry * 0.1)}Z`, c) +
  ell(-rx * 0.1, -ry * 0.16, rx * 0.7, ry * 0.62, pale(c, 0.14), 0.55) +
  stroke(
    many(8, (i) => `M0 0L${n(-Math.cos(0.5 + i * 0.62) * rx * 0.84)} ${n(Math.sin(0.5 + i * 0.62) * ry * 0.84)}`),
    pale(c, 0.4),
    3,
    0.5,
  );
export const lotus = (k: number, c: string): string =>
  at(
    0,
    0,
    k,
    at(0, 0, 1, leaf(110, 40, deep(c, 0.1)), -62) +
      at(0, 0, 1, leaf(110, 40, deep(c, 0.1)), 62) +
      at(0, 0, 1, leaf(128, 44, c), -36) +
      at(0, 0, 1, leaf(128, 44, c), 36) +
      at(0, 4, 1, leaf(138, 46, pale(c, 0.3))) +
      at(0, 10, 0.8, leaf(96, 38, pale(c, 0.15)), -74) +
      at(0, 10, 0.8, leaf(96, 38, pale(c, 0.15)), 74) +
      at(0, 14, 0.75, leaf(100, 40, pale(c, 0.45)), -20) +
      at(0, 14, 0.75, leaf(100, 40, pale(c, 0.4)), 22),
  );
