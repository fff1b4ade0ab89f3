import { roomOf } from '../palette.ts';
import { cupTop, dapple, drop, pencil, surface } from '../shapes-flat.ts';
import { at, between, deep, dot, many, mix, path, pick, rect, ring, type Scene, stroke } from '../svg.ts';

export const paperCut: Scene = (s) => {
  const p = roomOf(s, 'cream', 'jade', 'powder', 'mustard', 'sage');
  const k = Math.min(1.2, s.h / 1000);
  const red = '#D3362A';
  const hole = mix(p.cloth, '#FFFDF4', 0.5);
  const petal = (r: number, w: number, l: number, count: number, c: string, turn = 0): string =>
    many(count, (i) =>
      at(
        0,
        0,
        1,
        path(
          `M0 ${-r}C${-w} ${-r - l * 0.3} ${-w * 0.7} ${-r - l * 0.8} 0 ${-r - l}C${w * 0.7} ${-r - l * 0.8} ${w} ${-r - l * 0.3} 0 ${-r}Z`,
          c,
        ),
        (i * 360) / count + turn,
      ),
    );
  const cut =
    many(24, (i) => at(0, 0, 1, path('M-36 -290Q0 -366 36 -290Z', red), i * 15)) +
    dot(0, 0, 300, red) +
    petal(228, 16, 56, 24, hole) +
    ring(0, 0, 212, 212, hole, 7) +
    petal(110, 36, 90, 8, hole) +
    petal(120, 22, 66, 8, red) +
    petal(140, 14, 58, 8, hole, 22.5) +
    ring(0, 0, 98, 98, hole, 6) +
    petal(26, 20, 58, 6, hole) +
    petal(34, 10, 38, 6, red) +
    dot(0, 0, 17, hole) +
    many(8, (i) => at(0, 0, 1, path('M-12 -176l12 -14l12 14l-12 14Z', hole), i * 45 + 22.5));
  const scissors = drop(
    at(
      0,
      0,
      1,
      path('M0 0L250 -66L262 -50L20 20Z', '#C9D0D0') +
        path('M0 0L256 34L256 52L0 24Z', '#AEB8B8') +
        dot(16, 8, 9, '#5A5F64') +
        ring(-92, -60, 62, 44, p.b, 20) +
        ring(-96, 84, 62, 44, p.b, 20) +
        stroke('M-40 -34L20 6M-42 56L18 10', p.b, 20),
    ),
    0.18,
    10,
  );
  const cy = s.h * 0.5;
  const strip = (x: number, y: number, turn: number, c: string): string =>
    at(
      x,
      y,
      k,
      at(8, 10, 1, rect(-150, -110, 300, 220, '#2A1420', 2, 0.15)) +
        rect(-150, -110, 300, 220, c, 2) +
        rect(-150, -110, 90, 220, deep(c, 0.1), 2, 0.5),
      turn,
    );
  return (
    surface(s, p, pick(['planks', 'desk', 'linen', 'desk'], s.v)) +
    strip(170, cy - 380 * k, -14, red) +
    strip(230, cy - 350 * k, 4, p.c) +
    at(
      520,
      cy,
      k * 1.12,
      at(0, 0, 1, rect(-380, -380, 780, 780, '#2A1420', 6, 0.12) + rect(-390, -392, 780, 780, hole, 4), 5) +
        `<g transform="translate(8 12)" opacity=".22">${dot(0, 0, 316, '#2A1420')}</g>` +
        cut,
    ) +
    at(880, cy + 360 * k, k * 1.05, scissors, -152) +
    many(20, () =>
      at(
        between(s.r, 60, 1020),
        cy + between(s.r, 300, 480) * k,
        1,
        path('M0 0q14 -20 30 -4q-8 20 -30 4Z', red),
        s.r() * 360,
      ),
    ) +
    at(160, cy + 400 * k, k, pencil(260, p.c), -20) +
    at(930, cy - 390 * k, k, cupTop(74, p.cloth, '#C2A24A')) +
    dapple(s, p)
  );
};
