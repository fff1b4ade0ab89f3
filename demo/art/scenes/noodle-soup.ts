import { roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { interior, steam } from '../shapes-room.ts';
import { bowl, chopsticks, egg, scallions, tangerine } from '../shapes-table.ts';
import { at, between, deep, ell, many, n, type Rng, type Scene, stroke } from '../svg.ts';
import { greens } from './food-parts.ts';

// Breakfasts, soups and shared tables.

const noodles = (r: Rng, rx: number, ry: number, c: string, count = 26): string =>
  many(count, (i) => {
    const y = between(r, -ry, ry);
    const w = Math.sqrt(Math.max(0, 1 - (y / ry) ** 2)) * rx;
    return stroke(
      `M${n(-w)} ${n(y)}C${n(-w * 0.4)} ${n(y - between(r, 10, 50))} ${n(w * 0.2)} ${n(y + between(r, 10, 46))} ${n(w)} ${n(y - between(r, -10, 16))}`,
      i % 3 ? c : deep(c, 0.14),
      8,
      0.95,
    );
  });

export const noodleSoup: Scene = (s) => {
  const p = roomOf(s, 'mustard', 'powder', 'cream', 'jade', 'rose');
  const t = interior(s, p, ['shelf', 'noren', 'window'], ['wood', 'cloth']);
  const lift = many(9, (i) =>
    stroke(
      `M${-38 + i * 9} -360C${-60 + i * 12} -250 ${-20 + i * 4} -140 ${-70 + i * 18} -10`,
      i % 2 ? '#F6DE9C' : '#E8C473',
      9,
    ),
  );
  const food =
    noodles(s.r, 270, 62, '#F4D78E') +
    at(-150, -6, 0.95, egg(66)) +
    at(170, 20, 1, greens(0.85)) +
    at(
      110,
      -50,
      1,
      ell(0, 0, 74, 28, '#B5653C') + ell(-4, -4, 56, 18, '#D98B5C') + stroke('M-40 -4Q0 -20 44 0', '#F6D3B0', 6),
    ) +
    scallions(s.r, 180, 50, 18);
  return (
    t.back +
    at(150, t.ty + 90 * s.u, s.u * 0.95, tangerine(56) + at(116, 16, 1, tangerine(50, '#E8742E'))) +
    at(930, t.ty + 80 * s.u, s.u, potted(s, p, 4, p.a)) +
    at(
      540,
      t.base + 40,
      s.u,
      bowl(s, 345, 260, { color: p.cloth, motif: 'lines', band: p.a, inside: '#D9B270', fill: '#DFA24A', food }),
    ) +
    at(580, t.base + 40 - 260 * s.u, s.u, lift + chopsticks(-70, -374, -16, '#7A3A26', 560)) +
    steam(s, 420, t.base - 270 * s.u, s.u, 2) +
    at(
      150,
      t.base + 90 * s.u,
      s.u,
      bowl(s, 110, 66, { color: p.b, inside: deep(p.b), fill: '#B8301E', food: scallions(s.r, 60, 12, 6, '#F3C04E') }),
    )
  );
};
