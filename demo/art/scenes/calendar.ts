import { lightRooms, roomOf } from '../palette.ts';
import { flower, potted } from '../shapes-plants.ts';
import { wall, wallLight } from '../shapes-room.ts';
import { cup, tangerine } from '../shapes-table.ts';
import { at, clip, dabs, dot, fade, line, many, pale, path, pick, rect, ring, type Scene, stroke } from '../svg.ts';

export const calendar: Scene = (s) => {
  const p = roomOf(s, ...lightRooms, 'jade');
  const H = s.h;
  const z = Math.min(1.3, H / 1120);
  const view = clip(
    s,
    'M-300 -360H300V-90H-300Z',
    rect(
      -300,
      -360,
      600,
      270,
      fade(s, [
        [0, '#8FC3D2'],
        [1, '#FBEBD0'],
      ]),
    ) +
      dot(150, -290, 44, '#FFF3C9') +
      path('M-300 -170C-160 -260 -60 -180 40 -220S220 -250 300 -190V-90H-300Z', '#7FA59A') +
      path('M-300 -130C-180 -190 -20 -120 100 -160S240 -160 300 -140V-90H-300Z', '#3F7D5C') +
      many(7, (i) => at(-260 + i * 90, -96, 1, flower(24, pick(['#E8776A', '#F2B63E', '#FFF8EA'], i + s.v)))),
  );
  const grid = many(35, (i) => {
    const [x, y] = [-264 + (i % 7) * 88, -40 + Math.floor(i / 7) * 78];
    const red = (i + s.v * 5) % 11 === 3;
    return (
      rect(x - 36, y - 30, 72, 64, i % 7 > 4 ? '#FBEBDD' : '#F6F1E4', 8) +
      stroke(`M${x - 12} ${y}q8 -10 ${12 + (i % 3) * 4} -2`, i % 7 > 4 ? '#D8432E' : '#6B6460', 5) +
      (red ? ring(x, y + 2, 34, 29, '#D8432E', 6) : '') +
      (i % 6 === 2 ? at(x + 14, y + 16, 0.5, flower(22, '#E9A83A')) : '') +
      ((i + s.v) % 9 === 5 ? dot(x + 18, y + 18, 8, '#1F7A6B') : '')
    );
  });
  const cal =
    at(16, 20, 1, rect(-320, -380, 640, 760, '#2A1420', 10, 0.2)) +
    many(3, (i) => rect(-320 + i * 3, -376 + i * 6, 640 - i * 6, 750, i === 2 ? '#FFFDF6' : '#EBDFC8', 8)) +
    view +
    grid +
    rect(-330, -410, 660, 50, p.a, 8) +
    many(12, (i) => stroke(`M${-286 + i * 52} -372V-424Q${-286 + i * 52} -440 ${-274 + i * 52} -440`, '#5A5F64', 8)) +
    path('M250 374L316 374L316 310Z', '#E3D3B0');
  const fy = H * 0.86;
  return (
    wall(s, p, H) +
    wallLight(p, 30, H * 0.06, 1.2) +
    line(540, -10, 540, H * 0.06, '#5A3A2A', 5) +
    at(540, H * 0.46, z, stroke('M-120 -430L0 -520L120 -430', '#5A3A2A', 5) + dot(0, -520, 13, '#8E9298') + cal) +
    rect(0, fy, s.w, H - fy, p.table) +
    rect(0, fy, s.w, 8, pale(p.table, 0.5)) +
    dabs(s.r, 0, fy, s.w, H - fy, p.table2, 16, 0.3, 260) +
    at(120, fy + 60, 1.2, potted(s, p, 0, p.b)) +
    at(
      950,
      fy + 50,
      1,
      cup(130, 130, p.b, '#C98A3C', false) +
        many(4, (i) =>
          at(-30 + i * 20, -90, 1, rect(-7, -150, 14, 150, pick([p.a, p.c, p.b, p.leaf], i), 4), -12 + i * 8),
        ) +
        path('M-65 -130C-65 -60 -50 -10 -34 0H34C50 -10 65 -60 65 -130Z', p.b),
    ) +
    at(820, fy + 70, 0.9, tangerine(50))
  );
};
