import { roomOf } from '../palette.ts';
import { sprig } from '../shapes-plants.ts';
import { interior } from '../shapes-room.ts';
import { cup, vase } from '../shapes-table.ts';
import { at, clip, deep, dot, ell, line, many, n, pale, path, pick, rect, type Scene, stroke } from '../svg.ts';

// Hands and clothes: knitting, clay, paper, thread, paint, coats and shoes.

const ball = (r: number, c: string): string =>
  ell(8, 4, r, r * 0.2, '#2A1420', 0.22) +
  dot(0, -r, r, c) +
  many(5, (i) =>
    stroke(
      `M${n(-r * 0.9)} ${n(-r * (0.7 + i * 0.14))}Q${n(-r * 0.1)} ${n(-r * (1.3 + i * 0.2))} ${n(r * (0.5 + i * 0.08))} ${n(-r * (1.7 - i * 0.26))}`,
      pale(c, 0.4),
      r * 0.06,
      0.8,
    ),
  ) +
  many(3, (i) =>
    stroke(
      `M${n(-r * 0.6 + i * r * 0.3)} ${n(-r * 0.2)}Q${n(r * 0.1 + i * r * 0.2)} ${n(-r * 0.4)} ${n(r * 0.7)} ${n(-r * (0.5 + i * 0.2))}`,
      deep(c, 0.25),
      r * 0.06,
      0.7,
    ),
  ) +
  path(
    `M${n(r * 0.3)} ${n(-r * 1.95)}A${r} ${r} 0 0 1 0 0C${n(r * 0.7)} ${n(-r * 0.5)} ${n(r * 0.7)} ${n(-r * 1.4)} ${n(r * 0.3)} ${n(-r * 1.95)}Z`,
    deep(c, 0.4),
    0.22,
  );

export const knitting: Scene = (s) => {
  const p = roomOf(s, 'blush', 'sage', 'cream', 'lilac', 'mustard', 'powder');
  const t = interior(s, p, ['window', 'light', 'arch'], ['wood', 'round', 'cloth'], 0.5);
  const z = Math.min(1.15, s.h / 1100);
  const c = pick([p.a, p.b, '#C77A8A', p.c], s.v);
  const cloth =
    'M-240 -330H240C250 -200 236 -100 250 10C160 40 60 -6 -40 26C-120 46 -200 20 -250 30C-236 -90 -252 -200 -240 -330Z';
  const knit = clip(
    s,
    cloth,
    path(cloth, c) +
      many(20, (i) =>
        rect(-260, -330 + i * 36, 520, 18, i % 6 === 1 ? p.cloth : pale(c, 0.12), 0, i % 6 === 1 ? 0.9 : 0.4),
      ) +
      stroke(
        many(14, (row) => many(17, (i) => `M${-250 + i * 30} ${-326 + row * 26}l12 14l12 -14`)),
        deep(c, 0.3),
        4,
        0.45,
      ) +
      path('M120 -330H260V40H170Q100 -100 120 -330Z', deep(c, 0.4), 0.2),
  );
  const needle = (turn: number): string =>
    at(
      0,
      -330,
      1,
      line(-380, 10, 330, 18, '#2A1420', 16, 0.14) +
        rect(-380, -9, 700, 18, '#D9A55F', 9) +
        rect(-380, -9, 700, 6, '#F3D9A4', 3) +
        dot(-388, 0, 22, p.a),
      turn,
    );
  return (
    t.back +
    at(
      180,
      t.ty + 110,
      z,
      path('M-150 -150Q0 -100 150 -150L124 0H-124Z', '#B5793E') +
        at(-70, -120, 1, ball(64, p.c)) +
        at(64, -118, 1, ball(68, p.b)) +
        at(0, -160, 1, ball(58, p.cloth)) +
        path('M-150 -150Q0 -90 150 -150L124 0H-124Z', '#B5793E') +
        many(12, (i) =>
          rect(-124 + (i % 6) * 44, -96 + Math.floor(i / 6) * 46, 32, 32, i % 2 ? '#D9A05E' : '#9C6230', 10),
        ),
    ) +
    stroke(
      `M${n(540 + 250 * z)} ${n(t.base + 60)}C${n(900)} ${n(s.h - 40)} 620 ${n(s.h + 20)} 780 ${n(s.h - 90)}S1000 ${n(s.h - 40)} 920 ${n(s.h - 120)}`,
      c,
      9,
    ) +
    at(
      540,
      t.base + 70,
      z,
      `<g transform="translate(16 20)" opacity=".2">${path(cloth, '#2A1420')}</g>` +
        knit +
        needle(4) +
        needle(-7) +
        many(13, (i) => stroke(`M${-216 + i * 36} -344q18 -22 24 20`, pale(c, 0.2), 9)),
    ) +
    at(920, s.h - 50, z, ball(96, c)) +
    at(130, s.h - 40, z, cup(150, 150, p.cloth, '#C98A3C')) +
    at(
      930,
      t.ty + 90,
      1,
      vase(
        p.b,
        many(3, (i) => at(0, 0, 1, sprig(160, p.leaf, 4, 16), -24 + i * 24)),
      ),
    )
  );
};
