import { roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { interior, shadow, steam } from '../shapes-room.ts';
import { plate } from '../shapes-table.ts';
import { at, deep, dot, ell, line, many, pale, path, type Scene, specks, stroke } from '../svg.ts';

const churro = (turn: number): string =>
  at(
    0,
    0,
    1,
    path('M-26 0V-330Q0 -366 26 -330V0Z', '#C9803A') +
      many(3, (i) => line(-16 + i * 16, -6, -16 + i * 16, -330, i === 1 ? '#EDB868' : '#8F5220', 7, 0.7)) +
      many(20, (i) => dot(-20 + ((i * 17) % 42), -20 - i * 16, 4, '#FFF8E8', 0.95)),
    turn,
  );

export const churros: Scene = (s) => {
  const p = roomOf(s, 'rose', 'mustard', 'jade', 'powder', 'lilac');
  const t = interior(s, p, ['nightwindow', 'tiles', 'arch', 'window'], ['wood', 'cloth']);
  const cone =
    shadow(150, 40) +
    many(7, (i) => at(-96 + i * 32, -250, 1, churro((i - 3) * 9))) +
    path('M-170 -330Q0 -270 170 -330L96 0Q0 20 -96 0Z', p.cloth) +
    many(9, (i) =>
      path(`M${-150 + i * 40} ${-310 + Math.abs(i - 4) * -4}L${-84 + i * 22} 0h12L${-128 + i * 40} -306Z`, p.a, 0.75),
    ) +
    path('M60 -300L170 -330L96 0Q60 10 30 12Z', '#2A1420', 0.14) +
    stroke('M-170 -330Q0 -270 170 -330', pale(p.cloth, 0.4), 8);
  const choc =
    shadow(150, 36) +
    stroke('M120 -150C240 -170 230 -40 100 -60', deep(p.b, 0.15), 26) +
    path('M-150 -200C-150 -80 -110 0 -70 0H70C110 0 150 -80 150 -200Z', p.b) +
    path('M60 0C110 -60 110 -140 100 -200H150C150 -80 110 0 70 0Z', deep(p.b, 0.4), 0.4) +
    ell(0, -200, 150, 44, pale(p.b, 0.35)) +
    ell(0, -198, 134, 36, '#3A1A12') +
    stroke('M-70 -200C-40 -216 30 -214 60 -196C30 -184 -30 -186 -20 -198', '#7A4630', 8) +
    at(40, -190, 0.8, churro(24));
  return (
    t.back +
    at(150, t.ty + 80 * s.u, s.u, potted(s, p, 3, p.c)) +
    at(390, t.base + 30, s.u * 1.02, cone) +
    at(780, t.base + 40, s.u, choc) +
    steam(s, 740, t.base - 180 * s.u, s.u * 0.9, 2) +
    at(
      560,
      s.h - 44 * s.u,
      s.u,
      plate(150, p.cloth, p.c) + many(3, (i) => at(110, -22 - i * 16, 0.62, churro(-90 + i * 6))),
    ) +
    specks(s.r, 150, s.h - 120, 800, 90, '#FFFBF0', 40, 4, 0.9)
  );
};
