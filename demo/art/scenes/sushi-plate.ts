import { roomOf } from '../palette.ts';
import { cupTop, dapple, drop, looseLeaves, surface } from '../shapes-flat.ts';
import { leaf } from '../shapes-plants.ts';
import { chopsticks } from '../shapes-table.ts';
import { at, blob, dabs, dot, ell, many, mix, pale, path, pick, rect, type Scene, stroke } from '../svg.ts';
import { fit } from './flat-parts.ts';

const nigiri = (c: string, turn = 0, stripes = true): string =>
  at(
    0,
    0,
    1,
    rect(-62, -24, 130, 66, '#2A1420', 32, 0.25) +
      rect(-64, -30, 128, 62, '#FBF7EA', 30) +
      path('M-74 -8C-76 -50 -30 -48 0 -46S76 -50 74 -6C72 24 40 14 0 16S-70 26 -74 -8Z', c) +
      (stripes
        ? stroke(
            'M-46 -36Q-40 -10 -54 10M-14 -42Q-8 -12 -22 12M20 -42Q26 -12 12 12M52 -36Q56 -14 46 8',
            pale(c, 0.55),
            6,
            0.85,
          )
        : rect(-14, -48, 30, 74, '#25382F', 3)),
    turn,
  );

const maki = (c: string): string =>
  dot(6, 8, 52, '#2A1420', 0.25) +
  dot(0, 0, 52, '#22332C') +
  dot(0, 0, 44, '#FBF7EA') +
  dot(0, 0, 21, c) +
  path('M-10 -18A21 21 0 0 1 20 -4L0 0Z', '#7FB05C');

export const sushi: Scene = (s) => {
  const p = roomOf(s, 'powder', 'sage', 'indigo', 'mustard', 'blush');
  const k = fit(s);
  const rows = many(
    5,
    (i) =>
      at(
        -270 + i * 135,
        -96,
        0.98,
        nigiri(pick(['#F0845E', '#D8432E', '#F6C94E', '#F3B9A0', '#F0845E'], i), 82, i !== 2),
      ) + at(-270 + i * 112, 60, 1, maki(pick(['#F0845E', '#F6C94E', '#D8432E'], i))),
  );
  const board =
    drop(rect(-420, -230, 840, 420, mix(p.table2, '#3A2A24', 0.25), 26), 0.3, 18) +
    dabs(s.r, -400, -210, 700, 380, pale(p.table2, 0.2), 24, 0.25, 260);
  return (
    surface(s, p, pick(['slate', 'linen', 'tile', 'desk'], s.v)) +
    at(
      530,
      s.h * 0.5,
      k * 1.12,
      board +
        rows +
        at(
          330,
          70,
          1,
          blob(s.r, 0, 0, 46, 34, '#F6C9C0', 0.14) +
            blob(s.r, -6, -8, 30, 20, '#FBE0D8', 0.14) +
            stroke('M-30 4Q0 -18 32 2M-20 16Q4 0 28 14', '#E59A90', 4),
        ) +
        at(350, 140, 1, blob(s.r, 0, 0, 28, 24, '#8DB255', 0.12)) +
        at(-390, 170, 1, leaf(150, 40, p.leaf), 40),
    ) +
    at(
      900,
      s.h * 0.48 - 370 * k,
      k,
      dot(10, 14, 106, '#2A1420', 0.2) +
        dot(0, 0, 104, p.b) +
        dot(0, 0, 84, '#3B1D14') +
        ell(-24, -26, 34, 20, '#7A4632', 0.7),
    ) +
    at(180, s.h * 0.48 - 370 * k, k, cupTop(76, p.cloth, '#A8B45C')) +
    chopsticks(180, s.h * 0.5 + 300 * k, -4, '#7A2E22', 620) +
    dapple(s, p) +
    looseLeaves(s, p, [
      [960, s.h - 90],
      [90, s.h - 60],
    ])
  );
};
