import { skyOf } from '../palette.ts';
import { hills, sunAt } from '../shapes-land.ts';
import { look, walker } from '../shapes-people.ts';
import { at, between, blob, deep, ell, fade, many, mix, path, pick, poly, rect, type Scene, soft } from '../svg.ts';

export const torii: Scene = (s) => {
  const k = skyOf(s, 'mist', 'golden', 'dusk', 'spring');
  const H = s.h;
  const red = '#D6452F';
  const gate = (c: string): string =>
    rect(-250, -560, 44, 560, c) +
    rect(206, -560, 44, 560, c) +
    rect(-230, -560, 16, 560, '#2A1420', 0, 0.12) +
    rect(226, -560, 24, 560, '#2A1420', 0, 0.18) +
    rect(-300, -500, 600, 38, c) +
    path('M-380 -640Q0 -570 380 -640L366 -576Q0 -520 -366 -576Z', c) +
    path('M-392 -664Q0 -590 392 -664L382 -630Q0 -560 -382 -630Z', '#3A2A30') +
    rect(-28, -590, 56, 92, '#3A2A30', 4) +
    rect(-18, -580, 36, 72, '#E9B04A', 3) +
    rect(-262, -60, 68, 60, '#3A2A30', 4) +
    rect(194, -60, 68, 60, '#3A2A30', 4);
  const hz = H * 0.52;
  const steps = many(9, (i) => {
    const t = i / 9;
    const yy = hz + 30 + (H - hz) * t * t * 0.98;
    const w = 130 + t * 560;
    return (
      poly(
        [
          [540 - w / 2, yy],
          [540 + w / 2, yy],
          [540 + w / 2 + 40, yy + (H - hz) * (0.04 + t * 0.2)],
          [540 - w / 2 - 40, yy + (H - hz) * (0.04 + t * 0.2)],
        ],
        mix('#D9CDB8', k.hill, 0.25),
      ) +
      rect(540 - w / 2, yy, w, 8 + t * 10, '#FFF6E0', 0, 0.6) +
      rect(540 - w / 2, yy + 8 + t * 10, w, 10 + t * 22, '#6B5F58', 0, 0.4)
    );
  });
  const trunks = (c: string, a: number, b: number, count: number): string =>
    many(count, () => {
      const x = between(s.r, a, b);
      const w = between(s.r, 20, 54);
      return rect(x, -20, w, H * 0.8, c, 4) + rect(x + w * 0.55, -20, w * 0.45, H * 0.8, deep(c, 0.3), 0, 0.5);
    });
  return (
    rect(
      0,
      0,
      s.w,
      H,
      fade(s, [
        [0, mix(k.leaf2, k.top, 0.5)],
        [0.5, mix(k.low, k.leaf, 0.2)],
        [1, k.leaf2],
      ]),
    ) +
    sunAt(s, k, 540, H * 0.34, 100) +
    trunks(mix(k.far, k.leaf, 0.4), -40, 440, 8) +
    trunks(mix(k.far, k.leaf, 0.4), 620, 1080, 8) +
    hills(s, hz + 60, 60, k.leaf2) +
    soft(
      0.5,
      poly(
        [
          [460, 0],
          [620, 0],
          [880, H],
          [220, H],
        ],
        fade(s, [
          [0, '#FFF6D0', 0.6],
          [1, '#FFF6D0', 0],
        ]),
      ),
    ) +
    steps +
    at(540, hz + 40, H / 4200, gate(mix(red, k.low, 0.3))) +
    at(540, hz + H * 0.07, H / 2900, gate(mix(red, k.low, 0.14))) +
    at(540, hz + H * 0.12, H / 2100, gate(red)) +
    trunks(mix('#5A4038', k.leaf2, 0.3), -60, 90, 3) +
    trunks(mix('#5A4038', k.leaf2, 0.3), 960, 1080, 3) +
    at(540, hz + H * 0.36, H / 1080, gate(red)) +
    many(26, () =>
      blob(
        s.r,
        s.r() > 0.5 ? between(s.r, -40, 200) : between(s.r, 880, 1120),
        between(s.r, H * 0.78, H),
        90,
        60,
        pick([k.leaf, k.leaf2, deep(k.leaf2)], Math.floor(s.r() * 3)),
        0.14,
      ),
    ) +
    many(2, (i) =>
      at(
        i ? 900 : 180,
        H * 0.92,
        1,
        rect(-46, -20, 92, 24, '#8E8880', 3) +
          rect(-18, -110, 36, 94, '#A09A90') +
          rect(-46, -166, 92, 62, '#8E8880', 4) +
          rect(-26, -154, 52, 40, '#FFE3A0', 3) +
          path('M-74 -160Q0 -236 74 -160Z', '#77716A'),
      ),
    ) +
    at(560, H * 0.9, Math.min(1, H / 1300), walker(look(s.v))) +
    many(20, () =>
      blob(
        s.r,
        between(s.r, -20, 1100),
        between(s.r, -30, H * 0.05),
        110,
        50,
        pick([k.leaf, k.leaf2], Math.floor(s.r() * 2)),
        0.14,
        0.95,
      ),
    ) +
    many(18, () =>
      at(
        between(s.r, 0, 1080),
        between(s.r, 60, H),
        1,
        ell(0, 0, 12, 6, pick(['#F2A63E', '#E8704A', '#F6D3C0'], s.v), 0.9),
        s.r() * 180,
      ),
    )
  );
};
