import { skyOf } from '../palette.ts';
import { boat, cloud, clouds, hills, peaks, skyAt, sunAt, water } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { grass, pine } from '../shapes-plants.ts';
import { at, between, blob, clip, dabs, deep, line, many, mix, n, path, rectD, type Scene } from '../svg.ts';

export const mountainLake: Scene = (s) => {
  const k = skyOf(s, 'clear', 'spring', 'golden', 'dawn', 'mist');
  const H = s.h;
  const y = H * 0.54;
  const range =
    peaks(
      y,
      [
        [120, H * 0.26],
        [920, H * 0.22],
        [330, H * 0.3],
      ],
      mix(k.far, '#6F86A0', 0.4),
      '#FFFBF4',
      1.1,
    ) + peaks(y, [[600, H * 0.14]], mix(k.far, '#5F7898', 0.6), '#FFFDF8', 0.95);
  const shore = many(26, (i) =>
    at(i * 44, y + 8, 1, pine(s.r, between(s.r, 90, 190), mix(k.near, i % 2 ? k.leaf2 : k.hill, 0.4))),
  );
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 860, H * 0.12, 60) +
    clouds(s, k, 3, y * 0.5) +
    range +
    cloud(s, 300, y - 110, 420, k.cloud, 0.6) +
    hills(s, y + 10, 60, k.hill) +
    shore +
    water(s, k, y, H - y, 620) +
    clip(
      s,
      rectD(0, y, s.w, (H - y) * 0.7),
      `<g transform="translate(0 ${n(y * 2)}) scale(1 -1)" opacity=".25">${range}${shore}</g>`,
    ) +
    dabs(s.r, 0, y + 20, s.w, (H - y) * 0.7, k.glint, 34, 0.4, 200) +
    at(
      700,
      H * 0.76,
      1.1,
      boat('#C8402E') + at(10, -30, 0.5, walker(look(s.v, '#F2B63E'))) + line(60, -90, 130, 20, '#5A3A2C', 7),
    ) +
    path(`M0 ${n(H * 0.82)}C160 ${n(H * 0.8)} 300 ${n(H * 0.9)} 520 ${n(H)}H0Z`, k.leaf2) +
    grass(s.r, 0, H * 0.84, 360, H * 0.16, k.leaf, 60, 50) +
    at(120, H * 0.93, 1, pine(s.r, H * 0.5, deep(k.leaf2, 0.2))) +
    at(290, H * 0.98, 1, pine(s.r, H * 0.34, k.leaf2)) +
    at(1010, H * 1.02, 1, pine(s.r, H * 0.44, deep(k.leaf2, 0.1))) +
    many(7, () =>
      blob(s.r, between(s.r, 480, 1060), between(s.r, H * 0.93, H), 60, 26, mix('#9A948E', k.hill, 0.3), 0.1),
    )
  );
};
