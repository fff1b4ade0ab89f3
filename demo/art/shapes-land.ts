// Outdoors: skies, suns, clouds, hills, water, mountains, roofs, boats, birds, weather.
import type { Sky } from './palette.ts';
import {
  at,
  between,
  blob,
  curve,
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
  type Pt,
  pale,
  path,
  pick,
  rect,
  type Stage,
  specks,
  stroke,
} from './svg.ts';

export const skyAt = (s: Stage, k: Sky, h: number): string =>
  rect(
    0,
    0,
    s.w,
    h,
    fade(s, [
      [0, k.top],
      [0.55, k.mid],
      [1, k.low],
    ]),
  ) +
  dabs(s.r, 0, 0, s.w, h * 0.9, k.cloud, 30, 0.1, 300) +
  (k.night ? specks(s.r, 0, 0, s.w, h * 0.7, '#FFF6D8', 60, 3, 0.8) : '');
export const sunAt = (s: Stage, k: Sky, x: number, y: number, r: number): string =>
  dot(x, y, r * 3.6, halo(s, k.sun, 0.75)) +
  dot(x, y, r, k.sun) +
  (k.night
    ? ell(x - r * 0.2, y - r * 0.1, r * 0.24, r * 0.18, '#E3D3A0', 0.8) +
      ell(x + r * 0.34, y + r * 0.3, r * 0.16, r * 0.12, '#E3D3A0', 0.8)
    : '');
export const cloud = (s: Stage, x: number, y: number, w: number, c: string, o = 0.85): string =>
  `<g opacity="${o}">${ell(x, y, w * 0.5, w * 0.075, c)}${blob(s.r, x - w * 0.12, y - w * 0.06, w * 0.2, w * 0.11, c, 0.08)}${blob(s.r, x + w * 0.12, y - w * 0.05, w * 0.22, w * 0.085, c, 0.08)}${blob(s.r, x + w * 0.02, y - w * 0.1, w * 0.14, w * 0.1, c, 0.08)}</g>`;
export const clouds = (s: Stage, k: Sky, count: number, h: number): string =>
  many(count, (i) =>
    cloud(
      s,
      ((i + 0.5) / count) * s.w + between(s.r, -120, 120),
      between(s.r, h * 0.12, h * 0.85),
      between(s.r, 200, 420),
      k.cloud,
      k.night ? 0.4 : 0.85,
    ),
  );

/** A rolling ridge; everything below it is filled. */
export const hills = (s: Stage, y: number, amp: number, c: string, count = 5): string => {
  const pts = Array.from(
    { length: count + 3 },
    (_, i): Pt => [((i - 1) / count) * s.w, y - (0.15 + s.r() * 0.85) * amp],
  );
  const d = `${curve(pts)}L${s.w + 300} ${n(s.h)}L-300 ${n(s.h)}Z`;
  return path(
    d,
    fade(s, [
      [0, c],
      [0.5, pale(c, 0.18)],
    ]),
  );
};
/** A jagged range with lit and shaded faces, and snow if asked. */
export const peaks = (y: number, tops: readonly Pt[], c: string, snow = '', spread = 0.8): string =>
  many(tops.length, (i) => {
    const [x, top] = pick(tops, i);
    const h = y - top;
    const w = h * spread;
    const foot = (k: number): string => `${n(x + k * w)} ${n(y + 4)}`;
    const side = `M${n(x)} ${n(top)}L${n(x + w * 0.22)} ${n(top + h * 0.3)}L${n(x + w * 0.46)} ${n(top + h * 0.42)}L${foot(1)}H${n(x + w * 0.1)}L${n(x - w * 0.06)} ${n(top + h * 0.5)}L${n(x + w * 0.07)} ${n(top + h * 0.26)}Z`;
    return (
      path(
        `M${n(x)} ${n(top)}L${n(x - w * 0.2)} ${n(top + h * 0.25)}L${n(x - w * 0.4)} ${n(top + h * 0.46)}L${foot(-1)}H${n(x + w)}L${n(x + w * 0.46)} ${n(top + h * 0.42)}L${n(x + w * 0.22)} ${n(top + h * 0.3)}Z`,
        pale(c, 0.12),
      ) +
      path(side, deep(c, 0.28), 0.8) +
      (snow
        ? path(
            `M${n(x)} ${n(top)}L${n(x - w * 0.2)} ${n(top + h * 0.25)}L${n(x - w * 0.25)} ${n(top + h * 0.32)}L${n(x - w * 0.13)} ${n(top + h * 0.28)}L${n(x - w * 0.05)} ${n(top + h * 0.38)}L${n(x + w * 0.04)} ${n(top + h * 0.28)}L${n(x + w * 0.13)} ${n(top + h * 0.36)}L${n(x + w * 0.22)} ${n(top + h * 0.3)}Z`,
            snow,
          ) +
          path(
            `M${n(x)} ${n(top)}L${n(x + w * 0.22)} ${n(top + h * 0.3)}L${n(x + w * 0.13)} ${n(top + h * 0.36)}L${n(x + w * 0.05)} ${n(top + h * 0.27)}Z`,
            deep(snow, 0.3),
            0.45,
          )
        : '')
    );
  });

export const water = (s: Stage, k: Sky, y: number, h: number, glintX = 540): string =>
  rect(
    0,
    y,
    s.w,
    h,
    fade(s, [
      [0, mix(k.water, k.low, 0.45)],
      [1, k.water],
    ]),
  ) +
  dabs(s.r, 0, y + 8, s.w, h, deep(k.water, 0.3), h / 9, 0.24, 200) +
  dabs(s.r, 0, y + 8, s.w, h, k.glint, h / 12, 0.35, 160) +
  many(22, (i) => {
    const t = (i + 1) / 22;
    const w = 26 + t * 130 * s.r() + 20;
    return ell(glintX + (s.r() - 0.5) * 150 * t, y + 8 + t * h * 0.85, w, 2 + t * 4, k.glint, 0.7);
  });
export const birds = (x: number, y: number, c: string, k = 1): string =>
  at(
    x,
    y,
    k,
    many(5, (i) =>
      stroke(`M${(i % 3) * 74} ${(i % 2) * 34 + Math.floor(i / 3) * 40}q14 -18 24 0q10 -18 26 -2`, c, 5, 0.8),
    ),
  );
export const snowfall = (s: Stage, count = 90): string =>
  specks(s.r, 0, 0, s.w, s.h, '#FFFFFF', count, 6, 0.9) + specks(s.r, 0, 0, s.w, s.h, '#FFFFFF', count / 3, 11, 0.55);
export const rainfall = (s: Stage, count = 120): string =>
  stroke(
    many(count, () => {
      const l = between(s.r, 30, 70);
      return `M${n(s.r() * s.w * 1.1)} ${n(s.r() * s.h)}l${n(-l * 0.2)} ${n(l)}`;
    }),
    '#F2F8F5',
    3,
    0.5,
  );

/** A block of houses as a far silhouette with lit windows. */
export const blocks = (s: Stage, y: number, c: string, lit: string, max: number, count = 12, glow = 0.7): string =>
  many(count, (i) => {
    const w = s.w / count;
    const h = max * (0.35 + s.r() * 0.65);
    return (
      rect(i * w - 2, y - h, w + 4, h + 20, mix(c, deep(c), s.r() * 0.6)) +
      many(Math.floor(h / 44), (j) =>
        many(3, (q) =>
          s.r() > 0.5
            ? rect(i * w + 10 + q * ((w - 20) / 3), y - h + 16 + j * 44, (w - 20) / 3 - 8, 22, lit, 2, glow)
            : '',
        ),
      )
    );
  });

/** A hall with an upturned roof; w wide, standing on (0,0). */
export const pavilion = (w: number, roof: string, wallC: string, post: string, lit = '', tiers = 1): string =>
  many(tiers, (t) => {
    const q = w * (1 - t * 0.24);
    const y = -t * w * 0.5;
    const top = y - w * 0.34;
    return (
      rect(-q * 0.38, y - w * 0.3, q * 0.76, w * 0.3, wallC) +
      (lit ? many(3, (i) => rect(-q * 0.3 + i * q * 0.22, y - w * 0.24, q * 0.16, w * 0.18, lit, 3)) : '') +
      many(4, (i) => rect(-q * 0.38 + i * q * 0.245, y - w * 0.3, q * 0.03, w * 0.3, post)) +
      path(
        `M${n(-q * 0.64)} ${n(top + w * 0.02)}Q${n(-q * 0.46)} ${n(top + w * 0.06)} ${n(-q * 0.2)} ${n(top - w * 0.2)}H${n(q * 0.2)}Q${n(q * 0.46)} ${n(top + w * 0.06)} ${n(q * 0.64)} ${n(top + w * 0.02)}Q${n(q * 0.5)} ${n(top + w * 0.12)} ${n(q * 0.42)} ${n(top + w * 0.1)}H${n(-q * 0.42)}Q${n(-q * 0.5)} ${n(top + w * 0.12)} ${n(-q * 0.64)} ${n(top + w * 0.02)}Z`,
        roof,
      ) +
      path(
        `M${n(q * 0.04)} ${n(top - w * 0.2)}H${n(q * 0.2)}Q${n(q * 0.46)} ${n(top + w * 0.06)} ${n(q * 0.64)} ${n(top + w * 0.02)}Q${n(q * 0.5)} ${n(top + w * 0.12)} ${n(q * 0.42)} ${n(top + w * 0.1)}H${n(q * 0.14)}Z`,
        deep(roof, 0.4),
        0.4,
      ) +
      stroke(
        many(
          7,
          (i) =>
            `M${n(-q * 0.17 + i * q * 0.057)} ${n(top - w * 0.18)}Q${n(-q * 0.26 + i * q * 0.087)} ${n(top)} ${n(-q * 0.4 + i * q * 0.133)} ${n(top + w * 0.09)}`,
        ),
        deep(roof, 0.4),
        w * 0.009,
        0.5,
      ) +
      rect(-q * 0.22, top - w * 0.225, q * 0.44, w * 0.04, pale(roof, 0.15), 3)
    );
  });

export const boat = (c: string, cover = ''): string =>
  ell(10, 6, 120, 12, '#10202A', 0.25) +
  path('M-140 -34C-110 10 100 14 150 -40C110 -22 -90 -20 -140 -34Z', c) +
  path('M-100 -28C-40 -20 60 -20 110 -28C80 -8 -70 -8 -100 -28Z', deep(c, 0.4)) +
  (cover
    ? path('M-60 -26C-60 -90 60 -90 60 -26Z', cover) +
      stroke('M-34 -26C-34 -70 -10 -74 -6 -74M34 -26C34 -70 10 -74 6 -74', deep(cover, 0.3), 4)
    : '');
export const gableHouse = (w: number, h: number, c: string, roof: string, lit: string, snow = ''): string =>
  rect(-w / 2, -h, w, h, c) +
  rect(w * 0.15, -h, w * 0.35, h, deep(c, 0.35), 0, 0.25) +
  path(`M${n(-w * 0.62)} ${n(-h + 6)}L0 ${n(-h - w * 0.5)}L${n(w * 0.62)} ${n(-h + 6)}Z`, roof) +
  (snow
    ? path(
        `M${n(-w * 0.64)} ${n(-h + 8)}L0 ${n(-h - w * 0.56)}L${n(w * 0.64)} ${n(-h + 8)}Q${n(w * 0.4)} ${n(-h - w * 0.1)} ${n(w * 0.2)} ${n(-h - w * 0.2)}T${n(-w * 0.2)} ${n(-h - w * 0.2)}T${n(-w * 0.64)} ${n(-h + 8)}Z`,
        snow,
      )
    : '') +
  rect(-w * 0.3, -h * 0.74, w * 0.24, h * 0.3, lit, 3) +
  rect(w * 0.08, -h * 0.74, w * 0.24, h * 0.3, lit, 3) +
  stroke(
    `M${n(-w * 0.18)} ${n(-h * 0.74)}v${n(h * 0.3)}M${n(w * 0.2)} ${n(-h * 0.74)}v${n(h * 0.3)}`,
    deep(c, 0.5),
    w * 0.02,
  ) +
  rect(-w * 0.1, -h * 0.34, w * 0.2, h * 0.34, deep(roof, 0.2), 3) +
  line(w * 0.05, -h * 0.17, w * 0.05, -h * 0.15, lit, w * 0.03);
