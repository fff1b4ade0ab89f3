import { roomOf } from '../palette.ts';
import { pencil } from '../shapes-flat.ts';
import { potted } from '../shapes-plants.ts';
import { shadow, wall } from '../shapes-room.ts';
import { bookStack, tangerine } from '../shapes-table.ts';
import { at, between, blob, dabs, fade, line, many, pale, pick, poly, rect, ring, type Scene, stroke } from '../svg.ts';

export const chalkboard: Scene = (s) => {
  const p = roomOf(s, 'cream', 'sage', 'mustard', 'powder', 'blush');
  const H = s.h;
  const fy = H * 0.72;
  const board = pick(['#2F5A4C', '#2B4A52', '#35584A', '#3A4A46'], s.v);
  const [bx, by, bw, bh] = [90, H * 0.09, 900, fy * 0.66];
  const chalk = at(
    bx + 60,
    by + 40,
    Math.min(0.98, bh / 560),
    stroke('M40 320L270 320L200 120Z', '#F6F2E4', 7, 0.9) +
      stroke('M200 120V320M200 300h-20v20', '#F2C65C', 5, 0.9) +
      ring(460, 180, 100, 100, '#F6F2E4', 7, 0.9) +
      stroke('M460 180L540 120', '#F0A598', 6, 0.9) +
      stroke('M590 340V90M590 340H800M582 106l8 -16l8 16', '#F6F2E4', 6, 0.9) +
      stroke('M610 120Q690 520 770 120', '#8FD0C0', 7, 0.9) +
      stroke('M60 430q40 -60 80 0t80 0t80 0', '#F2C65C', 6, 0.8) +
      at(
        400,
        400,
        1,
        many(8, (i) => at(0, 0, 1, line(0, -46, 0, -66, '#F2C65C', 6), i * 45)) + ring(0, 0, 34, 34, '#F2C65C', 6),
      ) +
      at(
        520,
        440,
        1,
        stroke('M0 0C-10 -60 10 -90 0 -120M0 -40C-40 -50 -50 -80 -40 -96M0 -60C40 -70 50 -100 40 -116', '#8FD0C0', 6) +
          stroke('M-24 -130C-40 -170 40 -170 24 -130Z', '#F0A598', 6),
      ),
  );
  return (
    wall(s, p, fy + 20) +
    rect(
      0,
      fy,
      s.w,
      H - fy,
      fade(s, [
        [0, pale(p.table, 0.15)],
        [1, p.table],
      ]),
    ) +
    dabs(s.r, 0, fy, s.w, H - fy, p.table2, 30, 0.2, 240) +
    rect(bx - 20, by - 16, bw + 50, bh + 56, '#2A1420', 8, 0.16) +
    rect(bx - 28, by - 28, bw + 56, bh + 56, '#B5783F', 8) +
    rect(
      bx,
      by,
      bw,
      bh,
      fade(
        s,
        [
          [0, pale(board, 0.1)],
          [1, board],
        ],
        [1, 1],
      ),
    ) +
    many(9, () =>
      blob(
        s.r,
        between(s.r, bx + 100, bx + bw - 100),
        between(s.r, by + 50, by + bh - 50),
        150,
        50,
        '#F6F2E4',
        0.2,
        0.06,
      ),
    ) +
    dabs(s.r, bx + 60, by, bw - 120, bh, '#F6F2E4', 40, 0.08, 160) +
    chalk +
    rect(bx - 28, by + bh + 16, bw + 56, 26, '#9C6433', 6) +
    many(5, (i) =>
      rect(bx + 80 + i * 66, by + bh + 4, 50, 13, pick(['#FFFDF4', '#F2C65C', '#F0A598', '#8FD0C0', '#FFFDF4'], i), 5),
    ) +
    rect(bx + bw - 220, by + bh - 18, 130, 34, '#5A6E7A', 6) +
    rect(bx + bw - 220, by + bh + 4, 130, 14, '#E3D6BC', 3) +
    poly(
      [
        [bx + 500, by],
        [bx + 700, by],
        [bx + 420, by + bh],
        [bx + 220, by + bh],
      ],
      '#FFF6D8',
      0.08,
    ) +
    at(200, H * 0.93, 1.1, bookStack([p.a, p.c, p.b, p.leaf2], 260) + at(0, -204, 1, tangerine(46, '#D8432E'))) +
    at(880, H * 0.9, 1.15, potted(s, p, 3, p.a)) +
    at(
      560,
      H * 0.95,
      1,
      shadow(160, 16) +
        poly(
          [
            [-190, -10],
            [-150, -70],
            [150, -70],
            [190, -10],
          ],
          '#FFFDF4',
        ) +
        stroke('M0 -70V-10M-130 -50H-24M-140 -32H-24M24 -50H130M24 -32H140', '#B9C6CC', 4) +
        at(80, -60, 0.7, pencil(260, p.c), 24),
    )
  );
};
