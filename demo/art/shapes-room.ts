import { INK, type Room } from './palette.ts';
import { potted } from './shapes-plants.ts';
import { arch, windowAt } from './shapes-window.ts';
import {
  at,
  between,
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
  type Pt,
  pale,
  path,
  pick,
  poly,
  rect,
  type Stage,
  stroke,
} from './svg.ts';

// Rooms: walls, windows, light, shelves, tables, lanterns, steam and shadows.

export type Backdrop = 'window' | 'light' | 'shelf' | 'tiles' | 'arch' | 'nightwindow' | 'noren' | 'plain';

export type Table = 'wood' | 'cloth' | 'gingham' | 'round';

/** What a thing leaves on the table: light comes from the upper left. */
export const shadow = (rx: number, ry = rx * 0.2, o = 0.24, x = rx * 0.16): string =>
  ell(x, 0, rx * 1.12, ry, '#2A1420', o * 0.55) + ell(x * 0.5, -ry * 0.1, rx * 0.95, ry * 0.7, '#2A1420', o);

export const steam = (s: Stage, x: number, y: number, k = 1, count = 3, color = '#FFFDF5'): string => {
  const fill = fade(s, [
    [0, color, 0],
    [0.35, color, 0.6],
    [1, color, 0.1],
  ]);
  return many(count, (i) => {
    const dx = (i - (count - 1) / 2) * 92;
    const h = 210 + ((i * 53) % 90);
    const f = i % 2 ? -1 : 1;
    return at(
      x + dx * k,
      y,
      k,
      path(
        `M-9 0C${-64 * f} ${n(-h * 0.3)} ${46 * f} ${n(-h * 0.55)} ${-14 * f} ${-h}C${92 * f} ${n(-h * 0.62)} ${-26 * f} ${n(-h * 0.34)} 14 0Z`,
        fill,
      ),
    );
  });
};

export const wall = (s: Stage, p: Room, h = s.h): string =>
  rect(
    0,
    0,
    s.w,
    h,
    fade(
      s,
      [
        [0, p.wall],
        [1, mix(p.wall, p.wall2, 0.55)],
      ],
      [0.9, 1],
    ),
  ) +
  many(7, () =>
    blob(
      s.r,
      s.r() * s.w,
      s.r() * h,
      between(s.r, 120, 320),
      between(s.r, 60, 160),
      s.r() > 0.5 ? p.wall2 : p.light,
      0.2,
      0.13,
    ),
  ) +
  dabs(s.r, 0, 0, s.w, h, p.wall2, 26, 0.16, 200) +
  dabs(s.r, 0, 0, s.w, h, p.light, 22, 0.16, 200);

/** Slanted window light falling on a wall. */
export const wallLight = (p: Room, x: number, y: number, k = 1): string => {
  const pane = (dx: number, dy: number): string =>
    poly(
      [
        [dx, dy],
        [dx + 150, dy + 34],
        [dx + 110, dy + 234],
        [dx - 40, dy + 200],
      ],
      p.light,
      p.night ? 0.32 : 0.75,
    );
  return at(x, y, k, pane(0, 0) + pane(168, 38) + pane(336, 76) + pane(-46, 220) + pane(122, 258) + pane(290, 296));
};

export const jar = (w: number, h: number, c: string, lid: string): string =>
  rect(-w / 2, -h, w, h, c, w * 0.16) +
  rect(w * 0.12, -h, w * 0.38, h, deep(c, 0.3), w * 0.14, 0.35) +
  rect(-w * 0.36, -h * 0.84, w * 0.1, h * 0.6, '#FFFFFF', 6, 0.35) +
  rect(-w * 0.42, -h - 16, w * 0.84, 24, lid, 7);

export const shelfAt = (s: Stage, p: Room, x: number, y: number, w: number): string => {
  const items = many(Math.floor(w / 92), (i) => {
    const px = x + 54 + i * 92;
    const kind = (i + s.seed + s.v) % 5;
    const c = pick([p.a, p.b, p.c, p.leaf, p.cloth], i * 2 + s.seed);
    if (kind === 0) return at(px, y, 0.52, potted(s, p, i, c));
    if (kind === 1)
      return many(3, (j) =>
        rect(
          px - 34 + j * 22,
          y - 96 + j * 9,
          20,
          96 - j * 9,
          mix(pick([p.a, p.b, p.c, p.cloth], i + j), p.wall2, 0.25),
          3,
        ),
      );
    return at(
      px,
      y,
      kind === 2 ? 0.9 : 1.1,
      jar(kind === 3 ? 62 : 74, kind === 4 ? 70 : 100, mix(c, p.wall2, 0.3), mix(p.table2, p.wall2, 0.2)),
    );
  });
  return (
    items +
    rect(x, y, w, 20, p.table, 3) +
    rect(x, y + 14, w, 10, p.table2, 3) +
    rect(x + 10, y + 24, w - 20, 16, '#2A1420', 3, 0.12)
  );
};

const tiles = (s: Stage, p: Room, h: number): string => {
  const c = mix(p.wall, p.b, 0.2);
  return (
    rect(0, 0, s.w, h, c) +
    many(Math.ceil(h / 92) * 10, (i) => {
      const row = Math.floor(i / 10);
      return rect(
        (i % 10) * 122 - (row % 2) * 61 + 3,
        row * 92 + 3,
        116,
        86,
        mix(c, (i * 7 + row * 3) % 11 < 2 ? p.b : p.light, ((i * 31) % 7) / 14),
        6,
      );
    }) +
    rect(
      0,
      0,
      s.w,
      h,
      fade(
        s,
        [
          [0, p.light, 0.35],
          [1, p.wall2, 0.3],
        ],
        [0.6, 1],
      ),
    )
  );
};

export const noren = (s: Stage, p: Room, h: number): string => {
  const c = mix(p.b, '#1E2A4A', 0.2);
  return (
    many(
      5,
      (i) =>
        path(
          `M${i * 216 + 6} -10H${i * 216 + 208}L${i * 216 + 204 - (i % 2) * 6} ${n(h + (i % 2) * 12)}Q${i * 216 + 106} ${n(h + 26)} ${i * 216 + 10} ${n(h + (i % 3) * 8)}Z`,
          i % 2 ? c : deep(c, 0.08),
        ) +
        stroke(
          `M${i * 216 + 62} 0Q${i * 216 + 74} ${n(h / 2)} ${i * 216 + 60} ${n(h * 0.9)}M${i * 216 + 156} 0Q${i * 216 + 150} ${n(h / 2)} ${i * 216 + 160} ${n(h * 0.86)}`,
          deep(c, 0.4),
          6,
          0.25,
        ) +
        (i % 2
          ? dot(i * 216 + 108, h * 0.55, 46, p.cloth, 0.92) + dot(i * 216 + 108, h * 0.55, 30, p.a)
          : stroke(
              `M${i * 216 + 60} ${n(h * 0.55)}q24 -34 48 0t48 0M${i * 216 + 60} ${n(h * 0.55 + 30)}q24 -34 48 0t48 0`,
              p.cloth,
              9,
              0.8,
            )),
    ) + rect(0, 0, s.w, 16, p.table2)
  );
};

export const bokeh = (s: Stage, y: number, h: number, count = 16): string =>
  many(count, () => {
    const [bx, by, br] = [s.r() * s.w, y + s.r() * h, between(s.r, 10, 46)];
    return dot(
      bx,
      by,
      br,
      pick(['#FFC65C', '#F08A5A', '#FFE3A0', '#7FC5B8'], Math.floor(s.r() * 4)),
      between(s.r, 0.12, 0.34),
    );
  });

export const backdrop = (s: Stage, p: Room, kind: Backdrop, ty: number): string => {
  const side = (s.seed + s.v) % 2;
  if (kind === 'tiles') return tiles(s, p, ty + 20) + shelfAt(s, p, side ? 420 : -20, Math.max(170, ty - 330), 680);
  const base = wall(s, p, ty + 40);
  if (kind === 'window' || kind === 'nightwindow')
    return base + windowAt(s, p, side ? 470 : 130, Math.min(110, ty * 0.16), 480, Math.max(230, ty * 0.72));
  if (kind === 'light') return base + wallLight(p, side ? 480 : 150, Math.max(20, ty * 0.2), Math.min(1.2, ty / 520));
  if (kind === 'shelf')
    return base + wallLight(p, 560, ty * 0.08, 0.9) + shelfAt(s, p, side ? 300 : -20, Math.max(180, ty * 0.52), 800);
  if (kind === 'arch') return base + arch(s, p, ty);
  if (kind === 'noren')
    return base + rect(0, 0, s.w, ty, '#24182A', 0, 0.3) + bokeh(s, 0, ty, 14) + noren(s, p, Math.max(150, ty * 0.4));
  return base;
};

export const tableTop = (s: Stage, p: Room, ty: number, kind: Table): string => {
  const d = s.h - ty;
  if (kind === 'round') {
    return (
      rect(0, ty, s.w, d, p.wall2) +
      path(
        `M-60 ${n(s.h)}V${n(ty + d * 0.3)}C120 ${n(ty - 12)} 960 ${n(ty - 12)} 1140 ${n(ty + d * 0.3)}V${n(s.h)}Z`,
        fade(s, [
          [0, pale(p.table, 0.2)],
          [1, p.table],
        ]),
      ) +
      stroke(`M-60 ${n(ty + d * 0.3)}C120 ${n(ty - 12)} 960 ${n(ty - 12)} 1140 ${n(ty + d * 0.3)}`, p.table2, 12) +
      dabs(s.r, 0, ty + 90, s.w, d, p.table2, 26, 0.18, 260)
    );
  }
  if (kind === 'wood') {
    return (
      rect(
        0,
        ty,
        s.w,
        d,
        fade(s, [
          [0, pale(p.table, 0.18)],
          [1, p.table],
        ]),
      ) +
      rect(0, ty, s.w, 10, pale(p.table, 0.4), 0, 0.8) +
      many(4, (i) => line(0, ty + d * (0.16 + i * 0.23), s.w, ty + d * (0.15 + i * 0.235), p.table2, 3, 0.45)) +
      dabs(s.r, 0, ty + 14, s.w, d, p.table2, 40, 0.2, 260) +
      dabs(s.r, 0, ty + 14, s.w, d, pale(p.table, 0.5), 18, 0.2, 240)
    );
  }
  const cloth = rect(
    0,
    ty,
    s.w,
    d,
    fade(s, [
      [0, pale(p.cloth, 0.3)],
      [1, mix(p.cloth, p.table, 0.16)],
    ]),
  );
  if (kind === 'cloth')
    return (
      cloth +
      many(9, (i) =>
        stroke(
          `M${n(540 + (i - 4) * 150)} ${n(ty)}L${n(540 + (i - 4) * 290)} ${n(s.h)}`,
          mix(p.cloth, p.b, 0.45),
          i % 2 ? 3 : 10,
          0.35,
        ),
      ) +
      dabs(s.r, 0, ty, s.w, d, p.table, 20, 0.09, 220)
    );
  return (
    cloth +
    many(9, (i) =>
      poly(
        [
          [540 + (i - 4.2) * 130, ty],
          [540 + (i - 3.7) * 130, ty],
          [540 + (i - 3.7) * 270, s.h],
          [540 + (i - 4.2) * 270, s.h],
        ],
        p.a,
        0.3,
      ),
    ) +
    many(5, (i) => rect(0, ty + d * (0.04 + i * i * 0.045 + i * 0.03), s.w, d * (0.045 + i * 0.018), p.a, 0, 0.3))
  );
};

/** A room with a table in front; answers with the drawing and the table's far edge. */
export const interior = (
  s: Stage,
  p: Room,
  kinds: readonly Backdrop[],
  table: readonly Table[],
  edge = 0.55,
): { back: string; ty: number; base: number } => {
  const ty = s.h * edge;
  const index = s.seed + s.v;
  return {
    back: backdrop(s, p, pick(kinds, index), ty) + tableTop(s, p, ty, pick(table, index >> 1)),
    ty,
    base: ty + (s.h - ty) * 0.66,
  };
};

export const lantern = (s: Stage, x: number, y: number, k: number, color = '#D8432E', cord = 300): string =>
  at(
    x,
    y,
    k,
    line(0, -cord, 0, -88, '#5A2A20', 4) +
      dot(0, 0, 210, halo(s, '#FFB45A', 0.5)) +
      ell(0, 0, 92, 78, color) +
      ell(-4, 0, 62, 78, pale(color, 0.16)) +
      ell(-8, 0, 28, 78, '#FFC873', 0.75) +
      stroke('M-40 -70Q-72 0 -40 70M40 -70Q72 0 40 70', deep(color, 0.3), 3, 0.6) +
      rect(-38, -92, 76, 20, '#E9B04A', 5) +
      rect(-38, 72, 76, 20, '#E9B04A', 5) +
      many(5, (i) => line(-20 + i * 10, 92, -22 + i * 11, 158, '#E9B04A', 5)),
  );

export const lamp = (s: Stage, color: string, metal = INK): string =>
  poly(
    [
      [-30, -360],
      [190, -360],
      [520, 30],
      [-180, 30],
    ] as Pt[],
    fade(s, [
      [0, '#FFE9A8', 0.6],
      [1, '#FFE9A8', 0],
    ]),
  ) +
  ell(-120, -8, 100, 22, deep(metal, 0.1)) +
  ell(-120, -16, 100, 22, metal) +
  stroke('M-120 -20L-190 -250L20 -420', metal, 15) +
  dot(-190, -250, 17, color) +
  at(
    60,
    -412,
    1,
    path('M-62 40C-70 -30 -30 -74 26 -70C80 -66 116 -20 118 40Z', color) +
      path('M40 -70C90 -60 116 -20 118 40H70C80 0 70 -40 40 -70Z', deep(color, 0.3), 0.6) +
      ell(28, 40, 90, 18, '#FFF1BE'),
    14,
  );
