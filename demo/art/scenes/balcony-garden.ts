import { roomOf, skyOf } from '../palette.ts';
import { catCurl, coat } from '../shapes-cats.ts';
import { blocks, clouds, skyAt, sunAt } from '../shapes-land.ts';
import { flower, leaf, potted, tree } from '../shapes-plants.ts';
import { at, ell, line, many, mix, path, pick, poly, rect, type Scene, stroke } from '../svg.ts';

export const balcony: Scene = (s) => {
  const p = roomOf(s, 'cream', 'rose', 'sage', 'blush');
  const k = skyOf(s, 'clear', 'golden', 'spring', 'dawn', 'dusk');
  const H = s.h;
  const y = H * 0.72;
  const z = Math.min(1.35, H / 950);
  const rail =
    many(15, (i) => rect(20 + i * 74, y - H * 0.26, 12, H * 0.26, '#4A4A50', 4)) +
    rect(0, y - H * 0.27, s.w, 18, '#3A3A42', 8) +
    rect(0, y - 30, s.w, 12, '#3A3A42', 4);
  const boxes = many(3, (i) =>
    at(
      180 + i * 360,
      y - H * 0.25,
      1,
      many(9, (j) =>
        at(
          -120 + j * 30,
          -40,
          1,
          j % 2
            ? stroke('M0 20Q4 -20 0 -50', k.leaf2, 4) +
                at(0, -54, 1, flower(22, pick(['#E0604C', '#F2B63E', '#FFF4EA', '#E88AA0'], i + j)))
            : at(0, 20, 1, leaf(70, 18, k.leaf), (j - 4) * 8),
        ),
      ) +
        rect(-140, -30, 280, 76, pick(['#B5603E', '#7A8A6A', '#C98F5D'], i), 8) +
        rect(60, -30, 80, 76, '#2A1420', 8, 0.14),
    ),
  );
  return (
    skyAt(s, k, H * 0.6) +
    sunAt(s, k, 800, H * 0.16, 66) +
    clouds(s, k, 3, H * 0.34) +
    blocks(s, H * 0.62, mix(k.far, k.low, 0.3), k.lit, H * 0.26, 11, 0.5) +
    blocks(s, H * 0.66, mix(k.hill, k.low, 0.2), k.lit, H * 0.14, 14, 0.5) +
    rect(0, H * 0.6, s.w, H, mix(k.leaf2, k.hill, 0.4)) +
    many(8, (i) => at(i * 150, H * 0.72, 0.8, tree(s.r, 260, k))) +
    rail +
    boxes +
    rect(0, y, s.w, H - y, p.table) +
    many(5, (i) =>
      many(9, (j) =>
        poly(
          [
            [540 + (j - 4.5) * (150 + i * 34), y + i * (H - y) * 0.2],
            [540 + (j - 3.5) * (150 + i * 34), y + i * (H - y) * 0.2],
            [540 + (j - 3.5) * (184 + i * 34), y + (i + 1) * (H - y) * 0.2],
            [540 + (j - 4.5) * (184 + i * 34), y + (i + 1) * (H - y) * 0.2],
          ],
          (i + j) % 2 ? p.cloth : p.b,
          0.28,
        ),
      ),
    ) +
    many(3, (i) =>
      at(
        200 + i * 330,
        -20,
        1,
        line(-40, 0, 0, 120, '#5A4A3A', 3) +
          line(40, 0, 0, 120, '#5A4A3A', 3) +
          at(0, 240, 0.85, potted(s, k, 2, pick([p.a, p.c, p.b], i))),
      ),
    ) +
    at(140, H * 0.88, z, potted(s, k, 1, p.a)) +
    at(310, H * 0.94, z * 0.8, potted(s, k, 3, p.c)) +
    at(930, H * 0.9, z, potted(s, k, 0, p.b)) +
    at(800, H * 0.96, z * 0.7, potted(s, k, 5, p.a)) +
    at(
      590,
      H * 0.92,
      z,
      ell(0, 2, 130, 14, '#2A1420', 0.22) +
        stroke('M-90 0L-60 -120M90 0L60 -120', '#8A5A3C', 13) +
        rect(-110, -136, 220, 20, '#B5783F', 6) +
        path('M-60 -140V-190C-60 -210 40 -210 40 -190V-140Z', p.b) +
        stroke('M40 -186L110 -220M-60 -180C-110 -180 -110 -146 -60 -150', p.b, 15) +
        path('M100 -240L140 -222L116 -196Z', p.b),
    ) +
    at(450, H * 0.97, 0.62, catCurl(s, coat(s.v)))
  );
};
