import { INK, roomOf } from '../palette.ts';
import { cupTop, dapple, drop, pencil, scrawl, surface } from '../shapes-flat.ts';
import { flower, leaf, sprig } from '../shapes-plants.ts';
import { at, dot, ell, many, path, pick, rect, type Scene, stroke } from '../svg.ts';
import { top } from './study-parts.ts';

export const vocabulary: Scene = (s) => {
  const p = roomOf(s, 'blush', 'cream', 'lilac', 'sage', 'powder', 'mustard');
  const { k, cy } = top(s);
  const page = (flip: boolean): string =>
    at(
      0,
      0,
      1,
      path('M0 -380C90 -404 300 -400 410 -384V380C300 366 90 362 0 390Z', '#FFFDF4') +
        path('M0 -380C30 -390 70 -396 110 -398V368C70 370 30 376 0 390Z', '#2A1420', 0.1) +
        many(12, (i) =>
          stroke(
            `M40 ${-310 + i * 56}C150 ${-322 + i * 56} 290 ${-320 + i * 56} 390 ${-310 + i * 56}`,
            '#A9C2CC',
            2.5,
            0.7,
          ),
        ),
      0,
      flip,
    );
  const icons: readonly string[] = [
    dot(0, 0, 30, '#E8603E') + at(0, -28, 1, leaf(30, 10, '#4E8A3A'), 50),
    path('M-34 24V-6L0 -36L34 -6V24Z', '#5FA6B5') + rect(-9, 0, 18, 24, '#FFF6DC'),
    path('M-36 4C-20 -26 20 -26 34 0L50 -16V20L34 4C20 26 -20 26 -36 4Z', '#E9A83A') + dot(-18, -4, 4, INK),
    ell(0, 0, 32, 20, '#7A8AA0') + dot(22, -18, 15, '#7A8AA0') + stroke('M-30 4Q-50 -10 -44 -28', '#7A8AA0', 7),
    at(0, 10, 1, flower(40, '#E88AA0')),
  ];
  const left = many(
    5,
    (i) =>
      at(-340, -276 + i * 132, 1.05, pick(icons, i + s.v)) +
      scrawl(s, -270, -280 + i * 132, 190, '#2F3A56', 1, 40, 17, 6) +
      scrawl(s, -270, -232 + i * 132, 150, '#8A93A3', 1, 40, 11, 4),
  );
  const right = many(
    8,
    (i) =>
      scrawl(s, 70, -296 + i * 84, 130 + ((i * 47) % 90), i % 3 ? '#2F3A56' : '#D8432E', 1, 40, 15, 5) +
      (i % 3 === 1 ? rect(64, -316 + i * 84, 180, 34, '#F6D95A', 4, 0.5) : '') +
      stroke(`M320 ${-306 + i * 84}l14 16l28 -34`, '#1F7A6B', 6, i < 6 ? 0.9 : 0.01),
  );
  const book =
    rect(-432, -404, 880, 830, '#2A1420', 20, 0.2) +
    rect(-444, -416, 880, 824, p.a, 18) +
    rect(-428, -400, 850, 792, '#E9DDC4', 8) +
    page(false) +
    page(true) +
    left +
    right +
    many(9, (i) => rect(-16, -350 + i * 88, 32, 14, '#8E9298', 7)) +
    path('M300 -400h44v120l-22 -22l-22 22Z', p.b);
  const cards =
    many(3, (i) =>
      at(i * 26, i * 18, 1, drop(rect(-100, -64, 200, 128, pick([p.c, p.cloth, '#CFE3D6'], i), 12)), -10 + i * 9),
    ) + at(52, 36, 0.9, pick(icons, s.v + 2));
  return (
    surface(s, p, pick(['desk', 'planks', 'linen', 'planks'], s.v)) +
    at(540, cy + 10, k * 1.02, at(0, 0, 1, book, -3)) +
    at(860, cy + 350 * k, k, cards) +
    at(160, cy + 400 * k, k, pencil(360, p.b), -14) +
    at(960, cy - 390 * k, k, cupTop(72, p.cloth, '#C08850')) +
    at(130, cy - 400 * k, k, at(0, 0, 1, sprig(200, p.leaf, 5, 24), 40)) +
    dapple(s, p)
  );
};
