import type { Room } from './palette.ts';
import {
  blob,
  clip,
  deep,
  dot,
  ell,
  fade,
  halo,
  many,
  mix,
  n,
  pale,
  path,
  poly,
  rect,
  rectD,
  type Stage,
  soft,
  specks,
  stroke,
} from './svg.ts';

const outside = (s: Stage, p: Room, x: number, y: number, w: number, h: number): string => {
  const night = p.night;
  const top = night ? '#18223F' : mix('#8FC3D2', p.wall, 0.2);
  const low = night ? '#4A5A86' : mix('#FBF0DA', p.light, 0.4);
  const hill = (k: number, color: string): string =>
    path(
      `M${n(x)} ${n(y + h * k)}C${n(x + w * 0.25)} ${n(y + h * (k - 0.16))} ${n(x + w * 0.42)} ${n(y + h * (k + 0.04))} ${n(x + w * 0.62)} ${n(y + h * (k - 0.05))}S${n(x + w)} ${n(y + h * (k - 0.13))} ${n(x + w)} ${n(y + h * (k - 0.02))}V${n(y + h)}H${n(x)}Z`,
      color,
    );
  const roofs = many(7, (i) => {
    const bx = x + (i / 7) * w;
    const bh = h * (0.16 + ((i * 37 + s.seed) % 17) / 90);
    const c = night ? mix('#1B2647', '#2D3A63', (i % 3) / 2) : mix(p.wall2, i % 2 ? '#C98A66' : '#9FB4AE', 0.55);
    const lit = night ? '#FFD27A' : '#FFF6DE';
    return (
      rect(bx, y + h - bh, w / 7 + 2, bh, c) +
      many(4, (j) =>
        rect(
          bx + (w / 7) * (0.2 + (j % 2) * 0.4),
          y + h - bh + 18 + Math.floor(j / 2) * 40,
          (w / 7) * 0.22,
          20,
          lit,
          2,
          (i + j) % 3 ? 0.85 : 0.2,
        ),
      )
    );
  });
  const orb =
    dot(x + w * 0.72, y + h * 0.25, w * 0.085, night ? '#FBF0CE' : '#FFF8DF') +
    dot(x + w * 0.72, y + h * 0.25, w * 0.2, halo(s, '#FFF3CC', 0.5));
  const cloud = night
    ? specks(s.r, x, y, w, h * 0.5, '#FFF6D8', 22, 2.5, 0.8)
    : soft(
        0.8,
        ell(x + w * 0.28, y + h * 0.24, w * 0.17, h * 0.035, '#FFFDF5') +
          ell(x + w * 0.38, y + h * 0.21, w * 0.1, h * 0.035, '#FFFDF5') +
          ell(x + w * 0.8, y + h * 0.42, w * 0.14, h * 0.025, '#FFFDF5'),
      );
  return clip(
    s,
    rectD(x, y, w, h),
    rect(
      x,
      y,
      w,
      h,
      fade(s, [
        [0, top],
        [1, low],
      ]),
    ) +
      orb +
      cloud +
      hill(0.66, mix(night ? '#2B3760' : p.leaf, low, night ? 0.1 : 0.5)) +
      hill(0.8, mix(night ? '#202B4F' : p.leaf2, low, night ? 0 : 0.3)) +
      roofs,
  );
};

export const windowAt = (
  s: Stage,
  p: Room,
  x: number,
  y: number,
  w: number,
  h: number,
  opts: { curtain?: boolean; view?: string; bars?: number } = {},
): string => {
  const frame = p.night ? mix(p.table, p.wall, 0.35) : mix(p.cloth, p.wall2, 0.12);
  const bars = opts.bars ?? 1;
  const side = deep(frame, 0.18);
  const curtain = (cx: number, dir: number): string => {
    const c = mix(p.cloth, p.a, 0.12 + (s.seed % 3) * 0.1);
    const w2 = w * 0.2 * dir;
    return (
      path(
        `M${n(cx)} ${n(y - 50)}h${n(w2)}C${n(cx + w2 * 1.1)} ${n(y + h * 0.4)} ${n(cx + w2 * 0.5)} ${n(y + h * 0.6)} ${n(cx + w2 * 0.75)} ${n(y + h + 60)}H${n(cx - w2 * 0.25)}Z`,
        c,
      ) +
      many(3, (i) =>
        stroke(
          `M${n(cx + w2 * (0.2 + i * 0.26))} ${n(y - 45)}C${n(cx + w2 * (0.25 + i * 0.25))} ${n(y + h * 0.4)} ${n(cx + w2 * (0.02 + i * 0.16))} ${n(y + h * 0.6)} ${n(cx + w2 * (0.08 + i * 0.2))} ${n(y + h + 50)}`,
          deep(c, 0.2),
          7,
          0.35,
        ),
      )
    );
  };
  return (
    rect(x - 26, y - 26, w + 52, h + 52, side) +
    rect(x - 26, y - 26, w + 44, h + 44, frame) +
    (opts.view ?? outside(s, p, x, y, w, h)) +
    many(bars, (i) => rect(x + (w * (i + 1)) / (bars + 1) - 9, y, 18, h, frame)) +
    rect(x, y + h * 0.36, w, 16, frame) +
    poly(
      [
        [x + w * 0.08, y],
        [x + w * 0.22, y],
        [x + w * 0.02, y + h],
        [x, y + h],
        [x, y + h * 0.45],
      ],
      '#FFFFFF',
      0.14,
    ) +
    rect(x - 46, y + h + 18, w + 92, 26, pale(frame, 0.2), 4) +
    rect(x - 40, y + h + 42, w + 80, 10, side, 3) +
    ((opts.curtain ?? true)
      ? rect(x - 90, y - 62, w + 180, 14, p.table2, 7) + curtain(x - 62, 1) + curtain(x + w + 62, -1)
      : '')
  );
};

export const arch = (s: Stage, p: Room, ty: number): string => {
  const top = Math.max(60, ty - 620);
  const d = `M250 ${n(ty + 10)}V${n(top + 290)}A290 290 0 0 1 830 ${n(top + 290)}V${n(ty + 10)}Z`;
  return (
    path(
      d,
      fade(s, [
        [0, mix(p.b, p.wall, 0.35)],
        [1, mix(p.c, p.wall, 0.5)],
      ]),
    ) +
    clip(
      s,
      d,
      dot(660, top + 210, 84, p.light, 0.85) +
        blob(s.r, 380, ty - 40, 260, 130, mix(p.leaf, p.wall, 0.2)) +
        blob(s.r, 720, ty - 10, 240, 110, mix(p.leaf2, p.wall, 0.2)),
    ) +
    stroke(`M250 ${n(ty)}V${n(top + 290)}A290 290 0 0 1 830 ${n(top + 290)}V${n(ty)}`, p.light, 16)
  );
};
