import { skyOf } from '../palette.ts';
import { skyAt, sunAt } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { lantern } from '../shapes-room.ts';
import { at, between, deep, dot, ell, fade, halo, many, mix, n, path, pick, rect, type Scene, stroke } from '../svg.ts';

export const lanterns: Scene = (s) => {
  const k = skyOf(s, 'night', 'dusk', 'night', 'dawn');
  const H = s.h;
  const y = H * 0.7;
  const shop = (x: number, w: number, h: number, i: number): string =>
    at(
      x,
      y + 30,
      1,
      rect(-w / 2, -h, w, h, mix('#7A4034', k.hill, 0.45)) +
        many(3, (r) =>
          many(
            3,
            (j) =>
              rect(-w * 0.4 + j * w * 0.28, -h + 60 + r * 130, w * 0.22, 80, k.lit, 3, (r + j + i) % 4 ? 0.9 : 0.25) +
              stroke(
                `M${n(-w * 0.29 + j * w * 0.28)} ${n(-h + 60 + r * 130)}v80M${n(-w * 0.4 + j * w * 0.28)} ${n(-h + 100 + r * 130)}h${n(w * 0.22)}`,
                '#4A2A2A',
                4,
              ),
          ),
        ) +
        path(
          `M${n(-w * 0.66)} ${n(-h + 20)}Q${n(-w * 0.46)} ${n(-h)} ${n(-w * 0.4)} ${n(-h - 80)}H${n(w * 0.4)}Q${n(w * 0.46)} ${n(-h)} ${n(w * 0.66)} ${n(-h + 20)}Q0 ${n(-h + 40)} ${n(-w * 0.66)} ${n(-h + 20)}Z`,
          deep(k.hill, 0.3),
        ),
    );
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 560, H * 0.2, 78) +
    shop(120, 330, H * 0.44, 0) +
    shop(960, 330, H * 0.46, 1) +
    shop(350, 220, H * 0.26, 2) +
    shop(740, 220, H * 0.28, 3) +
    rect(
      0,
      y + 20,
      s.w,
      H,
      fade(s, [
        [0, mix('#A8603E', k.ground, 0.3)],
        [1, deep(k.ground, 0.4)],
      ]),
    ) +
    dot(540, y + 60, 520, halo(s, '#FFB45A', 0.6)) +
    many(26, () => ell(between(s.r, 60, 1020), between(s.r, y + 40, H), between(s.r, 30, 100), 6, '#FFC65C', 0.22)) +
    many(5, (i) => at(330 + i * 100, y + 60 + (i % 2) * 30, 0.6, walker(look(i + s.v)))) +
    many(4, (r) =>
      stroke(
        `M-20 ${n(H * (0.02 + r * 0.09))}Q540 ${n(H * (0.14 + r * 0.1))} 1100 ${n(H * (0.03 + r * 0.08))}`,
        '#2A1626',
        4,
      ),
    ) +
    many(7, (i) => lantern(s, 330 + i * 70, H * (0.42 + (i % 2) * 0.03), 0.34, pick(['#D8432E', '#E9863A'], i), 60)) +
    many(6, (i) =>
      lantern(
        s,
        160 + i * 152,
        H * (0.3 + Math.sin((i / 5) * 3.14) * 0.05),
        0.6,
        pick(['#D8432E', '#E9A83A', '#E9863A'], i + s.v),
        90,
      ),
    ) +
    many(4, (i) =>
      lantern(
        s,
        80 + i * 310,
        H * (0.15 + (i % 2) * 0.07),
        1.0 + (i % 2) * 0.24,
        pick(['#D8432E', '#C8362A', '#E9863A'], i),
        200,
      ),
    ) +
    at(480, H * 0.97, H / 1000, walker(look(s.v))) +
    at(610, H * 0.975, H / 1400, walker(look(s.v + 1, '#F2B63E'))) +
    at(610 + (66 * H) / 1400, H * 0.975 - 60, 0.3, lantern(s, 0, 0, 1, '#E9863A', 130))
  );
};
