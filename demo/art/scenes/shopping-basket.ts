import { INK, roomOf } from '../palette.ts';
import { scrawl, sheet } from '../shapes-flat.ts';
import { leaf } from '../shapes-plants.ts';
import { interior, jar, shadow } from '../shapes-room.ts';
import { tangerine } from '../shapes-table.ts';
import { at, clip, ell, many, path, pick, rect, type Scene, stroke } from '../svg.ts';

export const basket: Scene = (s) => {
  const p = roomOf(s, 'powder', 'mustard', 'blush', 'sage', 'rose');
  const t = interior(s, p, ['tiles', 'window', 'shelf', 'light'], ['wood', 'cloth', 'gingham'], 0.56);
  const z = Math.min(1.25, s.h / 1050);
  const d = 'M-330 -220H330L270 0H-270Z';
  const goods =
    at(
      -200,
      -190,
      1,
      path('M-50 0V-240Q0 -290 50 -240V0Z', '#D9A05E') +
        many(
          3,
          (i) =>
            path(
              `M${-34 + i * 26} -110L${-50 + i * 30} -330Q${-34 + i * 30} -360 ${-18 + i * 30} -330L${-8 + i * 26} -110Z`,
              '#C27A38',
            ) + stroke(`M${-44 + i * 30} -280l20 14M${-42 + i * 30} -230l20 14`, '#F3D9A4', 6),
        ),
    ) +
    at(
      -70,
      -180,
      1,
      many(5, (i) => at(0, -60, 1, leaf(200, 44, i % 2 ? '#5E9B52' : '#86B75A'), -40 + i * 20)) +
        rect(-30, -110, 60, 100, '#F1F3E0', 20),
    ) +
    at(
      60,
      -170,
      1,
      rect(-60, -270, 120, 260, '#FBF6EA', 6) +
        path('M-60 -270L-30 -330H30L60 -270Z', '#E3EEF0') +
        rect(-34, -346, 68, 20, '#5FA6B5', 4) +
        rect(-60, -190, 120, 90, '#5FA6B5') +
        path('M-30 -130C-30 -170 30 -170 30 -130Z', '#FFFDF6') +
        rect(20, -270, 40, 260, '#2A1420', 0, 0.1),
    ) +
    at(
      190,
      -170,
      1,
      tangerine(66) + at(-60, 30, 1, tangerine(60, '#D8432E')) + at(70, 24, 1, tangerine(58, '#8DB255')),
    ) +
    at(
      260,
      -190,
      1,
      many(6, (i) =>
        at(0, -40, 1, stroke('M0 0V-180', '#F1F7E0', 13) + stroke('M0 -120L10 -260', '#5E9B52', 15), -14 + i * 9),
      ),
    );
  const body =
    shadow(300, 50) +
    stroke('M-280 -220C-260 -520 260 -520 280 -220', '#8A5628', 30) +
    stroke('M-280 -224C-260 -524 260 -524 280 -224', '#D9A05E', 9) +
    goods +
    clip(
      s,
      d,
      path(d, '#B5793E') +
        many(45, (i) =>
          rect(
            -330 + (i % 9) * 76 + (Math.floor(i / 9) % 2) * 38,
            -212 + Math.floor(i / 9) * 46,
            58,
            34,
            (i + Math.floor(i / 9)) % 2 ? '#D9A860' : '#9C6230',
            14,
          ),
        ) +
        path('M130 -220H330L270 0H150Z', '#2A1420', 0.16),
    ) +
    rect(-346, -244, 692, 40, '#8A5628', 16) +
    rect(-340, -240, 680, 12, '#D9A05E', 6) +
    path('M-330 -230C-200 -180 -100 -190 -20 -226L-40 -90C-80 -60 -120 -110 -160 -70Z', p.cloth) +
    many(4, (i) => stroke(`M${-270 + i * 62} -212L${-190 + i * 34} -90`, p.a, 5, 0.55));
  return (
    t.back +
    at(540, t.base + 40, z, body) +
    at(130, t.base + 60, z, jar(100, 150, '#D8542E', p.c) + at(74, 40, 0.8, tangerine(56))) +
    at(
      930,
      t.base + 70,
      z,
      many(6, (i) =>
        at(
          -40 + (i % 3) * 42,
          -Math.floor(i / 3) * 34,
          1,
          ell(0, -22, 25, 31, pick(['#F3DDBE', '#E9C79A', '#FBF1DF'], i)) + ell(-8, -32, 7, 9, '#FFFFFF', 0.5),
        ),
      ),
    ) +
    at(360, s.h - 30, 1, sheet(190, 60, '#FFFDF4', scrawl(s, 20, 30, 140, INK, 1, 30, 10)), -6)
  );
};
