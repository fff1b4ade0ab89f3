import { skyOf } from '../palette.ts';
import { boat, cloud, hills, skyAt, sunAt, water } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { branch, grass, pine } from '../shapes-plants.ts';
import { at, between, clip, deep, ell, fade, many, mix, n, path, rect, type Scene } from '../svg.ts';

export const fuji: Scene = (s) => {
  const k = skyOf(s, 'dawn', 'spring', 'clear', 'dusk');
  const H = s.h;
  const y = H * 0.58;
  const top = H * 0.18;
  const q = (d: number): string => n(top + (d * H) / 1350);
  const m = `M-60 ${n(y)}C220 ${n(y - 60)} 380 ${q(120)} 470 ${n(top)}Q540 ${n(top + 22)} 610 ${n(top)}C700 ${q(120)} 860 ${n(y - 60)} 1140 ${n(y)}Z`;
  const body = clip(
    s,
    m,
    rect(
      -60,
      top - 20,
      1220,
      y,
      fade(s, [
        [0, mix(k.far, '#3F5A8A', 0.75)],
        [1, mix(k.far, '#6F86B0', 0.3)],
      ]),
    ) +
      path(
        `M${560} ${n(top)}C700 ${n(top + 160)} 800 ${n(y - 60)} 800 ${n(y)}H1140V${n(top)}Z`,
        deep(k.far, 0.35),
        0.3,
      ) +
      path(
        `M300 ${n(top - 20)}H780V${q(190)}L720 ${q(130)}L690 ${q(230)}L630 ${q(140)}L590 ${q(260)}L530 ${q(130)}L480 ${q(250)}L430 ${q(150)}L380 ${q(210)}L300 ${q(150)}Z`,
        '#FFFBF2',
      ) +
      path(
        `M570 ${n(top)}H780V${q(190)}L720 ${q(130)}L690 ${q(230)}L640 ${q(140)}Q620 ${n(top + 60)} 570 ${n(top)}Z`,
        deep(k.far, 0.1),
        0.4,
      ),
  );
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 830, H * 0.17, 82) +
    body +
    cloud(s, 260, y - 90, 460, k.cloud) +
    cloud(s, 850, y - 140, 380, k.cloud, 0.7) +
    hills(s, y + 4, 60, k.hill) +
    many(16, (i) => at(i * 72, y + 10, 1, pine(s.r, between(s.r, 60, 110), k.near))) +
    water(s, k, y, H - y, 830) +
    `<g transform="translate(0 ${n(y * 2)}) scale(1 -1)" opacity=".16">${path(m, deep(k.far, 0.3))}</g>` +
    at(300, H * 0.78, 1, boat('#6B4030') + at(-10, -26, 0.5, walker(look(1)))) +
    path(`M0 ${n(H)}V${n(H * 0.9)}C300 ${n(H * 0.86)} 500 ${n(H * 0.95)} 700 ${n(H)}Z`, k.leaf2) +
    grass(s.r, 0, H * 0.92, 520, H * 0.08, k.leaf, 50, 50) +
    branch(
      s.r,
      [
        [1120, H * 0.04],
        [960, H * 0.1],
        [800, H * 0.08],
        [640, H * 0.13],
      ],
      '#5A3A3A',
      '#F6B6BC',
      46,
      22,
    ) +
    branch(
      s.r,
      [
        [-40, H * 0.03],
        [120, H * 0.07],
        [260, H * 0.05],
      ],
      '#5A3A3A',
      '#F6B6BC',
      30,
      20,
    ) +
    many(26, () =>
      at(between(s.r, 0, 1080), between(s.r, H * 0.2, H * 0.9), 1, ell(0, 0, 11, 6, '#FBD3D3', 0.9), s.r() * 180),
    )
  );
};
