import { roomOf } from '../palette.ts';
import { brush, dapple, drop, surface } from '../shapes-flat.ts';
import { flower, leaf } from '../shapes-plants.ts';
import {
  at,
  blob,
  clip,
  dot,
  ell,
  many,
  mix,
  path,
  pick,
  rect,
  ring,
  type Scene,
  soft,
  specks,
  stroke,
} from '../svg.ts';

export const seal: Scene = (s) => {
  const p = roomOf(s, 'cream', 'sage', 'mustard', 'jade', 'rose');
  const k = Math.min(1.2, s.h / 980);
  const cy = s.h * 0.5;
  const art = clip(
    s,
    'M0 0H560V700H0Z',
    rect(0, 0, 560, 700, '#FBF4E4') +
      path('M0 560C120 440 200 500 300 420S480 400 560 330V700H0Z', '#3A4240', 0.14) +
      path('M60 640C160 520 260 580 340 500S500 520 560 470V700H60Z', '#3A4240', 0.2) +
      many(
        4,
        (i) =>
          stroke(
            `M${100 + i * 26} 700C${120 + i * 34} 480 ${100 + i * 50} 300 ${150 + i * 60} 60`,
            '#3A4A44',
            15 - i * 2,
            0.85,
          ) + many(5, (j) => stroke(`M${96 + i * 34} ${600 - j * 110}l34 -4`, '#FBF4E4', 5)),
      ) +
      many(26, (i) =>
        at(
          150 + ((i * 67) % 300),
          90 + ((i * 97) % 380),
          1,
          soft(0.85, leaf(90, 13, i % 3 ? '#2A3632' : '#6A7A72')),
          90 + ((i * 53) % 110),
        ),
      ) +
      dot(430, 150, 64, '#E8A08E', 0.35),
  );
  const stamp =
    rect(-64, -64, 128, 128, '#D3362A', 10) +
    ring(0, 0, 46, 46, '#FBF4E4', 6) +
    many(6, (i) => at(0, 0, 1, ell(0, -22, 10, 17, '#FBF4E4'), i * 60)) +
    dot(0, 0, 7, '#D3362A') +
    specks(s.r, -60, -60, 120, 120, '#FBF4E4', 14, 3, 0.8);
  const stone =
    at(18, 30, 1, rect(-90, -170, 180, 330, '#2A1420', 20, 0.22)) +
    rect(-90, -40, 180, 200, '#C9B48C', 10) +
    rect(20, -40, 70, 200, '#7A6A4A', 10, 0.3) +
    blob(s.r, -20, 60, 60, 60, '#E3D3AC', 0.2, 0.6) +
    rect(-90, 120, 180, 40, '#D3362A', 8) +
    path('M-80 -40C-110 -120 -60 -190 0 -180C70 -200 110 -120 80 -40Z', '#B59A6A') +
    path('M20 -182C70 -190 110 -120 80 -40H40C70 -100 50 -160 20 -182Z', '#5A4A30', 0.35) +
    stroke('M-40 -130q20 -24 40 0M-50 -90q30 -20 60 0t40 -6', '#7A6440', 7) +
    dot(-30, -150, 7, '#3A2A20');
  const paste =
    dot(12, 18, 112, '#2A1420', 0.22) +
    dot(0, 0, 112, '#FBF6EA') +
    ring(0, 0, 100, 100, '#3F6FA0', 6) +
    many(8, (i) => at(0, 0, 1, dot(0, -106, 5, '#3F6FA0'), i * 45)) +
    dot(0, 0, 82, '#A8261C') +
    blob(s.r, -4, -6, 70, 66, '#D3362A', 0.08) +
    ell(-24, -30, 24, 14, '#F08A78', 0.6);
  return (
    surface(s, p, pick(['planks', 'desk', 'planks', 'linen'], s.v)) +
    at(
      150,
      cy - 390 * k,
      k,
      at(0, 0, 1, drop(rect(-30, -40, 620, 780, mix(p.b, '#D9CDB0', 0.6), 3)) + art + at(440, 590, 1, stamp, 3), -3),
    ) +
    at(860, cy + 20 * k, k, stone, 8) +
    at(880, cy - 300 * k, k, paste) +
    at(700, cy + 400 * k, k, brush(420, '#8A5A3C', '#2A2A2E'), -168) +
    at(
      880,
      cy + 360 * k,
      k,
      drop(blob(s.r, 0, 0, 120, 80, '#3A3640', 0.04)) +
        ell(-6, -4, 84, 50, '#1F1B22') +
        ell(-26, -16, 30, 12, '#6A6470', 0.7),
    ) +
    dapple(s, p) +
    many(5, (i) => at(90 + i * 40, cy + (380 + (i % 2) * 40) * k, 1, flower(20, '#F0A8A8')))
  );
};
