import { skyOf } from '../palette.ts';
import { blocks } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { bokeh, lantern, steam } from '../shapes-room.ts';
import {
  at,
  between,
  deep,
  dot,
  ell,
  fade,
  halo,
  many,
  mix,
  n,
  path,
  pick,
  rect,
  type Scene,
  type Stage,
  specks,
  stroke,
} from '../svg.ts';

const stall = (s: Stage, x: number, y: number, z: number, i: number, goods: string): string => {
  const c = pick(['#D8432E', '#1F7A6B', '#E9A83A', '#5C6FA8'], i);
  return at(
    x,
    y,
    z,
    dot(0, -190, 330, halo(s, '#FFC65C', 0.5)) +
      rect(-190, -380, 14, 380, '#4A2E28') +
      rect(176, -380, 14, 380, '#4A2E28') +
      rect(-190, -330, 380, 240, '#FFDF9A', 0, 0.85) +
      goods +
      rect(-210, -120, 420, 120, deep(c, 0.3)) +
      many(6, (j) => rect(-204 + j * 70, -112, 62, 108, deep(c, j % 2 ? 0.4 : 0.2), 4)) +
      rect(-222, -140, 444, 30, '#8A5A3C', 4) +
      many(8, (j) => path(`M${-216 + j * 54} -400h54l10 84q-32 36 -64 0Z`, j % 2 ? '#FBF1DF' : c)) +
      rect(-216, -414, 432, 24, deep(c, 0.2), 6) +
      many(2, (j) => at(j ? 150 : -150, -260, 0.42, lantern(s, 0, 0, 1, '#D8432E', 130))),
  );
};

export const nightMarket: Scene = (s) => {
  const k = skyOf(s, 'night', 'dusk', 'night', 'dusk');
  const H = s.h;
  const goods = many(4, (i) =>
    at(
      -120 + i * 80,
      -140,
      1,
      i % 2
        ? path('M-36 0V-50H36V0Z', '#C98F5D') +
            dot(-14, -60, 18, '#EF8A34') +
            dot(16, -60, 18, '#D8432E') +
            dot(0, -80, 18, '#F2C23E')
        : rect(-34, -40, 68, 40, '#E9D2A8', 6) + ell(0, -44, 32, 18, '#FFFDF4'),
    ),
  );
  const seller = (i: number): string => at(20, -130, 0.95, walker(look(i), true));
  return (
    rect(
      0,
      0,
      s.w,
      H,
      fade(s, [
        [0, k.top],
        [0.5, k.mid],
        [1, k.low],
      ]),
    ) +
    (k.night ? specks(s.r, 0, 0, s.w, H * 0.3, '#FFF6D8', 40, 3, 0.7) : '') +
    blocks(s, H * 0.56, deep(k.hill, 0.1), k.lit, H * 0.36, 10, 0.6) +
    bokeh(s, H * 0.1, H * 0.5, 20) +
    path(
      `M0 ${n(H * 0.56)}H1080V${n(H)}H0Z`,
      fade(s, [
        [0, mix('#8A4A3A', k.ground, 0.4)],
        [1, deep(k.ground, 0.3)],
      ]),
    ) +
    stall(s, 540, H * 0.6, 0.5, 2, seller(1) + goods) +
    stall(s, 330, H * 0.64, 0.62, 1, seller(2) + goods) +
    stall(s, 770, H * 0.645, 0.64, 0, seller(3) + goods) +
    dot(540, H * 0.72, 460, halo(s, '#FFC65C', 0.4)) +
    many(6, (i) => at(360 + i * 78, H * (0.735 + (i % 2) * 0.02), 0.62, walker(look(i + s.v)))) +
    stall(s, 110, H * 0.8, 1.05, 3, seller(0) + goods) +
    stall(s, 990, H * 0.81, 1.05, 1, seller(4) + goods) +
    steam(s, 990, H * 0.81 - 170, 1, 3) +
    steam(s, 140, H * 0.8 - 170, 0.9, 2) +
    many(14, () => ell(between(s.r, 100, 980), between(s.r, H * 0.84, H), between(s.r, 40, 130), 7, '#FFC65C', 0.2)) +
    many(2, (r) =>
      stroke(
        `M-20 ${n(H * (0.1 + r * 0.1))}Q540 ${n(H * (0.24 + r * 0.08))} 1100 ${n(H * (0.08 + r * 0.12))}`,
        '#1B1626',
        4,
      ),
    ) +
    many(7, (i) =>
      lantern(
        s,
        80 + i * 154,
        H * (0.14 + Math.sin((i / 6) * 3.14) * 0.07) + 70,
        0.5 + (i % 2) * 0.12,
        pick(['#D8432E', '#E9863A'], i),
        90,
      ),
    ) +
    at(420, H * 0.95, H / 1150, walker(look(s.v + 1))) +
    at(540, H * 0.96, H / 1150, walker(look(s.v + 2))) +
    at(650, H * 0.955, H / 1600, walker(look(s.v + 3, '#F2B63E')))
  );
};
