import { skyOf } from '../palette.ts';
import { clouds, hills, skyAt, sunAt } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { bamboo, potted, tree, willow } from '../shapes-plants.ts';
import { lantern } from '../shapes-room.ts';
import { at, dabs, deep, dot, ell, fade, halo, many, mix, pale, path, pick, rect, type Scene, stroke } from '../svg.ts';

export const teahouse: Scene = (s) => {
  const k = skyOf(s, 'golden', 'mist', 'dusk', 'spring', 'night');
  const H = s.h;
  const y = H * 0.8;
  const z = Math.min(1.12, H / 1260);
  const wood = mix('#7A4632', k.hill, 0.15);
  const roofAt = (w: number, yy: number, h: number): string =>
    path(
      `M${-w} ${yy}C${-w * 0.8} ${yy - 10} ${-w * 0.72} ${yy - h * 0.7} ${-w * 0.6} ${yy - h}H${w * 0.6}C${w * 0.72} ${yy - h * 0.7} ${w * 0.8} ${yy - 10} ${w} ${yy}Q${w * 0.92} ${yy + 40} ${w * 0.8} ${yy + 26}H${-w * 0.8}Q${-w * 0.92} ${yy + 40} ${-w} ${yy}Z`,
      mix('#3F5A5E', k.hill, 0.2),
    ) +
    stroke(
      many(17, (i) => `M${(-0.58 + i * 0.0725) * w} ${yy - h + 6}L${(-0.8 + i * 0.1) * w} ${yy + 20}`),
      '#22363C',
      7,
      0.4,
    ) +
    rect(-w * 0.62, yy - h - 20, w * 1.24, 30, '#2A3E44', 10) +
    many(17, (i) => dot((-0.8 + i * 0.1) * w, yy + 24, 12, '#5A767A'));
  const lattice = (x: number, yy: number, w: number, h: number): string =>
    rect(x, yy, w, h, k.lit, 2) +
    stroke(
      `M${x + w / 3} ${yy}v${h}M${x + (w * 2) / 3} ${yy}v${h}M${x} ${yy + h / 4}h${w}M${x} ${yy + h / 2}h${w}M${x} ${yy + (h * 3) / 4}h${w}`,
      '#5A2E24',
      5,
    ) +
    `<rect x="${x}" y="${yy}" width="${w}" height="${h}" fill="none" stroke="#5A2E24" stroke-width="9"/>`;
  const house =
    rect(-300, -690, 600, 230, wood) +
    many(5, (i) => lattice(-276 + i * 114, -650, 96, 150)) +
    rect(-320, -494, 640, 26, deep(wood, 0.3)) +
    many(13, (i) => rect(-310 + i * 50, -520, 10, 34, deep(wood, 0.2))) +
    rect(-320, -528, 640, 12, wood) +
    rect(-360, -330, 720, 330, wood) +
    lattice(-330, -280, 160, 200) +
    lattice(170, -280, 160, 200) +
    rect(-130, -290, 260, 290, '#FFDF9A') +
    at(
      0,
      0,
      1,
      rect(-110, -110, 220, 16, '#8A5A3C') +
        at(-50, -94, 0.7, path('M-40 -16V-70H40V-16Z', '#8A5A3C')) +
        many(4, (i) => rect(-100 + i * 54, -230, 40, 60, pick(['#1F7A6B', '#D8432E', '#C98F5D'], i), 8)) +
        rect(-110, -168, 220, 8, '#8A5A3C') +
        at(
          40,
          -110,
          0.36,
          path('M-90 0C-110 -90 110 -90 90 0Z', '#D8432E') + stroke('M-90 -40C-150 -60 -150 0 -80 -10', '#D8432E', 16),
        ),
    ) +
    many(4, (i) => path(`M${-130 + i * 65} -290h62v84q-31 16 -62 0Z`, i % 2 ? '#1F7A6B' : '#2A8A78')) +
    dot(-65, -246, 18, '#F6EAD3') +
    stroke('M34 -262q14 -20 28 0t28 0M34 -240q14 -20 28 0t28 0', '#F6EAD3', 6) +
    many(6, (i) => rect(-360 + i * 142 - (i > 2 ? 8 : 0), -330, 20, 330, '#A8402E')) +
    roofAt(430, -700, 150) +
    roofAt(510, -350, 116) +
    rect(-150, -452, 300, 92, '#3A221C', 8) +
    rect(-138, -440, 276, 68, '#C8912E', 4, 0.25) +
    at(
      0,
      -384,
      0.2,
      path(
        'M-150 -100C-150 -190 -80 -214 0 -214S150 -190 150 -100C150 -36 104 0 70 0H-70C-104 0 -150 -36 -150 -100Z',
        '#E9B04A',
      ) +
        stroke('M-132 -150C-236 -176 -232 -40 -122 -52M126 -76C180 -76 186 -150 226 -176', '#E9B04A', 30) +
        dot(0, -236, 26, '#E9B04A'),
    ) +
    stroke('M-120 -406q16 -16 32 0t32 0M58 -406q16 -16 32 0t32 0', '#E9B04A', 7);
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 850, H * 0.14, 64) +
    clouds(s, k, 3, H * 0.34) +
    hills(s, H * 0.56, 130, k.far) +
    hills(s, H * 0.68, 90, k.hill) +
    at(90, y, 1.1, bamboo(0, H * 0.62, k.leaf) + bamboo(50, H * 0.52, k.leaf2) + bamboo(-46, H * 0.7, k.leaf2)) +
    at(1000, y + 10, 1, tree(s.r, H * 0.46, k)) +
    rect(
      0,
      y - 10,
      s.w,
      H - y + 10,
      fade(s, [
        [0, pale(k.ground, 0.2)],
        [1, k.ground2],
      ]),
    ) +
    dabs(s.r, 0, y, s.w, H - y, k.ground2, 30, 0.3, 160) +
    at(
      540,
      y + 6,
      z,
      rect(-400, -10, 800, 34, '#A89A88', 4) +
        house +
        rect(-170, 10, 340, 26, '#C9BBA5', 3) +
        rect(-200, 34, 400, 26, '#B5A68F', 3),
    ) +
    dot(540, y - 100, 340, halo(s, k.lit, 0.4)) +
    many(4, (i) =>
      lantern(s, 540 + (i < 2 ? -1 : 1) * z * (i % 2 ? 250 : 440), y - z * 240, 0.48 * z, '#D8432E', 110),
    ) +
    willow(s.r, 740, -30, 380, H * 0.34, k.leaf, 9) +
    at(
      250,
      H * 0.94,
      1,
      rect(-80, -80, 160, 16, '#8A5A3C', 4) +
        rect(-8, -66, 16, 66, '#6B4030') +
        ell(0, 0, 50, 9, '#6B4030') +
        at(
          -10,
          -80,
          0.32,
          path('M-90 0C-110 -90 110 -90 90 0Z', '#1F7A6B') + stroke('M-90 -40C-150 -60 -150 0 -80 -10', '#1F7A6B', 16),
        ) +
        at(46, -80, 0.3, path('M-40 -50H40L28 0H-28Z', '#FBF4E6')),
    ) +
    at(130, H * 0.95, 0.9, walker(look(1), true)) +
    at(370, H * 0.95, 0.9, walker(look(3), true)) +
    at(700, H * 0.95, H / 1500, walker(look(s.v))) +
    at(880, H * 0.96, 1, potted(s, k, 3, '#3F5A6B'))
  );
};
