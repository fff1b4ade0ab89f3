import { roomOf } from '../palette.ts';
import { backdrop, bokeh, lantern, steam, tableTop } from '../shapes-room.ts';
import { bowl, chopsticks, cup, leaves, plate, scallions } from '../shapes-table.ts';
import { at, between, clip, dot, ell, ellD, halo, many, path, rect, ring, type Scene, stroke } from '../svg.ts';
import { greens } from './food-parts.ts';

export const hotpot: Scene = (s) => {
  const p = roomOf(s, 'indigo', 'rose', 'jade', 'mustard');
  const ty = s.h * 0.42;
  const cy = ty + (s.h - ty) * 0.56;
  const k = Math.min(1.15, s.h / 900) * 0.98;
  const R = 360;
  const bubbles = (c: string): string =>
    many(26, () => dot(between(s.r, -R, R), between(s.r, -130, 110), between(s.r, 5, 15), c, 0.5));
  const red = `M0 -126C-90 -60 90 60 0 126A${R * 0.92} 126 0 0 1 0 -126Z`;
  const pot =
    ell(30, 120, R * 1.16, 150, '#2A1420', 0.3) +
    path(`M${-R} 0V86C${-R} 250 ${R} 250 ${R} 86V0Z`, '#8E9298') +
    path(`M120 0V196Q${R} 180 ${R} 86V0Z`, '#4A4A55', 0.5) +
    rect(-R - 60, -6, 90, 34, '#6E727A', 16) +
    rect(R - 30, -6, 90, 34, '#565A63', 16) +
    ell(0, 0, R, 146, '#D9DCDB') +
    ell(0, 4, R * 0.94, 132, '#5A4038') +
    clip(
      s,
      ellD(0, 6, R * 0.92, 126),
      rect(-R, -140, R * 2, 280, '#F3E2BC') +
        path(red, '#C8301F') +
        bubbles('#FFE3B0') +
        stroke('M0 -130C-90 -60 90 60 0 132', '#C9CDCC', 16) +
        many(9, (i) =>
          at(between(s.r, -300, -60), between(s.r, -80, 80), 1, path('M0 0Q26 -20 52 2Q26 10 0 0Z', '#8E1A14'), i * 40),
        ) +
        at(190, -20, 0.85, greens()) +
        at(240, 50, 1, dot(0, 0, 30, '#F7EED8') + dot(0, 0, 12, '#E5C99A')) +
        at(130, 60, 1, dot(0, 0, 26, '#F2B08A')) +
        at(
          -200,
          40,
          1,
          path('M-50 0C-30 -40 40 -30 54 4C20 24 -20 22 -50 0Z', '#E9A08E') +
            stroke('M-30 -4C-10 -16 20 -14 36 0', '#FBE3D6', 7),
        ) +
        scallions(s.r, 260, 80, 14),
    );
  const meat = many(7, (i) =>
    at(
      -90 + (i % 4) * 58,
      -26 + Math.floor(i / 4) * 34,
      1,
      ell(0, 0, 36, 24, '#D9604F') + ring(0, 0, 22, 14, '#FBE3D6', 7) + dot(0, 0, 6, '#B33A30'),
    ),
  );
  const lanterns =
    s.h > 900
      ? lantern(s, 160, ty * 0.36, 0.86, p.a) +
        lantern(s, 540, ty * 0.24, 0.7, p.a) +
        lantern(s, 920, ty * 0.38, 0.9, p.a)
      : lantern(s, 180, 120, 0.7, p.a) + lantern(s, 900, 110, 0.7, p.a);
  return (
    backdrop(s, p, 'nightwindow', ty) +
    rect(0, 0, s.w, ty, '#2A1420', 0, 0.22) +
    bokeh(s, 0, ty, 12) +
    lanterns +
    tableTop(s, p, ty, 'wood') +
    dot(540, cy, 620, halo(s, '#FFC36A', 0.4)) +
    at(150, ty + 100 * k, k * 0.95, plate(180, p.cloth, p.a) + at(0, -24, 1, meat)) +
    at(
      935,
      ty + 95 * k,
      k * 0.95,
      plate(170, p.cloth, p.b) + at(0, -36, 1, leaves(s.r, 110, 30, 12, ['#5E9B52', '#84B866', '#3F7D4C'], 54)),
    ) +
    at(540, cy - 20, k, pot) +
    steam(s, 540, cy - 70 * k, k * 1.2, 4) +
    at(
      110,
      s.h - 40,
      k,
      bowl(s, 130, 90, { color: p.b, inside: '#6B3B22', fill: '#B5763A', food: scallions(s.r, 80, 20, 10) }),
    ) +
    at(0, 0, 1, chopsticks(740, s.h - 50 * k, -20, '#5A2A20', 420 * k)) +
    at(985, s.h - 120 * k, k, cup(110, 120, p.cloth, p.c, false))
  );
};
