import { roomOf } from '../palette.ts';
import { branch, flower, leaf } from '../shapes-plants.ts';
import { shadow, wall } from '../shapes-room.ts';
import { vase } from '../shapes-table.ts';
import { at, clip, deep, dot, line, many, mix, pale, path, pick, rect, ring, type Scene, stroke } from '../svg.ts';
import { boards } from './wear-parts.ts';

export const hanfu: Scene = (s) => {
  const p = roomOf(s, 'cream', 'sage', 'jade', 'blush', 'powder');
  const H = s.h;
  const fy = H * 0.82;
  const z = H / 1120;
  const [c, skirt, sash] = pick(
    [
      ['#F3C9C0', '#D8432E', '#1F7A6B'],
      ['#D6E6DA', '#1F7A6B', '#D8432E'],
      ['#F6E3B8', '#C8702E', '#2B5F6B'],
      ['#D9D0E8', '#5C6FA8', '#D8432E'],
    ] as const,
    s.v,
  );
  const top =
    'M-86 0L-140 26L-440 120L-410 430C-330 400 -250 390 -190 330L-150 330H150L190 330C250 390 330 400 410 430L440 120L140 26L86 0Q0 30 -86 0Z';
  const robe =
    `<g transform="translate(20 18)" opacity=".15">${path(top, '#2A1420')}</g>` +
    path('M-130 320L-240 820C-120 850 120 850 240 820L130 320Z', skirt) +
    many(9, (i) =>
      path(
        `M${-110 + i * 26} 330L${-214 + i * 52} 826h20L${-104 + i * 26} 330Z`,
        i > 5 ? deep(skirt, 0.3) : deep(skirt, 0.16),
        0.7,
      ),
    ) +
    many(7, (i) => at(-190 + i * 64, 770 - (i % 2) * 26, 1, flower(22, pale(skirt, 0.55), '#F2C65C'))) +
    clip(
      s,
      top,
      path(top, c) +
        path('M150 30L440 120L410 430C330 400 250 390 190 330L130 330Z', deep(c, 0.3), 0.2) +
        many(10, (i) =>
          at(
            -380 + i * 84,
            230 + ((i * 53) % 130),
            1,
            flower(20, mix(c, skirt, 0.4), '#FFF8EA') + at(16, 16, 0.5, leaf(40, 14, mix(c, p.leaf, 0.6)), 120),
          ),
        ),
    ) +
    path('M-440 120L-410 430L-380 422L-408 112ZM440 120L410 430L380 422L408 112Z', skirt) +
    path('M-86 0L70 330L104 330L-50 -8Z', pale(c, 0.6)) +
    path('M86 0L-70 330L-104 330L50 -8Z', '#FFFDF6') +
    path('M86 0L-70 330L-84 330L70 -4Z', skirt) +
    rect(-150, 316, 300, 70, sash, 4) +
    rect(-150, 344, 300, 10, '#E9B04A') +
    path('M-16 380L-40 680L-4 676L10 384ZM10 380L50 650L80 640L36 384Z', sash) +
    dot(0, 360, 26, pale(sash, 0.2)) +
    many(3, (i) => line(-30 + i * 10, 680, -32 + i * 10, 730, '#E9B04A', 4));
  return (
    wall(s, p, fy + 20) +
    at(
      540,
      H * 0.44,
      1,
      dot(0, 0, Math.min(440, H * 0.36), mix(p.wall, p.light, 0.8)) +
        ring(0, 0, Math.min(440, H * 0.36), Math.min(440, H * 0.36), mix(p.wall2, p.c, 0.3), 10, 0.7),
    ) +
    boards(s, p, fy) +
    branch(
      s.r,
      [
        [-30, H * 0.2],
        [120, H * 0.14],
        [280, H * 0.16],
        [360, H * 0.09],
      ],
      '#5A3A30',
      '#F0A8A8',
      34,
      18,
    ) +
    rect(530, H * 0.14, 20, H * 0.78, '#7A4632') +
    rect(380, H * 0.91, 320, 26, '#7A4632', 6) +
    rect(100, H * 0.165, 880, 18, '#8A5236', 9) +
    dot(100, H * 0.165 + 9, 18, '#E9B04A') +
    dot(980, H * 0.165 + 9, 18, '#E9B04A') +
    at(540, H * 0.165 + 6, z * 0.86, robe) +
    at(
      170,
      H * 0.95,
      1.05,
      vase(
        p.b,
        many(3, (i) =>
          at(
            0,
            0,
            1,
            stroke('M0 0Q20 -90 -10 -200', '#5A3A30', 6) +
              many(6, (j) => at((j % 2) * 24 - 10, -60 - j * 26, 1, flower(18, '#F0A8A8'))),
            -20 + i * 20,
          ),
        ),
      ),
    ) +
    at(
      900,
      H * 0.95,
      1.1,
      shadow(110, 14) +
        path('M-110 -10A120 120 0 0 1 110 -10L16 -10L0 20L-16 -10Z', p.cloth) +
        many(9, (i) => line(0, 4, Math.cos(3.3 + i * 0.33) * 112, -10 + Math.sin(3.3 + i * 0.33) * 106, '#8A5236', 4)) +
        stroke('M-76 -50Q-30 -90 0 -60T80 -70', p.leaf, 7) +
        dot(30, -74, 12, '#D8432E') +
        dot(-30, -72, 9, '#D8432E'),
    )
  );
};
