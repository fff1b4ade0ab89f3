import { roomOf } from '../palette.ts';
import { catLoaf, coat } from '../shapes-cats.ts';
import { potted } from '../shapes-plants.ts';
import { interior, lamp, steam } from '../shapes-room.ts';
import { bookStack, cup } from '../shapes-table.ts';
import { at, deep, dot, halo, many, path, rect, type Scene, stroke } from '../svg.ts';

export const deskLamp: Scene = (s) => {
  const p = roomOf(s, 'indigo', 'jade', 'indigo', 'rose');
  const t = interior(s, p, ['nightwindow', 'shelf'], ['wood'], 0.62);
  const y = t.base;
  const z = Math.min(1.2, s.h / 1050);
  return (
    t.back +
    rect(0, 0, s.w, s.h, '#141826', 0, p.night ? 0.18 : 0.3) +
    dot(520, y - 120, 640, halo(s, '#FFD98A', 0.55)) +
    at(900, y - 10, z, bookStack([p.a, p.b, p.c, p.leaf], 240) + at(0, -204, 0.8, potted(s, p, 4, p.c))) +
    at(
      560,
      y + 90,
      z,
      path('M-300 -30L-20 -70L260 -30L300 30L0 -4L-340 30Z', '#2A1420', 0.25) +
        path(
          'M-320 10C-240 -60 -100 -60 -10 -20C80 -60 220 -60 300 10L290 26C200 -30 90 -30 -10 4C-110 -30 -220 -30 -310 26Z',
          p.a,
        ) +
        path('M-306 6C-220 -60 -90 -56 -10 -22V0C-100 -34 -210 -36 -306 6Z', '#FFF8E6') +
        path('M286 6C210 -60 80 -56 -10 -22V0C90 -34 190 -36 286 6Z', '#F6E6C4') +
        many(
          3,
          (i) =>
            stroke(`M${-250 + i * 10} ${-12 - i * 9}Q-140 ${-48 - i * 2} -40 ${-24 - i * 2}`, '#B9A686', 3, 0.8) +
            stroke(`M${230 - i * 10} ${-12 - i * 9}Q130 ${-48 - i * 2} 30 ${-24 - i * 2}`, '#B9A686', 3, 0.8),
        ),
    ) +
    at(250, y + 10, z * 1.18, lamp(s, p.a, deep(p.table2, 0.4))) +
    at(160, s.h - 50, z, cup(150, 150, p.b, '#8A5230')) +
    steam(s, 160, s.h - 50 - 150 * z, 0.7, 2) +
    at(840, s.h - 60, 0.95, catLoaf(s, coat(s.v + 2), 'shut')) +
    at(470, s.h - 40, 1, rect(-120, -12, 240, 16, p.c, 4) + path('M120 -12l34 8l-34 8Z', '#EBCB9B'), -8)
  );
};
