import { roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { interior, shadow, steam } from '../shapes-room.ts';
import { cup, tangerine } from '../shapes-table.ts';
import {
  at,
  clip,
  dabs,
  deep,
  dot,
  ell,
  halo,
  line,
  many,
  pale,
  pick,
  rect,
  ring,
  type Scene,
  stroke,
} from '../svg.ts';

export const radio: Scene = (s) => {
  const p = roomOf(s, 'mustard', 'sage', 'cream', 'rose', 'jade', 'powder');
  const t = interior(s, p, ['window', 'light', 'shelf'], ['cloth', 'wood', 'gingham'], 0.6);
  const z = Math.min(1.2, s.h / 1050);
  const c = pick(['#8A4A2E', '#1F7A6B', '#B5402E', '#6B4A3A'], s.v);
  const set =
    shadow(340, 50) +
    line(230, -380, 400, -680, '#C9CDC8', 9) +
    dot(400, -680, 12, '#C9CDC8') +
    rect(-340, -390, 680, 390, c, 60) +
    rect(150, -390, 190, 390, '#2A1420', 60, 0.2) +
    rect(-316, -366, 632, 342, pale(c, 0.14), 46) +
    dabs(s.r, -300, -350, 560, 300, deep(c, 0.3), 24, 0.25, 180) +
    rect(-290, -340, 340, 290, '#E9D2A0', 26) +
    many(9, (i) => rect(-276 + i * 36, -326, 16, 262, deep('#C9A86A', 0.15), 6)) +
    dot(-120, -196, 96, '#2A1420', 0.12) +
    rect(80, -340, 210, 120, '#FFF3CE', 16) +
    dot(185, -230, 150, halo(s, '#FFD27A', 0.5)) +
    clip(
      s,
      'M80 -340H290V-220H80Z',
      stroke('M104 -220A82 82 0 0 1 266 -220', deep(c), 6) +
        many(11, (i) => at(185, -214, 1, line(0, -84, 0, -98, deep(c), 4), -70 + i * 14)) +
        line(185, -214, 222, -296, '#D8432E', 6),
    ) +
    dot(130, -136, 50, '#3A2A24') +
    dot(126, -141, 43, '#E9B04A') +
    line(126, -141, 146, -168, '#6B4020', 7) +
    dot(246, -136, 50, '#3A2A24') +
    dot(242, -141, 43, '#E9B04A') +
    line(242, -141, 214, -150, '#6B4020', 7) +
    many(4, (i) => rect(90 + i * 52, -66, 38, 20, i === s.v ? '#D8432E' : '#F6EAD3', 5)) +
    rect(-270, -6, 80, 16, '#2A1A1E', 6) +
    rect(190, -6, 80, 16, '#2A1A1E', 6) +
    rect(-120, -424, 240, 30, deep(c, 0.3), 14) +
    stroke('M-290 -350Q-316 -340 -318 -300', '#FFFFFF', 7, 0.4);
  return (
    t.back +
    at(900, t.ty + 100, 1.1, potted(s, p, 3, p.b)) +
    at(490, t.base + 20, z, ell(0, 6, 420, 70, p.cloth, 0.9) + ring(0, 6, 400, 62, p.a, 5, 0.6) + set) +
    many(3, (i) =>
      at(
        490 + (i - 1) * 150,
        t.base - 470 * z - (i % 2) * 50,
        1,
        ell(0, 0, 17, 13, p.ink, 0.8) +
          line(15, 0, 15, -66, p.ink, 6, 0.8) +
          stroke('M15 -66Q40 -56 40 -30', p.ink, 7, 0.8),
      ),
    ) +
    at(140, t.base + 60, z, cup(140, 140, p.a, '#C98A3C')) +
    steam(s, 140, t.base + 60 - 140 * z, 0.7, 2) +
    at(
      880,
      s.h - 50,
      z,
      tangerine(58) + at(-120, 14, 1, rect(-70, -20, 150, 22, p.b, 4) + rect(-60, -42, 140, 22, p.c, 4)),
    )
  );
};
