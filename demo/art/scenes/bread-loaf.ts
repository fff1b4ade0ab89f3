import { lightRooms, roomOf } from '../palette.ts';
import { interior, shadow } from '../shapes-room.ts';
import { knife } from '../shapes-table.ts';
import { at, between, dabs, deep, ell, many, mix, path, rect, type Scene, specks, stroke } from '../svg.ts';

export const bread: Scene = (s) => {
  const p = roomOf(s, ...lightRooms, 'jade');
  const t = interior(s, p, ['window', 'tiles', 'shelf', 'light'], ['wood', 'cloth']);
  const loaf =
    shadow(320, 60) +
    path('M-310 -30C-340 -190 -220 -260 0 -264S340 -190 310 -30C300 10 -300 10 -310 -30Z', '#C27A38') +
    path('M-270 -120C-250 -220 -120 -250 0 -250S250 -220 270 -120C180 -160 -180 -160 -270 -120Z', '#E3A657') +
    path('M140 -246C280 -220 330 -160 310 -30C300 0 200 6 120 6C250 -60 240 -180 140 -246Z', '#7A3F1E', 0.4) +
    many(4, (i) =>
      path(
        `M${-210 + i * 120} -226Q${-150 + i * 120} -160 ${-170 + i * 120} -80Q${-110 + i * 120} -160 ${-170 + i * 120} -232Z`,
        '#F8DDA8',
      ),
    ) +
    specks(s.r, -280, -230, 560, 200, '#FFF4DC', 60, 5, 0.8) +
    dabs(s.r, -260, -220, 480, 160, '#FFF4DC', 16, 0.4, 60);
  const slice =
    shadow(110, 24) +
    path('M-110 -20C-130 -150 -100 -180 0 -184S130 -150 110 -20Q0 6 -110 -20Z', '#B5703A') +
    path('M-96 -28C-112 -140 -86 -164 0 -168S112 -140 96 -28Q0 -8 -96 -28Z', '#FBEBCB') +
    many(18, () =>
      ell(between(s.r, -76, 76), between(s.r, -146, -36), between(s.r, 4, 12), between(s.r, 3, 8), '#E5C893'),
    );
  return (
    t.back +
    at(
      900,
      t.ty + 80 * s.u,
      s.u,
      shadow(80, 20) +
        rect(-90, -150, 180, 150, '#FFFFFF', 20, 0.4) +
        rect(-80, -110, 160, 104, '#D8542E', 14) +
        rect(-94, -180, 188, 36, p.c, 8) +
        rect(-60, -100, 18, 70, '#FFFFFF', 8, 0.5),
    ) +
    at(
      150,
      t.ty + 70 * s.u,
      s.u,
      many(9, (i) =>
        at(
          0,
          -60,
          1,
          stroke('M0 0Q6 -100 0 -190', '#C9A04A', 4) +
            many(6, (j) => ell(j % 2 ? 8 : -8, -130 - j * 14, 6, 13, '#E9BE62')),
          (i - 4) * 9,
        ),
      ) +
        path('M-60 -110H60L48 0H-48Z', p.b) +
        path('M10 -110H60L48 0H10Z', deep(p.b), 0.5),
    ) +
    at(
      520,
      t.base + 50,
      s.u * 1.02,
      at(
        0,
        0,
        1,
        rect(-450, -44, 900, 70, deep(p.table2, 0.25), 26) +
          rect(-450, -60, 900, 70, mix(p.table2, '#E3B67A', 0.45), 26) +
          dabs(s.r, -420, -52, 800, 50, deep(p.table2), 12, 0.3, 260),
      ) +
        at(-60, -44, 1, loaf) +
        at(300, -20, 1, at(60, -14, 0.95, slice) + slice),
    ) +
    at(420, s.h - 46 * s.u, s.u, knife(0, 0, -3)) +
    specks(s.r, 150, s.h - 90, 760, 70, '#E3B67A', 30, 6, 0.9)
  );
};
