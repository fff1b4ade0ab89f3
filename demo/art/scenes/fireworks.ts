import { skyOf } from '../palette.ts';
import { blocks, boat, pavilion, skyAt, water } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { at, between, deep, dot, ell, halo, line, many, n, pick, rect, type Scene, soft, stroke } from '../svg.ts';

export const fireworks: Scene = (s) => {
  const k = skyOf(s, 'night', 'dusk', 'night', 'dusk');
  const H = s.h;
  const y = H * 0.72;
  const burst = (x: number, yy: number, R: number, a: string, b: string): string =>
    dot(x, yy, R * 1.4, halo(s, a, 0.4)) +
    at(
      x,
      yy,
      1,
      many(22, (i) =>
        at(
          0,
          0,
          1,
          line(0, -R * 0.3, 0, -R * (0.78 + (i % 3) * 0.1), i % 2 ? a : b, 6, 0.9) +
            dot(0, -R * (0.88 + (i % 3) * 0.1), 8, i % 2 ? b : a) +
            (i % 2 ? dot(0, -R * 0.55, 5, '#FFF8E0') : ''),
          (i * 360) / 22,
        ),
      ) +
        many(12, (i) => at(0, 0, 1, line(0, -R * 0.08, 0, -R * 0.26, '#FFF8E0', 5), i * 30)) +
        dot(0, 0, 10, '#FFFFFF'),
    );
  const crowd = many(9, (i) =>
    at(
      60 + i * 122,
      H + 20 + (i % 2) * 10,
      H / 1000,
      walker({ ...look(i + s.v), top: deep(look(i).top, 0.45), bottom: '#141226' }),
    ),
  );
  return (
    skyAt(s, k, y) +
    burst(330, H * 0.24, Math.min(270, H * 0.23), '#F2B63E', '#F6DFA0') +
    burst(780, H * 0.18, Math.min(220, H * 0.18), '#E8594A', '#F6A89A') +
    burst(700, H * 0.42, Math.min(190, H * 0.15), '#5FC0A8', '#CFF0DC') +
    burst(130, H * 0.46, 110, '#E88AB0', '#FBD3E3') +
    burst(970, H * 0.42, 100, '#F2B63E', '#FFF1BE') +
    many(3, (i) =>
      stroke(
        `M${300 + i * 240} ${n(y)}Q${320 + i * 230} ${n(H * 0.5)} ${330 + i * 200} ${n(H * 0.36)}`,
        '#FFE3A0',
        4,
        0.35,
      ),
    ) +
    soft(0.9, blocks(s, y, deep(k.hill, 0.3), k.lit, H * 0.16, 15, 0.9)) +
    at(200, y + 4, 0.6, pavilion(260, '#2A2440', '#5A3A46', '#1B1630', k.lit, 3)) +
    water(s, k, y, H - y, 540) +
    many(34, () =>
      ell(
        between(s.r, 60, 1020),
        between(s.r, y + 10, H * 0.92),
        between(s.r, 16, 70),
        5,
        pick(['#F2B63E', '#E8594A', '#5FC0A8', '#FFF1BE'], Math.floor(s.r() * 4)),
        0.5,
      ),
    ) +
    at(
      730,
      y + (H - y) * 0.45,
      0.9,
      boat('#1B1630', '#3A2A46') + dot(90, -60, 60, halo(s, '#FFC65C', 0.8)) + dot(90, -60, 12, '#FFE9A8'),
    ) +
    rect(0, H * 0.93, s.w, H * 0.1, '#141226') +
    crowd
  );
};
