import { roomOf } from '../palette.ts';
import { cupTop, dapple, drop, looseLeaves, surface } from '../shapes-flat.ts';
import { bust, look } from '../shapes-people.ts';
import { leaf } from '../shapes-plants.ts';
import { at, clip, dot, ellD, fade, many, mix, path, pick, poly, rect, type Scene, stroke } from '../svg.ts';

export const phone: Scene = (s) => {
  const p = roomOf(s, 'blush', 'sage', 'mustard', 'lilac', 'powder', 'indigo');
  const k = Math.min(1.22, s.h / 1000);
  const cy = s.h * 0.5;
  const say = (x: number, y: number, w: number, h: number, c: string, right: boolean, inner: string): string =>
    rect(x, y, w, h, c, 28) +
    (right ? path(`M${x + w - 40} ${y + h - 10}h34l14 26Z`, c) : path(`M${x + 40} ${y + h - 10}h-34l-14 26Z`, c)) +
    inner;
  const bars = (x: number, y: number, c: string, w: readonly number[]): string =>
    many(w.length, (i) => rect(x, y + i * 28, w[i] ?? 0, 11, c, 6));
  const face = (x: number, y: number, c: string, i: number): string =>
    dot(x, y, 34, c) + at(x, y, 1, clip(s, ellD(0, 0, 34, 34), at(0, 40, 0.3, bust(look(i), i))));
  const screen =
    rect(
      -196,
      -400,
      392,
      800,
      fade(s, [
        [0, '#FFFDF6'],
        [1, '#F6EAD8'],
      ]),
      36,
    ) +
    rect(-196, -400, 392, 92, mix(p.b, '#FFFDF6', 0.1), 36) +
    rect(-196, -340, 392, 34, mix(p.b, '#FFFDF6', 0.1)) +
    face(-140, -346, p.c, s.v) +
    rect(-90, -366, 130, 14, '#FFFDF4', 7, 0.9) +
    rect(-90, -336, 80, 10, '#FFFDF4', 5, 0.6) +
    face(-156, -206, p.c, s.v) +
    say(-108, -264, 220, 96, '#FFFFFF', false, bars(-84, -238, '#D9CDB8', [170, 120])) +
    say(-40, -130, 210, 76, p.a, true, bars(-14, -104, '#FFE3D6', [150])) +
    say(
      -108,
      -20,
      200,
      170,
      '#FFFFFF',
      false,
      at(
        -8,
        66,
        0.5,
        rect(-180, -150, 360, 290, '#A9D3DB', 30) +
          path('M-180 60Q-60 -60 20 30T180 0V110Q180 140 150 140H-150Q-180 140 -180 110Z', '#5E9A62') +
          dot(90, -70, 40, '#FFF3C9'),
      ),
    ) +
    face(-156, 120, p.c, s.v) +
    say(
      -10,
      186,
      180,
      76,
      p.a,
      true,
      at(80, 224, 0.6, path('M0 30C-50 0 -40 -50 0 -26C40 -50 50 0 0 30Z', '#FFFDF4')),
    ) +
    rect(-170, 310, 270, 60, '#FFFFFF', 30) +
    dot(146, 340, 32, p.b) +
    path('M134 324L164 340L134 356Z', '#FFFDF4') +
    bars(-140, 334, '#E3D6BC', [110]);
  const body =
    at(16, 22, 1, rect(-224, -430, 448, 860, '#2A1420', 60, 0.25)) +
    rect(-224, -430, 448, 860, '#2F2A34', 60) +
    rect(-216, -422, 432, 844, '#453E4A', 54) +
    screen +
    rect(-50, -392, 100, 20, '#2F2A34', 10) +
    poly(
      [
        [-196, -300],
        [-60, -400],
        [60, -400],
        [-196, 0],
      ],
      '#FFFFFF',
      0.1,
    );
  const flyer = (x: number, y: number, c: string, turn: number, inner: string): string =>
    at(
      x,
      y,
      k,
      drop(
        path(
          'M-90 -56H90Q116 -56 116 -30V30Q116 56 90 56H-20L-60 92L-56 56H-90Q-116 56 -116 30V-30Q-116 -56 -90 -56Z',
          c,
        ),
      ) + inner,
      turn,
    );
  return (
    surface(s, p, pick(['desk', 'planks', 'linen', 'desk'], s.v)) +
    dapple(s, p) +
    at(540, cy, k, at(0, 0, 1, body, -6)) +
    flyer(
      190,
      cy - 240 * k,
      p.c,
      -8,
      many(3, (i) => dot(-44 + i * 44, 0, 15, '#FFFDF4')),
    ) +
    flyer(900, cy - 100 * k, p.b, 6, path('M0 32C-50 0 -40 -50 0 -26C40 -50 50 0 0 32Z', '#FFFDF4')) +
    flyer(
      180,
      cy + 150 * k,
      p.cloth,
      5,
      stroke('M-40 -10Q-26 -26 -12 -10M12 -10Q26 -26 40 -10M-30 10Q0 40 30 10', p.a, 9),
    ) +
    at(920, cy + 330 * k, k, cupTop(92, p.cloth, '#C08850')) +
    at(
      950,
      cy - 400 * k,
      k,
      many(6, (i) => at(0, 0, 1, leaf(110, 30, i % 2 ? p.leaf : p.leaf2), i * 60 + 20)),
    ) +
    looseLeaves(s, p, [[110, s.h - 60]])
  );
};
