import { lightRooms, roomOf } from '../palette.ts';
import { leaf, potted } from '../shapes-plants.ts';
import { interior, shadow } from '../shapes-room.ts';
import { glass, lemonSlice, plate, tangerine } from '../shapes-table.ts';
import { at, blob, dot, ell, many, path, type Scene, specks, stroke } from '../svg.ts';
import { melon } from './cook-parts.ts';

export const fruit: Scene = (s) => {
  const p = roomOf(s, ...lightRooms.filter((x) => x !== 'cream'));
  const t = interior(s, p, ['light', 'arch', 'window'], ['cloth', 'gingham', 'round']);
  const grapes =
    many(18, (i) => {
      const row = Math.floor((Math.sqrt(8 * i + 1) - 1) / 2);
      const x = (i - (row * (row + 1)) / 2 - row / 2) * 46;
      return at(x, 60 - row * 36, 1, dot(0, 0, 27, i % 3 ? '#6B4A8A' : '#8A63A8') + ell(-8, -10, 8, 6, '#E3D3F0', 0.8));
    }) +
    stroke('M0 -150Q10 -180 -10 -200', '#6B4A30', 8) +
    at(10, -160, 1, leaf(80, 36, p.leaf), 70);
  const peach =
    shadow(80, 18) +
    blob(s.r, 0, -74, 84, 78, '#F6B08A', 0.03) +
    path('M20 -150C80 -130 100 -60 60 -14C40 -60 30 -110 20 -150Z', '#E0604C', 0.6) +
    stroke('M10 -146Q-16 -90 4 -20', '#D9806A', 6, 0.7) +
    at(6, -148, 1, leaf(70, 22, p.leaf2), 70);
  return (
    t.back +
    at(900, t.ty + 90 * s.u, s.u, glass(s, 140, 220, '#F2A93E', 0.78)) +
    at(170, t.ty + 90 * s.u, s.u * 0.9, potted(s, p, 3, p.b)) +
    at(
      530,
      t.base + 30,
      s.u * 1.04,
      plate(420, p.cloth, p.a) +
        at(-200, -40, 1.15, melon(), -14) +
        at(230, -56, 1, tangerine(78)) +
        at(60, -70, 1.15, peach) +
        at(250, -20, 1, tangerine(64, '#E8742E')) +
        at(-20, -60, 1.08, grapes) +
        at(-210, -10, 1, melon(), 8) +
        many(4, (i) =>
          at(
            90 + i * 44,
            -10 + (i % 2) * 12,
            0.9,
            path('M0 0C-40 -20 -30 -64 0 -64S40 -20 0 0Z', '#D8324A') +
              specks(s.r, -18, -52, 36, 40, '#FBE3A0', 7, 3, 1) +
              at(0, -60, 1, leaf(24, 10, '#4E8A3A'), 50) +
              at(0, -60, 1, leaf(24, 10, '#4E8A3A'), -50),
          ),
        ),
    ) +
    at(160, s.h - 50 * s.u, s.u, at(0, -26, 1, lemonSlice(60))) +
    at(900, s.h - 40 * s.u, s.u, tangerine(62))
  );
};
