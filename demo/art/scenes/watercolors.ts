import { lightRooms, roomOf } from '../palette.ts';
import { brush, dapple, drop, sheet, surface } from '../shapes-flat.ts';
import { flower } from '../shapes-plants.ts';
import {
  at,
  between,
  blob,
  clip,
  dot,
  ell,
  fade,
  many,
  pale,
  path,
  pick,
  rect,
  ring,
  type Scene,
  stroke,
} from '../svg.ts';

export const watercolors: Scene = (s) => {
  const p = roomOf(s, ...lightRooms);
  const k = Math.min(1.2, s.h / 1000);
  const cy = s.h * 0.5;
  const wash =
    clip(
      s,
      'M40 40H560V700H40Z',
      rect(
        40,
        40,
        520,
        300,
        fade(s, [
          [0, '#F2A66A'],
          [0.6, '#FBDDB0'],
          [1, '#FDF3DF'],
        ]),
      ) +
        dot(390, 180, 62, '#F6D36A', 0.9) +
        blob(s.r, 180, 120, 130, 34, '#FFFDF6', 0.2, 0.7) +
        path('M40 330C140 200 220 250 300 300C380 220 460 240 560 320V440H40Z', '#7FA8B5', 0.75) +
        path('M40 380C160 290 260 330 340 370C430 320 500 340 560 390V500H40Z', '#4F8A7A', 0.75) +
        rect(40, 430, 520, 270, '#A9D0D3', 0, 0.8) +
        many(14, () => ell(between(s.r, 60, 540), between(s.r, 460, 690), between(s.r, 30, 90), 5, '#FFFFFF', 0.5)) +
        many(5, (i) =>
          blob(s.r, 80 + i * 110, 670 + (i % 2) * 20, 80, 50, pick(['#5E9A62', '#3F7D5C', '#86B56A'], i), 0.2, 0.75),
        ) +
        many(7, (i) =>
          at(
            90 + i * 74,
            640 - (i % 3) * 30,
            1,
            stroke('M0 50Q4 10 0 0', '#3F7D5C', 4) + flower(20, pick(['#E0604C', '#F2B63E', '#E88AA0'], i)),
          ),
        ),
    ) + many(10, (i) => blob(s.r, 60 + i * 54, 700, 34, 12, '#FFFDF4', 0.3));
  const pan = many(12, (i) => {
    const [x, y] = [20 + (i % 6) * 62, 20 + Math.floor(i / 6) * 76];
    const c = pick(
      [
        '#D8432E',
        '#E9703A',
        '#F2B63E',
        '#F6DD7A',
        '#8DBA5E',
        '#3F7D5C',
        '#5FA6B5',
        '#3F5FA8',
        '#6B4A8A',
        '#C2588A',
        '#8A5A3C',
        '#3A3238',
      ],
      i,
    );
    return (
      rect(x, y, 52, 64, '#F6F2E8', 8) +
      rect(x + 5, y + 5, 42, 54, c, 6) +
      blob(s.r, x + 26, y + 30, 13, 15, pale(c, 0.35), 0.2, 0.8)
    );
  });
  return (
    surface(s, p, pick(['planks', 'desk', 'linen', 'desk'], s.v)) +
    at(150, cy - 390 * k, k, at(0, 0, 1, sheet(600, 740, '#FFFDF4', wash), -3)) +
    at(700, cy + 130 * k, k, drop(rect(0, 0, 400, 180, '#3A3238', 16)) + pan, 5) +
    at(
      900,
      cy - 260 * k,
      k,
      ell(14, 18, 104, 104, '#2A1420', 0.2) +
        dot(0, 0, 104, '#E3EEF0') +
        dot(0, 0, 88, '#8FB8C4') +
        blob(s.r, 10, 10, 50, 40, '#D8705A', 0.3, 0.5) +
        ring(0, 0, 96, 96, '#FFFFFF', 8, 0.8),
    ) +
    at(640, cy - 60 * k, k, brush(420, p.a, '#3F5FA8'), 24) +
    at(820, cy - 100 * k, k, brush(330, '#3A3238', '#D8432E'), 62) +
    at(150, cy + 440 * k, k, brush(460, p.b, '#F2B63E'), -5) +
    many(14, (i) =>
      blob(
        s.r,
        between(s.r, 740, 1040),
        between(s.r, cy + 330 * k, cy + 470 * k),
        16 + i,
        14 + i * 0.6,
        pick(['#D8432E', '#F2B63E', '#5FA6B5', '#3F7D5C', '#6B4A8A'], i),
        0.2,
        0.7,
      ),
    ) +
    dapple(s, p)
  );
};
