import { INK, roomOf } from '../palette.ts';
import { clipOn, dapple, drop, pencil, scrawl, sheet, surface } from '../shapes-flat.ts';
import { flower, leaf } from '../shapes-plants.ts';
import { at, dot, ell, many, path, pick, rect, ring, type Scene, stroke } from '../svg.ts';
import { top } from './study-parts.ts';

export const hospital: Scene = (s) => {
  const p = roomOf(s, 'powder', 'sage', 'cream', 'blush');
  const { k, cy } = top(s);
  const cross = rect(-16, -46, 32, 92, '#FFFDF4', 6) + rect(-46, -16, 92, 32, '#FFFDF4', 6);
  const bill = sheet(
    560,
    760,
    '#FFFEF9',
    rect(0, 0, 560, 120, '#1F7A6B', 4) +
      at(74, 60, 0.8, cross) +
      stroke('M150 46h240M150 78h150', '#FFFDF4', 12, 0.8) +
      many(
        8,
        (i) =>
          rect(36, 160 + i * 52, 488, 46, i % 2 ? '#EEF4EF' : '#FFFEF9') +
          scrawl(s, 56, 188 + i * 52, 190 + ((i * 53) % 80), '#5A6A70', 1, 30, 10, 4) +
          stroke(`M430 ${184 + i * 52}h${40 + ((i * 17) % 40)}`, '#5A6A70', 6),
      ) +
      stroke('M36 600H524', '#1F7A6B', 5) +
      scrawl(s, 56, 644, 120, INK, 1, 30, 14, 7) +
      rect(370, 618, 150, 48, '#F6DFA0', 8) +
      stroke('M394 642h100', '#D8432E', 12) +
      at(
        450,
        700,
        1,
        ring(0, 0, 50, 50, '#D8432E', 7, 0.7) + stroke('M-22 4q20 -34 44 -4M-26 18h52', '#D8432E', 7, 0.7),
        -14,
      ),
  );
  const stetho =
    stroke('M0 0C-40 120 -120 180 -60 280S160 300 140 160S200 -20 260 40', '#2A1420', 26, 0.14) +
    stroke('M-10 -12C-50 108 -130 168 -70 268S150 288 130 148S190 -32 250 28', '#2B4A5A', 22) +
    dot(256, 40, 60, '#8E9AA0') +
    dot(252, 36, 48, '#C9D3D6') +
    dot(250, 34, 26, '#AEBBC0') +
    stroke('M-10 -12C0 -90 -60 -120 -80 -180M-10 -12C20 -80 70 -100 60 -170', '#8E9AA0', 14) +
    dot(-82, -186, 17, '#2B4A5A') +
    dot(60, -176, 17, '#2B4A5A');
  const pill = (c: string, turn: number): string =>
    at(
      0,
      0,
      1,
      at(6, 8, 1, rect(-44, -20, 88, 40, '#2A1420', 20, 0.2)) +
        rect(-44, -20, 88, 40, '#FFFDF4', 20) +
        path('M0 -20H24A20 20 0 0 1 24 20H0Z', c) +
        rect(-30, -13, 56, 8, '#FFFFFF', 4, 0.6),
      turn,
    );
  const blister =
    drop(rect(0, 0, 220, 300, '#D5DCDC', 18)) +
    many(
      8,
      (i) =>
        dot(62 + (i % 2) * 96, 50 + Math.floor(i / 2) * 68, 29, '#AEBBC0') +
        dot(60 + (i % 2) * 96, 47 + Math.floor(i / 2) * 68, 25, i < 6 ? '#F2A08E' : '#E9EEEE') +
        ell(52 + (i % 2) * 96, 38 + Math.floor(i / 2) * 68, 8, 6, '#FFFFFF', 0.7),
    );
  return (
    surface(s, p, pick(['desk', 'planks', 'desk', 'linen'], s.v)) +
    at(200, cy - 400 * k, k, sheet(560, 760, '#F3E9D6', ''), 4) +
    at(230, cy - 400 * k, k, bill, -3) +
    at(480, cy - 402 * k, k, clipOn('#8E9298')) +
    at(800, cy - 160 * k, k, stetho) +
    at(60, cy + 130 * k, k, blister, -12) +
    at(
      840,
      cy + 320 * k,
      k,
      pill('#D8432E', 24) + at(110, 40, 1, pill('#E9A83A', -40)) + at(-60, 70, 1, pill('#5FA6B5', 80)),
    ) +
    at(430, cy + 430 * k, k, pencil(330, p.b), -6) +
    at(
      120,
      cy - 370 * k,
      k,
      at(
        0,
        0,
        1,
        many(5, (i) => at(0, 0, 1, leaf(90, 26, i % 2 ? p.leaf : p.leaf2), i * 60)) +
          flower(46, '#F2A08E', '#F6D95A', 7),
      ),
    ) +
    dapple(s, p)
  );
};
