import { lightRooms, roomOf } from '../palette.ts';
import { catLoaf, coat } from '../shapes-cats.ts';
import { wall, wallLight } from '../shapes-room.ts';
import { at, dabs, deep, dot, line, many, mix, n, pale, path, rect, type Scene, stroke } from '../svg.ts';
import { big, floor } from './cats-parts.ts';

export const loafScene: Scene = (s) => {
  const p = roomOf(s, ...lightRooms, 'jade');
  const fy = s.h * 0.6;
  const k = big(s, 1);
  const sofa = mix(p.b, p.wall, s.v % 2 ? 0 : 0.15);
  const y = s.h * 0.84;
  return (
    wall(s, p, fy + 30) +
    wallLight(p, 520, s.h * 0.06, 1) +
    at(
      190,
      s.h * 0.3,
      1,
      rect(-120, -130, 240, 200, p.table2, 6) +
        rect(-104, -114, 208, 168, p.light) +
        path('M-104 30Q-40 -40 10 0T104 -20V54H-104Z', p.leaf) +
        dot(50, -60, 28, p.a),
    ) +
    floor(s, p, fy) +
    path(`M40 ${n(y - 330)}C60 ${n(y - 400)} 1000 ${n(y - 400)} 1040 ${n(y - 330)}V${n(y)}H40Z`, sofa) +
    path(
      `M700 ${n(y - 384)}C900 ${n(y - 380)} 1030 ${n(y - 370)} 1040 ${n(y - 330)}V${n(y)}H800Z`,
      deep(sofa, 0.35),
      0.3,
    ) +
    dabs(s.r, 80, y - 340, 920, 300, pale(sofa, 0.3), 30, 0.2, 160) +
    at(
      250,
      y - 110,
      1.1,
      path(
        'M-110 40C-130 -60 -120 -130 -100 -140C-40 -120 60 -124 110 -146C124 -90 130 0 116 50C60 30 -50 30 -110 40Z',
        p.c,
      ) + many(4, (i) => stroke(`M${-90 + i * 56} -120Q${-80 + i * 56} -40 ${-92 + i * 58} 20`, pale(p.c, 0.5), 8)),
    ) +
    rect(-10, y - 60, 1100, 150, pale(sofa, 0.14), 40) +
    rect(-10, y + 30, 1100, 120, deep(sofa, 0.2), 20) +
    rect(0, y + 110, s.w, s.h, deep(p.table2, 0.2), 0, 0.5) +
    at(590, y - 34, k * 0.98, catLoaf(s, coat(s.v), 'shut')) +
    path(
      `M760 ${n(y - 70)}C860 ${n(y - 100)} 980 ${n(y - 90)} 1090 ${n(y - 70)}V${n(y + 60)}C980 ${n(y + 90)} 860 ${n(y + 60)} 800 ${n(y + 80)}Z`,
      p.cloth,
    ) +
    many(6, (i) => line(800 + i * 50, y - 70, 820 + i * 48, y + 64, p.a, 6, 0.5)) +
    many(6, (i) => line(820 + i * 46, y + 66, 814 + i * 46, y + 100, p.cloth, 6))
  );
};
