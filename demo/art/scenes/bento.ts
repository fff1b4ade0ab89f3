import { roomOf } from '../palette.ts';
import { cupTop, dapple, drop, surface } from '../shapes-flat.ts';
import { chopsticks } from '../shapes-table.ts';
import { at, between, deep, dot, ell, many, pale, path, pick, rect, type Scene, stroke } from '../svg.ts';
import { fit } from './flat-parts.ts';

const clothUnder = (c: string, cy: number, k: number): string =>
  at(
    540,
    cy + 30 * k,
    k,
    at(16, 20, 1, rect(-440, -340, 880, 660, '#2A1420', 20, 0.16), -8) +
      at(
        0,
        0,
        1,
        rect(-440, -340, 880, 660, c, 14) +
          rect(-410, -310, 820, 600, 'none', 6) +
          stroke('M-410 -310H410V290H-410Z', pale(c, 0.5), 6, 0.7) +
          many(24, (i) => ell(-370 + (i % 8) * 106, -290 + Math.floor(i / 8) * 280, 10, 10, pale(c, 0.5), 0.7)),
        -8,
      ),
  );

export const bento: Scene = (s) => {
  const p = roomOf(s, 'blush', 'powder', 'sage', 'mustard', 'lilac');
  const k = fit(s);
  const rice =
    rect(-350, -215, 320, 430, '#FBF8EC', 20) +
    many(60, () => at(between(s.r, -340, -40), between(s.r, -205, 205), 1, ell(0, 0, 9, 4, '#E9E1CB'), s.r() * 180)) +
    dot(-190, 0, 46, '#C8302E') +
    ell(-204, -16, 14, 9, '#F08A80') +
    many(40, () => at(between(s.r, -320, -60), between(s.r, -180, 180), 1, ell(0, 0, 6, 3, '#2A2420'), s.r() * 180));
  const tamago = many(3, (i) =>
    at(
      60 + i * 70,
      -130,
      1,
      rect(-32, -58, 64, 116, '#F2C23E', 16) + stroke('M-16 -30Q16 -40 14 -6T-14 26Q-18 0 4 0', '#D9982A', 6),
    ),
  );
  const octo = many(3, (i) =>
    at(
      70 + i * 68,
      26,
      1,
      many(4, (j) => stroke(`M${-18 + j * 12} 10q${-8 + j * 6} 24 ${-14 + j * 10} 34`, '#C8402E', 10)) +
        ell(0, -6, 28, 30, '#DE5A40') +
        dot(-9, -8, 4, '#2A1420') +
        dot(9, -8, 4, '#2A1420') +
        ell(-10, -22, 9, 5, '#F6A08A', 0.8),
    ),
  );
  const veg =
    many(5, (i) =>
      at(
        60 + (i % 3) * 66,
        150 + Math.floor(i / 3) * 40,
        1,
        many(6, (j) => dot(Math.cos(j * 1.05) * 22, Math.sin(j * 1.05) * 20, 17, j % 2 ? '#4C8B4A' : '#6BA95A')) +
          dot(0, 0, 16, '#7FBA66'),
      ),
    ) +
    many(3, (i) =>
      at(
        250 + i * 32,
        130 + i * 36,
        1,
        many(5, (j) => ell(Math.cos(j * 1.257) * 16, Math.sin(j * 1.257) * 16, 14, 14, '#EF8634')) +
          dot(0, 0, 9, '#F8B470'),
      ),
    );
  const box =
    drop(rect(-400, -260, 800, 520, p.a, 60), 0.3, 20) +
    rect(-384, -246, 768, 492, deep(p.a, 0.25), 48) +
    rect(-366, -230, 732, 460, '#5A2A22', 38) +
    rice +
    rect(-16, -230, 16, 460, deep(p.a, 0.1)) +
    rect(0, 70, 366, 14, deep(p.a, 0.1)) +
    rect(14, -216, 340, 276, '#8CB66A', 16, 0.9) +
    tamago +
    octo +
    veg +
    stroke('M-384 -180Q-390 -240 -330 -246', pale(p.a, 0.4), 8, 0.7);
  const cy = s.h * 0.5;
  const cloth = clothUnder(p.b, cy, k);
  return (
    surface(s, p, pick(['planks', 'desk', 'linen', 'planks'], s.v)) +
    cloth +
    at(540, cy, k, box) +
    chopsticks(230, cy + 330 * k, 2, '#3A2A24', 600) +
    at(150, cy - 370 * k, k, cupTop(72, p.cloth, '#C2A24A')) +
    at(
      930,
      cy - 360 * k,
      k,
      dot(8, 12, 76, '#2A1420', 0.2) +
        dot(0, 0, 74, '#EF8A34') +
        dot(0, 0, 64, '#F6A854') +
        many(8, (i) => at(0, 0, 1, path('M0 -8L-16 -50Q0 -60 16 -50Z', '#FBC77E'), i * 45)),
    ) +
    dapple(s, p)
  );
};
