import { skyOf } from '../palette.ts';
import { clouds, skyAt } from '../shapes-land.ts';
import { bust, look } from '../shapes-people.ts';
import { leaf } from '../shapes-plants.ts';
import {
  at,
  blob,
  clip,
  dabs,
  dot,
  ell,
  ellD,
  halo,
  line,
  many,
  n,
  path,
  pick,
  rect,
  type Scene,
  soft,
} from '../svg.ts';

export const globe: Scene = (s) => {
  const k = skyOf(s, 'clear', 'dawn', 'mist', 'golden', 'night');
  const H = s.h;
  const R = Math.min(330, H * 0.29);
  const cy = H * 0.51;
  const land = '#5E9A62';
  const world =
    clip(
      s,
      ellD(0, 0, 300, 300),
      dot(0, 0, 300, '#5FA6B5') +
        dabs(s.r, -300, -300, 600, 600, '#BFE0E0', 40, 0.25, 120) +
        blob(s.r, -130, -120, 150, 110, land, 0.22) +
        blob(s.r, -90, 90, 80, 120, land, 0.2) +
        blob(s.r, 130, -90, 140, 100, '#8DB25E', 0.22) +
        blob(s.r, 140, 60, 90, 110, '#D9B25E', 0.2) +
        blob(s.r, 230, 190, 70, 46, land, 0.2) +
        blob(s.r, 0, -280, 150, 40, '#FFFDF6', 0.2) +
        blob(s.r, 0, 290, 170, 40, '#FFFDF6', 0.2) +
        path('M120 -300C320 -160 320 160 100 300H320V-300Z', '#1E2A4A', 0.2) +
        ell(-110, -150, 120, 70, '#FFFFFF', 0.18),
    ) +
    soft(
      0.9,
      ell(-180, -20, 110, 20, '#FFFDF6') +
        ell(-140, -34, 60, 20, '#FFFDF6') +
        ell(150, 130, 120, 20, '#FFFDF6') +
        ell(110, 118, 60, 18, '#FFFDF6'),
    );
  const landmarks =
    at(
      0,
      0,
      1,
      at(
        0,
        -290,
        0.9,
        path('M-60 0V-60H60V0Z', '#C8402E') +
          path('M-90 -60Q-50 -70 -40 -100H40Q50 -70 90 -60Z', '#2F4A50') +
          rect(-14, -40, 28, 40, '#F6D98A'),
      ),
      -24,
    ) +
    at(
      0,
      0,
      1,
      at(
        0,
        -292,
        0.9,
        path('M-14 0L-50 0L-8 -170H8L50 0H14Q0 -40 -14 0Z', '#8A6A5A') + line(-26, -60, 26, -60, '#8A6A5A', 9),
      ),
      24,
    ) +
    at(0, 0, 1, at(0, -292, 1, leaf(110, 44, land) + rect(-6, -20, 12, 26, '#6B4A38')), 62) +
    at(0, 0, 1, at(0, -292, 1, leaf(90, 34, '#3F7D5C') + rect(-6, -20, 12, 26, '#6B4A38')), -64);
  const friends = many(6, (i) => {
    const a = -2.62 + i * 1.047 + (i > 2 ? 0 : 0);
    const [rx, ry] = [Math.min(430, R * 1.45), Math.min(H * 0.375, R * 1.42)];
    const [x, y] = [540 + Math.cos(a) * rx, cy + Math.sin(a) * ry];
    const c = pick(['#F2B63E', '#E8705A', '#7FB5A4', '#F6C9C0', '#8FA8D0', '#D9B25E'], i + s.v);
    return (
      dot(x + 6, y + 10, R * 0.33, '#1E2A4A', 0.18) +
      dot(x, y, R * 0.33, '#FFFDF6') +
      dot(x, y, R * 0.3, c) +
      at(x, y, 1, clip(s, ellD(0, 0, R * 0.3, R * 0.3), at(0, R * 0.34, R / 400, bust(look(i + s.v), i + s.v))))
    );
  });
  const arcs = many(6, (i) => {
    const [a, b] = [-2.62 + i * 1.047, -2.62 + (i + 1) * 1.047];
    const [rx, ry] = [Math.min(430, R * 1.45), Math.min(H * 0.375, R * 1.42)];
    return `<path d="M${n(540 + Math.cos(a) * rx)} ${n(cy + Math.sin(a) * ry)}Q${n(540 + Math.cos((a + b) / 2) * rx * 1.2)} ${n(cy + Math.sin((a + b) / 2) * ry * 1.16)} ${n(540 + Math.cos(b) * rx)} ${n(cy + Math.sin(b) * ry)}" fill="none" stroke="#FFFDF6" stroke-width="6" stroke-dasharray="4 18" stroke-linecap="round"/>`;
  });
  return (
    skyAt(s, k, H) +
    rect(0, 0, s.w, H, k.low, 0, 0.3) +
    dot(540, cy, R * 2.1, halo(s, k.sun, 0.8)) +
    clouds(s, k, 5, H * 0.95) +
    arcs +
    at(540, cy, R / 300, landmarks + dot(10, 16, 304, '#1E2A4A', 0.18) + world) +
    friends +
    many(5, (i) =>
      at(
        110 + i * 215,
        H * (i % 2 ? 0.07 : 0.94),
        0.6,
        path('M0 20C-40 -10 -30 -50 0 -30C30 -50 40 -10 0 20Z', pick(['#D8432E', '#F2B63E', '#1F7A6B'], i)),
      ),
    )
  );
};
