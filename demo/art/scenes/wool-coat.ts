import { roomOf } from '../palette.ts';
import { shadow, wall, wallLight } from '../shapes-room.ts';
import { at, clip, dabs, deep, dot, line, many, mix, pale, path, pick, rect, type Scene, stroke } from '../svg.ts';
import { boards, hanger } from './wear-parts.ts';

export const coat: Scene = (s) => {
  const p = roomOf(s, 'sage', 'powder', 'blush', 'rose', 'lilac');
  const H = s.h;
  const fy = H * 0.8;
  const z = H / 1150;
  const c = pick(['#C48A54', '#B5402E', '#5A6E62', '#E3D0B0'], s.v);
  const d =
    'M-90 0C-150 14 -180 40 -190 90L-260 420L-190 440L-150 250L-176 720C-90 744 90 744 176 720L150 250L190 440L260 420L190 90C180 40 150 14 90 0Q0 40 -90 0Z';
  const body =
    `<g transform="translate(22 18)" opacity=".16">${path(d, '#2A1420')}</g>` +
    clip(
      s,
      d,
      path(d, c) +
        dabs(s.r, -240, 0, 480, 740, deep(c, 0.3), 70, 0.16, 60) +
        dabs(s.r, -240, 0, 480, 740, pale(c, 0.4), 50, 0.16, 50) +
        path('M70 0L190 90L260 420L190 440L150 250L176 720H70Z', deep(c, 0.4), 0.26),
    ) +
    line(6, 250, 10, 728, deep(c, 0.35), 5) +
    path('M-90 0L-16 260L-130 190L-104 150L-150 130Z', deep(c, 0.14)) +
    path('M90 0L6 260L130 190L104 150L150 130Z', deep(c, 0.22)) +
    path('M-90 0L0 250L90 0Q0 44 -90 0Z', '#F6EAD3') +
    many(5, (i) =>
      line(-60 + i * 30, 26 + Math.abs(i - 2) * -4, -26 + i * 13, 120 + (2 - Math.abs(i - 2)) * 50, '#D9C6A4', 4, 0.7),
    ) +
    many(
      6,
      (i) =>
        dot(i % 2 ? 46 : -38, 310 + Math.floor(i / 2) * 110, 15, deep(c, 0.55)) +
        dot(i % 2 ? 43 : -41, 307 + Math.floor(i / 2) * 110, 5, pale(c, 0.3)),
    ) +
    path('M-140 470H-60V500L-140 506ZM80 470H150V506L80 500Z', deep(c, 0.25)) +
    stroke('M-150 250L-160 110M150 250L160 110', deep(c, 0.35), 4, 0.5);
  const scarf =
    path('M-70 -6C-110 30 -70 70 0 66S110 30 70 -6C110 40 60 84 40 80L70 400H-10L0 84C-60 90 -120 40 -70 -6Z', p.a) +
    many(5, (i) => rect(-8 + i, 130 + i * 54, 74 - i, 20, p.cloth, 0, 0.85)) +
    many(6, (i) => line(-4 + i * 14, 400, -6 + i * 15, 440, p.a, 7));
  const boots = many(2, (i) =>
    at(
      i ? 120 : 0,
      0,
      1,
      path('M-30 -150H40V-60C70 -50 100 -40 100 0H-34Z', '#5A3426') +
        path('M16 -150H40V-60C70 -50 100 -40 100 0H40C40 -60 16 -90 16 -150Z', '#2A1420', 0.25) +
        rect(-36, -10, 140, 14, '#2A1A1E', 4) +
        rect(-34, -160, 78, 24, '#F6EAD3', 8),
    ),
  );
  return (
    wall(s, p, fy + 20) +
    wallLight(p, 40, H * 0.1, 1.1) +
    boards(s, p, fy) +
    rect(90, H * 0.1, 16, H * 0.78, '#8A5A3C') +
    rect(974, H * 0.1, 16, H * 0.78, '#8A5A3C') +
    rect(70, H * 0.1, 940, 16, '#B5783F', 8) +
    at(
      250,
      H * 0.1 + 98 * z,
      z * 0.9,
      hanger +
        path(
          'M-90 10C-140 26 -160 60 -164 110L-180 420H180L164 110C160 60 140 26 90 10Q0 50 -90 10Z',
          mix(p.b, p.wall, 0.35),
        ) +
        many(8, (i) => line(-150 + i * 42, 110, -160 + i * 45, 416, deep(p.b), 5, 0.18)),
    ) +
    at(
      850,
      H * 0.1 + 98 * z,
      z * 0.9,
      hanger +
        path('M-90 10L-150 60L-120 340H120L150 60L90 10Q0 60 -90 10Z', mix(p.c, p.wall, 0.35)) +
        path('M-110 340L-130 640H130L110 340Z', mix(p.b, p.wall, 0.55)),
    ) +
    at(540, H * 0.1 + 98 * z, z, hanger + at(0, 0, 1, body + scarf)) +
    at(200, H * 0.96, 1, shadow(110, 16) + boots) +
    at(
      880,
      H * 0.95,
      1,
      shadow(90, 20) +
        path('M-110 -90C-120 -190 120 -190 110 -90V-20Q0 10 -110 -20Z', p.a) +
        path('M-116 -60Q0 -20 116 -60V-14Q0 20 -116 -14Z', deep(p.a, 0.2)) +
        many(10, (i) => line(-96 + i * 21, -50, -96 + i * 21, -8, pale(p.a, 0.3), 4, 0.5)) +
        dot(0, -180, 34, p.cloth),
    )
  );
};
