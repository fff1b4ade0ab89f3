import { roomOf } from '../palette.ts';
import { interior, jar, lantern, steam } from '../shapes-room.ts';
import { bowl, chopsticks, cup, egg, scallions } from '../shapes-table.ts';
import { at, blob, ell, line, many, path, type Scene, stroke } from '../svg.ts';

// Dishes from further along the street: ramen, kimchi, tacos, skewers, salads, fruit.

export const ramen: Scene = (s) => {
  const p = roomOf(s, 'indigo', 'rose', 'mustard', 'powder');
  const t = interior(s, p, ['noren'], ['wood', 'wood', 'round']);
  const food =
    path('M120 -110L250 -190L300 -60L190 -10Z', '#26382F') +
    line(150, -100, 240, -150, '#4A6354', 6) +
    many(8, (i) =>
      stroke(
        `M-250 ${-34 + i * 12}C-120 ${-80 + i * 14} 60 ${10 + i * 9} 230 ${-40 + i * 13}`,
        i % 2 ? '#F8E0A0' : '#EBC778',
        9,
      ),
    ) +
    at(-160, -20, 1.05, egg(70)) +
    at(-60, 44, 1, egg(62)) +
    many(2, (i) =>
      at(
        60 + i * 96,
        -30 + i * 44,
        1,
        blob(s.r, 0, 0, 88, 42, '#B8694A', 0.05) +
          blob(s.r, -4, -3, 72, 32, '#E0A27E', 0.05) +
          stroke('M-40 0C-20 -24 30 -22 36 2C20 18 -10 14 -6 2', '#B8694A', 7, 0.8),
      ),
    ) +
    at(
      -10,
      -60,
      1,
      ell(0, 0, 52, 26, '#FFFDF6') +
        many(8, (i) => ell(Math.cos(i * 0.785) * 48, Math.sin(i * 0.785) * 23, 10, 7, '#FFFDF6')) +
        stroke('M-20 4C-16 -14 20 -14 18 2C14 12 -6 10 -4 2', '#E5687A', 6),
    ) +
    scallions(s.r, 200, 52, 22);
  return (
    t.back +
    lantern(s, 110, t.ty * 0.62, s.u * 0.72, p.a, 500) +
    lantern(s, 970, t.ty * 0.56, s.u * 0.8, p.a, 500) +
    at(
      880,
      t.ty + 80 * s.u,
      s.u,
      jar(90, 120, '#6B2A1E', p.c) +
        at(-104, 14, 1, jar(74, 90, p.cloth, p.a)) +
        at(92, 20, 0.9, jar(80, 110, '#C98A3C', p.table2)),
    ) +
    at(
      530,
      t.base + 40,
      s.u,
      bowl(s, 360, 270, { color: p.a, motif: 'waves', band: '#FBE3C0', inside: '#5A2A20', fill: '#D9923E', food }),
    ) +
    steam(s, 480, t.base - 280 * s.u, s.u * 1.1, 3) +
    chopsticks(620, t.base + 130 * s.u, -10, '#3A2420', 430) +
    at(140, t.base + 60 * s.u, s.u, cup(120, 140, p.cloth, '#A8B45C', false))
  );
};
