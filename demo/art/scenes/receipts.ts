import { INK, roomOf } from '../palette.ts';
import { clipOn, coin, cupTop, dapple, drop, pencil, scrawl, surface } from '../shapes-flat.ts';
import { at, dot, many, path, pick, rect, type Scene, type Stage, stroke } from '../svg.ts';
import { top } from './study-parts.ts';

const strip = (s: Stage, h: number, c: string, total: string): string => {
  const zig = many(9, () => 'l-15 16l-15 -16');
  const d = `M0 0H270V${h}${zig}Z`;
  return (
    drop(path(d, c)) +
    dot(135, 60, 32, total, 0.9) +
    stroke('M118 62q16 -26 34 -2', '#FFFDF4', 6) +
    many(
      Math.floor((h - 230) / 44),
      (i) =>
        scrawl(s, 26, 136 + i * 44, 100 + ((i * 37) % 40), '#6B6460', 1, 40, 9, 4) +
        stroke(`M196 ${132 + i * 44}h${26 + ((i * 13) % 22)}`, '#6B6460', 5),
    ) +
    `<path d="M22 ${h - 104}H248" stroke="#6B6460" stroke-width="4" stroke-dasharray="10 8"/>` +
    scrawl(s, 26, h - 64, 80, INK, 1, 40, 12, 6) +
    stroke(`M170 ${h - 68}h78`, total, 12) +
    many(22, (i) => rect(34 + i * 9.4, h - 40, 3 + ((i * 7) % 5), 20, '#6B6460'))
  );
};

export const receipts: Scene = (s) => {
  const p = roomOf(s, 'sage', 'rose', 'cream', 'powder', 'jade');
  const { k, cy } = top(s);
  const wallet =
    drop(rect(0, 0, 360, 240, '#8A4A2E', 26)) +
    rect(14, 14, 332, 212, 'none', 20) +
    stroke('M20 24H340V216H20Z', '#C98A5A', 4, 0.7) +
    path('M0 90C120 60 240 60 360 90V200Q360 240 330 240H30Q0 240 0 210Z', '#7A3F28') +
    dot(180, 130, 18, '#E9B04A');
  const calc =
    drop(rect(0, 0, 240, 340, '#3A4250', 22)) +
    rect(22, 24, 196, 74, '#BFD6C4', 8) +
    stroke('M130 76h24M166 76h30M130 52v22M196 50v24', '#2E4A42', 7) +
    many(16, (i) =>
      rect(
        22 + (i % 4) * 51,
        118 + Math.floor(i / 4) * 52,
        42,
        42,
        i % 4 === 3 ? '#E9863A' : i === 12 ? '#D8432E' : '#F3EDE0',
        10,
      ),
    );
  return (
    surface(s, p, pick(['planks', 'desk', 'linen', 'planks'], s.v)) +
    at(130, cy - 420 * k, k, strip(s, 700, '#FBF7EC', '#1F7A6B'), -9) +
    at(640, cy - 400 * k, k, strip(s, 560, '#FFFDF4', '#D8432E'), 10) +
    at(390, cy - 440 * k, k, strip(s, 820, '#FFFDF6', '#E9A83A'), 1) +
    at(700, cy + 200 * k, k, wallet, -8) +
    at(80, cy + 190 * k, k * 0.95, calc, 9) +
    many(7, (i) =>
      at(
        560 + ((i * 97) % 420),
        cy + (140 + ((i * 61) % 300)) * k,
        k,
        coin(36 + (i % 3) * 8, pick(['#E9B23E', '#C9CDC8', '#C98A4E'], i)),
      ),
    ) +
    at(440, cy + 440 * k, k, pencil(280, p.a), -22) +
    at(940, cy - 390 * k, k, cupTop(74, p.cloth, '#8A5230')) +
    at(480, cy - 430 * k, k, clipOn('#8E9298')) +
    dapple(s, p)
  );
};
