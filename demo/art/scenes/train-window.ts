import { skyOf } from '../palette.ts';
import { clouds, hills, skyAt, sunAt } from '../shapes-land.ts';
import { steam } from '../shapes-room.ts';
import {
  at,
  clip,
  dabs,
  deep,
  dot,
  ell,
  line,
  many,
  mix,
  n,
  pale,
  path,
  poly,
  rect,
  type Scene,
  stroke,
} from '../svg.ts';

export const trainWindow: Scene = (s) => {
  const k = skyOf(s, 'golden', 'clear', 'dusk', 'spring', 'dawn');
  const H = s.h;
  const y = H * 0.48;
  const seat = mix('#1F7A6B', k.near, 0.2);
  const view =
    skyAt(s, k, y) +
    sunAt(s, k, 720, H * 0.2, 64) +
    clouds(s, k, 3, y * 0.7) +
    hills(s, y - 50, 110, k.far) +
    hills(s, y, 80, k.hill) +
    many(5, (i) =>
      at(
        150 + i * 190,
        y + 20,
        0.5,
        rect(-50, -70, 100, 70, '#F3E6CC') + path('M-66 -64L0 -120L66 -64Z', '#B5503A') + rect(-18, -40, 36, 40, k.lit),
      ),
    ) +
    rect(0, y + 10, s.w, H, mix(k.leaf, k.low, 0.2)) +
    many(7, (i) =>
      path(
        `M${n(540 + (i - 3) * 120)} ${n(y + 14)}L${n(540 + (i - 3) * 430)} ${n(H)}h90L${n(540 + (i - 3) * 120 + 24)} ${n(y + 14)}Z`,
        i % 2 ? pale(k.ground, 0.3) : k.leaf2,
        0.55,
      ),
    ) +
    dabs(s.r, 0, y + 20, s.w, H * 0.4, k.leaf2, 40, 0.35, 260) +
    line(840, H * 0.1, 840, H * 0.7, '#5A4A44', 12) +
    line(780, H * 0.16, 900, H * 0.16, '#5A4A44', 8) +
    stroke(
      `M0 ${n(H * 0.14)}Q420 ${n(H * 0.2)} 840 ${n(H * 0.16)}Q960 ${n(H * 0.17)} 1080 ${n(H * 0.14)}`,
      '#5A4A44',
      3,
    );
  const frame = '#EADBC2';
  return (
    rect(0, 0, s.w, H, frame) +
    dabs(s.r, 0, 0, s.w, H, '#CDB894', 40, 0.2, 260) +
    rect(110, H * 0.05, 860, H * 0.64, '#B9A686', 70) +
    clip(
      s,
      `M190 ${n(H * 0.07)}H890Q950 ${n(H * 0.07)} 950 ${n(H * 0.07 + 60)}V${n(H * 0.61)}Q950 ${n(H * 0.67)} 890 ${n(H * 0.67)}H190Q130 ${n(H * 0.67)} 130 ${n(H * 0.61)}V${n(H * 0.07 + 60)}Q130 ${n(H * 0.07)} 190 ${n(H * 0.07)}Z`,
      view +
        poly(
          [
            [200, 0],
            [380, 0],
            [100, H * 0.7],
            [-60, H * 0.7],
          ],
          '#FFFFFF',
          0.16,
        ),
    ) +
    many(2, (i) =>
      at(
        i ? 1080 : 0,
        0,
        1,
        path(`M0 ${n(-20)}C90 ${n(H * 0.2)} 30 ${n(H * 0.4)} 70 ${n(H * 0.74)}H-20V-20Z`, '#D8432E') +
          many(3, (j) =>
            stroke(`M${12 + j * 18} 0Q${60 - j * 6} ${n(H * 0.3)} ${10 + j * 20} ${n(H * 0.72)}`, '#8A2A20', 5, 0.4),
          ),
        0,
        i === 1,
      ),
    ) +
    path(`M-20 ${n(H)}V${n(H * 0.62)}C60 ${n(H * 0.58)} 190 ${n(H * 0.62)} 210 ${n(H * 0.72)}L230 ${n(H)}Z`, seat) +
    path(
      `M1100 ${n(H)}V${n(H * 0.62)}C1020 ${n(H * 0.58)} 890 ${n(H * 0.62)} 870 ${n(H * 0.72)}L850 ${n(H)}Z`,
      deep(seat, 0.15),
    ) +
    stroke(`M30 ${n(H * 0.66)}C100 ${n(H * 0.64)} 150 ${n(H * 0.68)} 164 ${n(H)}`, pale(seat, 0.4), 6, 0.6) +
    poly(
      [
        [230, H * 0.8],
        [850, H * 0.8],
        [930, H * 0.93],
        [150, H * 0.93],
      ],
      '#C98F5D',
    ) +
    poly(
      [
        [150, H * 0.93],
        [930, H * 0.93],
        [930, H * 0.955],
        [150, H * 0.955],
      ],
      '#8E5A38',
    ) +
    dabs(s.r, 260, H * 0.81, 560, H * 0.1, '#8E5A38', 16, 0.25, 200) +
    at(
      380,
      H * 0.9,
      0.9,
      path('M-60 0C-70 -60 -66 -110 -64 -150H64C66 -110 70 -60 60 0Z', '#FBF4E6') +
        rect(-66, -100, 132, 46, '#1F7A6B') +
        ell(0, -150, 64, 16, '#8A5230'),
    ) +
    steam(s, 380, H * 0.9 - 150, 0.7, 2) +
    at(
      640,
      H * 0.9,
      1,
      rect(-110, -20, 240, 24, '#D8432E', 6) +
        path('M-100 -24C-40 -60 0 -40 10 -22C20 -40 70 -56 130 -26V-16H-100Z', '#FFFDF4') +
        stroke('M-74 -30Q-30 -46 -2 -28M30 -32Q70 -46 110 -28', '#B9A686', 3),
    ) +
    at(
      760,
      H * 0.88,
      1,
      dot(0, -34, 38, '#EF8A34') +
        ell(-12, -48, 10, 7, '#FFFFFF', 0.5) +
        path('M0 -72q20 -20 36 -6q-16 14 -36 6Z', '#4E8A56'),
    )
  );
};
