// The smallest vocabulary: SVG strings, colours and seeded chance.
export type Rng = () => number;
export type Pt = readonly [number, number];
export type Stop = readonly [offset: number, color: string, opacity?: number];

/** What one drawing is made on: its size, variant, chance and shared definitions. */
export interface Stage {
  readonly id: string;
  readonly w: number;
  readonly h: number;
  readonly v: number;
  /** Scale for things that stand on a table or a floor. */
  readonly u: number;
  readonly r: Rng;
  readonly seed: number;
  readonly defs: string[];
}
export type Scene = (s: Stage) => string;

export const hash = (text: string): number => {
  let h = 2166136261;
  for (const ch of text) h = Math.imul(h ^ (ch.codePointAt(0) ?? 0), 16777619) >>> 0;
  return (h ^ (h >>> 15)) >>> 0;
};

export const rng = (seed: number): Rng => {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[((index % list.length) + list.length) % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
export const between = (r: Rng, a: number, b: number): number => a + (b - a) * r();
export const many = (count: number, each: (i: number) => string): string =>
  Array.from({ length: Math.max(0, Math.round(count)) }, (_, i) => each(i)).join('');

export const n = (x: number): string => String(Math.round(x * 10) / 10);
const op = (o: number): string => (o < 1 ? ` opacity="${Math.round(o * 100) / 100}"` : '');

export const path = (d: string, fill: string, o = 1): string => `<path d="${d}" fill="${fill}"${op(o)}/>`;
export const rect = (x: number, y: number, w: number, h: number, fill: string, rx = 0, o = 1): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, w))}" height="${n(Math.max(0, h))}"${rx ? ` rx="${n(rx)}"` : ''} fill="${fill}"${op(o)}/>`;
export const ell = (cx: number, cy: number, rx: number, ry: number, fill: string, o = 1): string =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${op(o)}/>`;
export const dot = (cx: number, cy: number, radius: number, fill: string, o = 1): string =>
  `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(radius)}" fill="${fill}"${op(o)}/>`;
export const stroke = (d: string, color: string, width: number, o = 1): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${op(o)}/>`;
export const ring = (cx: number, cy: number, rx: number, ry: number, color: string, width: number, o = 1): string =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="none" stroke="${color}" stroke-width="${n(width)}"${op(o)}/>`;
export const line = (x1: number, y1: number, x2: number, y2: number, color: string, width: number, o = 1): string =>
  stroke(`M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`, color, width, o);
export const polyD = (pts: readonly Pt[]): string => `M${pts.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;
export const poly = (pts: readonly Pt[], fill: string, o = 1): string => path(polyD(pts), fill, o);

/** Puts a drawing somewhere else: moved, scaled, turned (degrees). */
export const at = (x: number, y: number, k: number, inner: string, turn = 0, flip = false): string =>
  `<g transform="translate(${n(x)} ${n(y)})${turn ? ` rotate(${n(turn)})` : ''} scale(${flip ? -Math.round(k * 1000) / 1000 : Math.round(k * 1000) / 1000} ${Math.round(k * 1000) / 1000})">${inner}</g>`;
export const soft = (o: number, inner: string): string => `<g opacity="${o}">${inner}</g>`;

/** A smooth line through points (Catmull–Rom as cubic curves). */
export const curve = (pts: readonly Pt[], closed = false): string => {
  const get = (i: number): Pt => (closed ? pick(pts, i) : pick(pts, Math.min(pts.length - 1, Math.max(0, i))));
  const first = get(0);
  let d = `M${n(first[0])} ${n(first[1])}`;
  const end = closed ? pts.length : pts.length - 1;
  for (let i = 0; i < end; i++) {
    const [a, b, c, e] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`;
  }
  return closed ? `${d}Z` : d;
};

/** An ellipse drawn by hand. */
export const blobD = (r: Rng, cx: number, cy: number, rx: number, ry: number, wobble = 0.07, count = 10): string => {
  const turn = r() * 6.28;
  return curve(
    Array.from({ length: count }, (_, i): Pt => {
      const a = turn + (i / count) * Math.PI * 2;
      const k = 1 + (r() * 2 - 1) * wobble;
      return [cx + Math.cos(a) * rx * k, cy + Math.sin(a) * ry * k];
    }),
    true,
  );
};
export const blob = (
  r: Rng,
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  fill: string,
  wobble = 0.07,
  o = 1,
): string => path(blobD(r, cx, cy, rx, ry, wobble), fill, o);

const define = (s: Stage, make: (id: string) => string): string => {
  const id = `d${s.defs.length}`;
  s.defs.push(make(id));
  return id;
};
const stopsOf = (stops: readonly Stop[]): string =>
  stops
    .map(
      ([at2, color, o]) =>
        `<stop offset="${at2}" stop-color="${color}"${o === undefined ? '' : ` stop-opacity="${o}"`}/>`,
    )
    .join('');
/** A straight gradient, top to bottom unless told otherwise. */
export const fade = (s: Stage, stops: readonly Stop[], to: Pt = [0, 1], from: Pt = [0, 0]): string =>
  `url(#${define(s, (id) => `<linearGradient id="${id}" x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}">${stopsOf(stops)}</linearGradient>`)})`;
/** A round gradient, from a colour at its middle to nothing. */
export const halo = (s: Stage, color: string, o = 0.8): string =>
  `url(#${define(
    s,
    (id) =>
      `<radialGradient id="${id}">${stopsOf([
        [0, color, o],
        [0.45, color, o * 0.4],
        [1, color, 0],
      ])}</radialGradient>`,
  )})`;
export const clip = (s: Stage, d: string, inner: string): string =>
  `<g clip-path="url(#${define(s, (id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)})">${inner}</g>`;
export const ellD = (cx: number, cy: number, rx: number, ry: number): string =>
  `M${n(cx - rx)} ${n(cy)}A${n(rx)} ${n(ry)} 0 1 0 ${n(cx + rx)} ${n(cy)}A${n(rx)} ${n(ry)} 0 1 0 ${n(cx - rx)} ${n(cy)}Z`;
export const rectD = (x: number, y: number, w: number, h: number): string =>
  `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`;

const channels = (hex: string): [number, number, number] =>
  [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number];
export const mix = (a: string, b: string, t: number): string => {
  const x = channels(a);
  const y = channels(b);
  return `#${[0, 1, 2]
    .map((i) =>
      Math.round((x[i] ?? 0) * (1 - t) + (y[i] ?? 0) * t)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
};
export const pale = (c: string, t = 0.25): string => mix(c, '#FFF8EA', t);
export const deep = (c: string, t = 0.25): string => mix(c, '#2A1A2E', t);

/** Dry brush: short level strokes that break a flat field up. */
export const dabs = (
  r: Rng,
  x: number,
  y: number,
  w: number,
  h: number,
  color: string,
  count: number,
  o = 0.14,
  length = 120,
): string => {
  const groups = [3, 6, 11].map((width) => {
    let d = '';
    for (let i = 0; i < count / 3; i++) {
      const l = length * (0.3 + r());
      const px = x + r() * w - l / 2;
      const py = y + r() * h;
      d += `M${n(px)} ${n(py)}q${n(l / 2)} ${n((r() - 0.5) * 12)} ${n(l)} ${n((r() - 0.5) * 8)}`;
    }
    return stroke(d, color, width, o);
  });
  return groups.join('');
};
export const specks = (
  r: Rng,
  x: number,
  y: number,
  w: number,
  h: number,
  color: string,
  count: number,
  size = 4,
  o = 0.6,
): string =>
  `<g fill="${color}"${op(o)}>${many(count, () => `<circle cx="${n(x + r() * w)}" cy="${n(y + r() * h)}" r="${n(size * (0.35 + r()))}"/>`)}</g>`;
