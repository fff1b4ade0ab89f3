import { roomOf } from '../palette.ts';
import { cupTop, dapple, drop, pencil, scrawl, sheet, surface } from '../shapes-flat.ts';
import { at, between, dot, ell, line, many, path, pick, rect, ring, type Scene, type Stage, stroke } from '../svg.ts';
import { top } from './study-parts.ts';

const geometry = (s: Stage, c: string, a: string): string =>
  stroke('M60 330L330 330L250 120Z', c, 6) +
  stroke('M250 120V330M250 306h-24v24', c, 4) +
  stroke('M60 330m54 0a54 54 0 0 0 -14 -36', a, 5) +
  ring(480, 240, 110, 110, c, 6) +
  stroke('M480 240L566 172M480 240L392 306', a, 5) +
  dot(480, 240, 7, a) +
  stroke('M80 640V420M80 640H340M70 436l10 -18l10 18M324 630l18 10l-18 10', c, 5) +
  stroke('M100 450Q190 840 300 450', a, 7) +
  scrawl(s, 390, 440, 190, c, 4, 58, 15) +
  line(390, 500 + 170, 580, 670, a, 5) +
  stroke('M394 690h60M424 660v60M500 680h70M500 700h70', c, 6);

export const math: Scene = (s) => {
  const p = roomOf(s, 'sage', 'powder', 'mustard', 'blush', 'rose', 'indigo');
  const { k, cy } = top(s);
  const ruler =
    drop(rect(0, 0, 520, 84, '#F2C65C', 6)) +
    many(25, (i) => line(18 + i * 20, 0, 18 + i * 20, i % 5 ? 20 : 36, '#7A5A20', 3)) +
    ell(470, 56, 11, 11, '#7A5A20', 0.5);
  const square =
    drop(path('M0 0V300H300Z', '#8FC0C8', 0.85)) +
    path('M60 140V240H160Z', p.table, 0.9) +
    stroke('M0 0V300H300Z', '#4E8A96', 5) +
    many(12, (i) => line(0, 40 + i * 22, i % 3 ? 12 : 22, 40 + i * 22, '#2B5F6B', 3));
  const eraser =
    drop(rect(0, 0, 130, 66, '#F6EFE2', 10)) + rect(0, 0, 80, 66, '#D8432E', 8) + rect(0, 22, 80, 20, '#2B5F6B');
  const tick = stroke('M470 70l30 34l70 -84', '#D8432E', 13, 0.9);
  return (
    surface(s, p, pick(['planks', 'desk', 'planks', 'desk'], s.v)) +
    at(300, cy - 410 * k, k, sheet(560, 760, '#F6EAD3', ''), 8) +
    at(
      200,
      cy - 390 * k,
      k,
      at(0, 0, 1, sheet(640, 770, '#FFFDF4', geometry(s, '#3A4A66', '#D8432E') + tick, 'grid'), -4),
    ) +
    at(760, cy - 60 * k, k, square, 12) +
    at(110, cy + 390 * k, k, ruler, -9) +
    at(640, cy + 330 * k, k, pencil(380, p.c), -64) +
    at(830, cy + 330 * k, k, eraser, 20) +
    at(130, cy - 330 * k, k, cupTop(84, p.cloth, '#C08850')) +
    many(12, () =>
      at(between(s.r, 720, 1000), cy + between(s.r, 410, 470) * k, 1, ell(0, 0, 9, 4, '#B9A686'), s.r() * 180),
    ) +
    at(
      920,
      cy - 360 * k,
      k,
      drop(
        ring(0, 0, 6, 6, '#8E9298', 10) +
          path('M-10 0L-70 220L-62 224L8 8ZM10 0L80 190L64 200L-4 8Z', '#AEB8B8') +
          rect(-14, -40, 28, 44, '#8E9298', 6),
        0.16,
        9,
      ),
      24,
    ) +
    dapple(s, p)
  );
};
