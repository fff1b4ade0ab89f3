import { roomOf } from '../palette.ts';
import { catSit, coat } from '../shapes-cats.ts';
import { potted } from '../shapes-plants.ts';
import { wall } from '../shapes-room.ts';
import { windowAt } from '../shapes-window.ts';
import { at, ell, n, pale, path, type Scene, specks } from '../svg.ts';
import { big, floor, rug } from './cats-parts.ts';

export const twoCats: Scene = (s) => {
  const p = roomOf(s, 'rose', 'sage', 'lilac', 'indigo', 'cream');
  const fy = s.h * 0.55;
  const k = big(s, 0.86);
  return (
    wall(s, p, fy + 30) +
    windowAt(s, p, 300, s.h * 0.06, 480, fy * 0.62) +
    floor(s, p, fy) +
    rug(s, 540, s.h * 0.83, 480, s.h * 0.13, p.c, p.a) +
    at(110, fy + 70, 1.2, potted(s, p, 0, p.b)) +
    at(980, fy + 60, 1.2, potted(s, p, 3, p.a)) +
    at(540 - 84 * k, s.h * 0.86, k, catSit(s, coat(s.v), 'happy')) +
    at(540 + 84 * k, s.h * 0.88, k, catSit(s, coat(s.v + 2 + (s.v % 2)), 'open'), 0, true) +
    path(`M540 ${n(s.h * 0.86 - 420 * k)}c-30 -40 -80 0 0 50c80 -50 30 -90 0 -50Z`, p.a, 0.85) +
    at(
      880,
      s.h * 0.93,
      1,
      ell(0, 0, 90, 22, '#2A1420', 0.2) +
        path('M-90 -40H90L70 0H-70Z', p.b) +
        ell(0, -40, 90, 22, pale(p.b, 0.3)) +
        specks(s.r, -66, -50, 130, 18, '#8A5230', 18, 8, 1),
    )
  );
};
