import { roomOf } from '../palette.ts';
import { potted } from '../shapes-plants.ts';
import { interior } from '../shapes-room.ts';
import { glass, plate } from '../shapes-table.ts';
import { at, dot, ell, many, pale, path, pick, rect, type Scene, soft } from '../svg.ts';

export const milkTea: Scene = (s) => {
  const p = roomOf(s, 'blush', 'powder', 'lilac', 'mustard', 'jade');
  const t = interior(s, p, ['window', 'nightwindow', 'arch', 'light'], ['wood', 'round', 'cloth'], 0.62);
  const tea = pick(['#C98F5E', '#D9A06A', '#B5A8C9', '#A9BF7A'], s.v);
  const pearls = many(44, (i) => {
    const row = Math.floor(i / 8);
    return at(
      -104 + (i % 8) * 30 + (row % 2) * 12,
      -26 - row * 25,
      1,
      dot(0, 0, 16, '#2E1712') + ell(-5, -6, 5, 4, '#8A5A48'),
    );
  });
  const swirl = many(5, (i) =>
    path(
      `M${-150 + i * 70} -470C${-170 + i * 80} -360 ${-90 + i * 60} -330 ${-120 + i * 64} -230C${-60 + i * 60} -320 ${-110 + i * 80} -380 ${-70 + i * 70} -470Z`,
      pale(tea, 0.55),
      0.65,
    ),
  );
  const straw = at(
    30,
    -120,
    1,
    rect(-19, -560, 38, 520, p.a, 4) + many(7, (i) => path(`M-19 ${-540 + i * 74}l38 -22v30l-38 22Z`, p.cloth, 0.85)),
    9,
  );
  const drink =
    soft(1, straw) +
    glass(
      s,
      300,
      480,
      tea,
      0.92,
      swirl + many(4, (i) => rect(-110 + i * 62, -430 + (i % 2) * 30, 58, 58, '#FFFFFF', 12, 0.34)) + pearls,
    ) +
    ell(0, -462, 130, 30, pale(tea, 0.7), 0.9);
  const small = (c: string): string =>
    at(0, 0, 0.62, at(20, -120, 1, rect(-17, -480, 34, 440, p.b, 4), -10) + glass(s, 280, 420, c, 0.9, pearls));
  return (
    t.back +
    at(140, t.ty + 70 * s.u, s.u, potted(s, p, 1, p.b)) +
    at(820, t.base - 40 * s.u, s.u, small(pick(['#F0A3A0', '#A9BF7A', '#F2B95E', '#C98F5E'], s.v))) +
    at(460, t.base + 40, Math.min(s.u, (t.base - 40) / 690), drink) +
    at(
      800,
      s.h - 50 * s.u,
      s.u,
      plate(170, p.cloth, p.c) +
        at(-50, -20, 1, dot(0, -34, 46, '#E79AA2') + ell(-12, -50, 14, 8, '#FFFFFF', 0.6)) +
        at(54, -14, 1, dot(0, -34, 46, '#A9BF7A') + ell(-12, -50, 14, 8, '#FFFFFF', 0.6)),
    ) +
    many(3, (i) => dot(150 + i * 44, s.h - 60 + (i % 2) * 20, 14, '#2E1712'))
  );
};
