import { roomOf } from '../palette.ts';
import { potted, sprig } from '../shapes-plants.ts';
import { backdrop, tableTop } from '../shapes-room.ts';
import { bowl, glass, lemonSlice, plate } from '../shapes-table.ts';
import { at, dot, many, n, pale, path, pick, rect, type Scene, specks, stroke } from '../svg.ts';
import { taco } from './cook-parts.ts';

export const tacos: Scene = (s) => {
  const p = roomOf(s, 'mustard', 'rose', 'powder', 'jade', 'blush');
  const ty = s.h * 0.48;
  const base = ty + (s.h - ty) * 0.62;
  const flags = many(7, (i) => {
    const [x, y] = [i * 170 - 10, 60 + Math.sin((i / 6) * 3.14) * 60];
    const c = pick([p.a, p.b, '#F2B63E', '#D65A86', p.leaf], i);
    return (
      path(`M${n(x)} ${n(y)}h140v120${many(5, () => 'l-14 22l-14 -22')}Z`, c) +
      many(4, (j) =>
        path(`M${n(x + 30 + (j % 2) * 80)} ${n(y + 34 + Math.floor(j / 2) * 46)}l16 14l-16 14l-16 -14Z`, p.wall),
      ) +
      dot(x + 70, y + 58, 18, p.wall)
    );
  });
  return (
    backdrop(s, p, 'light', ty) +
    stroke('M-20 60Q540 190 1100 60', p.ink, 4, 0.6) +
    flags +
    tableTop(s, p, ty, 'wood') +
    at(150, ty + 70 * s.u, s.u * 1.1, potted(s, p, 5, p.a)) +
    at(
      900,
      ty + 90 * s.u,
      s.u,
      glass(
        s,
        150,
        230,
        '#F0A87A',
        0.78,
        many(4, (i) => rect(-50 + i * 26, -170 + (i % 2) * 40, 36, 36, '#FFFFFF', 6, 0.4)),
      ) + at(60, -226, 0.7, lemonSlice(56)),
    ) +
    at(
      520,
      base + 20,
      s.u * 1.05,
      plate(430, p.b, pale(p.b, 0.5)) +
        at(-210, -40, 1.06, taco(s, -6)) +
        at(200, -50, 1.06, taco(s, 5)) +
        at(-6, -10, 1.14, taco(s, 0)),
    ) +
    at(
      920,
      s.h - 60 * s.u,
      s.u,
      bowl(s, 120, 74, {
        color: p.a,
        inside: '#4E6B34',
        fill: '#8DB255',
        food: specks(s.r, -70, -16, 140, 32, '#D8432E', 12, 8, 1),
      }),
    ) +
    at(
      150,
      s.h - 40 * s.u,
      s.u,
      at(0, -30, 1, lemonSlice(60).replaceAll('#F2C23E', '#5E9A46').replaceAll('#F7D65E', '#A9CF6E')) +
        at(110, -14, 0.8, lemonSlice(60).replaceAll('#F2C23E', '#5E9A46').replaceAll('#F7D65E', '#A9CF6E')),
    ) +
    at(360, s.h - 30, s.u, sprig(90, p.leaf, 3, 22), 70)
  );
};
