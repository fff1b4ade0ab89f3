import { roomOf } from '../palette.ts';
import { leaf } from '../shapes-plants.ts';
import { interior, shadow } from '../shapes-room.ts';
import { at, deep, dot, ell, halo, line, many, n, pale, path, pick, rect, type Scene, specks, stroke } from '../svg.ts';

export const birthday: Scene = (s) => {
  const p = roomOf(s, 'blush', 'indigo', 'powder', 'lilac', 'mustard');
  const t = interior(s, p, ['light', 'window', 'plain'], ['cloth', 'round', 'gingham'], 0.6);
  const flags = many(9, (i) => {
    const x = i * 135;
    const y = 70 + Math.sin((i / 8) * 3.14) * 70;
    return path(`M${n(x - 46)} ${n(y)}h92l-46 96Z`, pick([p.a, p.c, p.b, p.cloth, '#E79AA2'], i));
  });
  const balloon = (c: string): string =>
    stroke('M0 60Q30 180 -10 300', p.ink, 3, 0.5) +
    ell(0, -20, 78, 92, c) +
    path('M-12 70L12 70L0 56Z', deep(c)) +
    path('M30 -104C80 -70 90 20 20 66C60 10 60 -60 30 -104Z', deep(c, 0.3), 0.4) +
    ell(-30, -54, 16, 28, '#FFFFFF', 0.5);
  const tier = (w: number, h: number, c: string, icing: string): string =>
    rect(-w, -h, w * 2, h, c) +
    path(`M${w * 0.4} ${-h}H${w}V0H${w * 0.5}Z`, deep(c, 0.35), 0.25) +
    ell(0, 0, w, w * 0.16, deep(c, 0.1)) +
    rect(-w, -h, w * 2, h - 4, c) +
    path(`M${w * 0.45} ${-h}H${w}V-4H${w * 0.55}Z`, deep(c, 0.35), 0.25) +
    ell(0, -h, w, w * 0.16, icing) +
    path(
      `M${-w} ${-h}${many(9, (i) => `q${n(w / 9)} ${i % 2 ? 90 : 50} ${n((w * 2) / 9)} 0`)}A${w} ${n(w * 0.16)} 0 0 0 ${-w} ${-h}Z`,
      icing,
    ) +
    many(11, (i) => dot(-w * 0.94 + i * w * 0.188, -14, 17, pale(icing, 0.3)));
  const berries = many(9, (i) => {
    const a = (i / 9) * 6.28;
    return at(
      Math.cos(a) * 168,
      Math.sin(a) * 24 - 396,
      1,
      path('M0 22C-34 4 -28 -34 0 -34S34 4 0 22Z', '#D8324A') +
        specks(s.r, -14, -22, 28, 30, '#FBE3A0', 5, 2.5, 1) +
        at(0, -30, 1, leaf(20, 9, '#4E8A3A'), 50) +
        at(0, -30, 1, leaf(20, 9, '#4E8A3A'), -50),
    );
  });
  const candles = many(5, (i) =>
    at(
      -96 + i * 48,
      -400 + (i % 2) * 14,
      1,
      dot(0, -118, 70, halo(s, '#FFE08A', 0.7)) +
        rect(-9, -92, 18, 96, pick([p.a, p.b, p.c], i), 4) +
        line(-8, -20, 8, -34, p.cloth, 6) +
        line(-8, -54, 8, -68, p.cloth, 6) +
        path('M0 -140C24 -108 14 -94 0 -94S-24 -108 0 -140Z', '#F6A92C') +
        path('M0 -122C10 -108 8 -98 0 -98S-10 -108 0 -122Z', '#FFF1BE'),
    ),
  );
  const cake =
    shadow(310, 60) +
    ell(0, -6, 350, 66, deep(p.cloth, 0.25)) +
    ell(0, -20, 350, 66, pale(p.b, 0.5)) +
    at(0, -20, 1, tier(280, 190, '#F6C9C0', '#FFF8EC')) +
    at(0, -214, 1, tier(200, 170, '#FBE3C8', pick(['#D8707E', '#7A4630', '#E9A83A', '#8DB2A8'], s.v))) +
    berries +
    candles;
  return (
    t.back +
    stroke('M-20 70Q540 210 1100 70', p.ink, 4, 0.5) +
    flags +
    at(130, t.ty - 280, 0.95, balloon(p.a)) +
    at(230, t.ty - 190, 0.8, balloon(p.c)) +
    at(950, t.ty - 260, 0.95, balloon(p.b)) +
    at(500 + 40, t.base + 40, Math.min(s.u, (t.base - 60) / 560), cake) +
    at(
      150,
      t.base + 60 * s.u,
      s.u,
      shadow(90, 20) +
        rect(-90, -140, 180, 140, p.b, 6) +
        rect(-100, -164, 200, 36, pale(p.b, 0.2), 6) +
        rect(-16, -164, 32, 164, p.c) +
        stroke('M0 -166C-70 -230 -90 -150 0 -166C70 -230 90 -150 0 -166', p.c, 14),
    ) +
    specks(s.r, 0, t.ty + 40, s.w, s.h - t.ty, p.a, 26, 7, 0.8) +
    specks(s.r, 0, t.ty + 40, s.w, s.h - t.ty, p.c, 26, 7, 0.8) +
    specks(s.r, 0, 200, s.w, t.ty - 200, p.c, 14, 6, 0.7)
  );
};
