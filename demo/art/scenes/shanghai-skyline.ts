import { skyOf } from '../palette.ts';
import { blocks, clouds, skyAt, sunAt, water } from '../shapes-land.ts';
import { look, streetLamp, walker } from '../shapes-people.ts';
import {
  at,
  between,
  deep,
  dot,
  ell,
  halo,
  line,
  many,
  mix,
  path,
  pick,
  rect,
  type Scene,
  soft,
  stroke,
} from '../svg.ts';

export const shanghai: Scene = (s) => {
  const k = skyOf(s, 'dusk', 'night', 'dawn', 'golden');
  const H = s.h;
  const y = H * 0.66;
  const z = Math.min(1.15, y / 760);
  const c = mix(k.hill, k.ink, 0.3);
  const pearl =
    rect(-7, -720, 14, 260, c) +
    stroke('M-60 0L-16 -220M60 0L16 -220M0 0V-500', c, 22) +
    dot(0, -212, 76, mix('#B5485E', c, 0.2)) +
    ell(-24, -236, 26, 18, '#FFD0C0', 0.5) +
    rect(-18, -470, 36, 240, c) +
    dot(0, -480, 52, mix('#B5485E', c, 0.2)) +
    ell(-16, -496, 18, 12, '#FFD0C0', 0.5) +
    dot(0, -590, 20, mix('#B5485E', c, 0.2)) +
    rect(-80, -16, 160, 16, c) +
    many(8, (i) => rect(-60 + i * 16, -218, 9, 9, k.lit, 2, 0.9));
  const twist =
    path('M-70 0C-80 -300 -60 -600 -20 -790L40 -810C60 -600 84 -300 74 0Z', mix(c, '#7A9AB5', 0.35)) +
    path('M20 -804L40 -810C60 -600 84 -300 74 0H10C50 -300 50 -600 20 -804Z', deep(c, 0.4), 0.6) +
    many(16, (i) => line(-60 + i * 1.4, -40 - i * 46, 60 - i, -60 - i * 46, k.lit, 4, 0.5));
  const opener =
    path('M-66 0L-56 -560L-30 -690H34L60 -560L66 0Z', mix(c, '#5A7A9A', 0.3)) +
    path('M-24 -662H26L34 -600H-32Z', k.mid) +
    path('M10 -690H34L60 -560L66 0H20Z', deep(c, 0.5), 0.5) +
    many(12, (i) => line(-44, -40 - i * 42, 44, -40 - i * 42, k.lit, 4, 0.45));
  const jin =
    many(5, (i) => rect(-56 + i * 9, -430 - i * 36, 112 - i * 18, 470 - i * 20, i % 2 ? c : deep(c, 0.2))) +
    line(0, -640, 0, -570, c, 6) +
    many(24, (i) => rect(-40 + (i % 4) * 22, -60 - Math.floor(i / 4) * 62, 10, 22, k.lit, 1, 0.7));
  return (
    skyAt(s, k, y) +
    sunAt(s, k, 300, H * 0.24, 72) +
    clouds(s, k, 4, y * 0.5) +
    soft(0.55, blocks(s, y, mix(k.far, k.low, 0.2), k.lit, y * 0.42, 16, 0.5)) +
    at(820, y, z, twist) +
    at(960, y, z, opener) +
    at(680, y, z, jin) +
    at(300, y, z, pearl) +
    blocks(s, y, c, k.lit, y * 0.22, 15, 0.85) +
    water(s, k, y, H - y, 300) +
    many(26, (i) =>
      rect(40 + i * 42, y + 10, 12, between(s.r, 30, 190), pick([k.lit, '#F08A6A', '#B5485E'], i), 6, 0.26),
    ) +
    rect(0, y - 4, s.w, 12, deep(c, 0.3)) +
    at(
      560,
      y + (H - y) * 0.46,
      1.1,
      path('M-190 -30H180L220 -70C190 20 -150 20 -190 -30Z', '#3A2A3A') +
        rect(-150, -74, 290, 46, '#F3E3CB', 6) +
        many(8, (i) => rect(-138 + i * 35, -64, 22, 22, k.lit, 3)) +
        rect(-110, -108, 210, 36, '#F3E3CB', 6) +
        rect(-60, -132, 110, 26, '#D8432E', 6),
    ) +
    rect(0, H - 96, s.w, 100, deep(c, 0.45)) +
    rect(0, H - 150, s.w, 12, deep(c, 0.5)) +
    many(14, (i) => rect(i * 82, H - 150, 8, 60, deep(c, 0.5))) +
    at(200, H - 30, 1.2, walker(look(2))) +
    at(290, H - 26, 1.2, walker(look(3))) +
    at(850, H - 10, 1, streetLamp(270, deep(c, 0.55), k.lit) + dot(0, -300, 130, halo(s, k.lit, 0.6)))
  );
};
