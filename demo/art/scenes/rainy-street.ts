import { skyOf } from '../palette.ts';
import { blocks, rainfall, skyAt } from '../shapes-land.ts';
import { look, streetLamp, umbrella, walker } from '../shapes-people.ts';
import {
  at,
  between,
  clip,
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
  rectD,
  type Scene,
  soft,
} from '../svg.ts';

const front = (w: number, h: number, c: string, lit: string, i: number): string =>
  rect(0, -h, w, h, c) +
  many(Math.floor(h / 130), (r) =>
    many(
      2,
      (j) =>
        rect(w * (0.14 + j * 0.42), -h + 34 + r * 130, w * 0.3, 78, (r + j + i) % 3 ? lit : deep(c, 0.45), 4) +
        rect(w * (0.12 + j * 0.42), -h + 112 + r * 130, w * 0.34, 9, deep(c, 0.3)),
    ),
  ) +
  rect(w - 14, -h, 14, h, deep(c, 0.4), 0, 0.4) +
  rect(-6, -h - 12, w + 12, 20, deep(c, 0.25), 3);

export const rainy: Scene = (s) => {
  const k = skyOf(s, 'rain', 'dusk', 'night', 'mist');
  const H = s.h;
  const y = H * 0.62;
  const row = (side: number): string =>
    many(3, (i) => {
      const z = 1.25 - i * 0.34;
      return at(
        side < 0 ? -30 + i * 150 : 1110 - i * 150,
        y + 90 - i * 46,
        z,
        at(
          side < 0 ? 0 : -230,
          0,
          1,
          front(
            230,
            Math.min(640, H * 0.5),
            mix(pick(['#B5705A', '#5F7F86', '#C99A5E', '#8A5A6B'], i + (side < 0 ? 0 : 2)), k.hill, 0.35),
            k.lit,
            i,
          ) +
            path('M-16 -150H246L266 -96H-36Z', pick(['#D8432E', '#1F7A6B', '#E9A83A'], i + s.v)) +
            rect(20, -96, 190, 96, k.lit, 0, 0.85) +
            rect(110, -96, 8, 96, '#5A3A30'),
        ),
      );
    });
  const wet = clip(
    s,
    rectD(0, y, s.w, H - y),
    soft(0.28, `<g transform="translate(0 ${n(y * 2 + 60)}) scale(1 -1)">${row(-1)}${row(1)}</g>`),
  );
  const person = (x: number, yy: number, z: number, i: number): string =>
    at(
      x,
      yy,
      z,
      soft(0.2, `<g transform="scale(1 -.6)">${walker(look(i))}</g>`) +
        walker(look(i)) +
        at(22, -120, 1.15, umbrella(pick(['#D8432E', '#E9A83A', '#1F7A6B', '#F6EAD3'], i))),
    );
  return (
    skyAt(s, k, y + 20) +
    soft(0.6, blocks(s, y + 10, mix(k.far, k.low, 0.2), k.lit, H * 0.3, 12, 0.4)) +
    rect(
      0,
      y,
      s.w,
      H - y,
      fade(s, [
        [0, mix(k.ground, k.low, 0.35)],
        [1, deep(k.ground, 0.2)],
      ]),
    ) +
    row(1) +
    row(-1) +
    wet +
    many(30, () =>
      ell(
        between(s.r, 0, 1080),
        between(s.r, y + 40, H),
        between(s.r, 30, 120),
        between(s.r, 3, 7),
        pick([k.lit, k.cloud, '#F0A07A'], Math.floor(s.r() * 3)),
        0.4,
      ),
    ) +
    many(2, (i) =>
      at(i ? 760 : 310, y + 70, 0.9, streetLamp(330, '#2A2A36', k.lit) + dot(0, -360, 170, halo(s, k.lit, 0.7))),
    ) +
    person(600, y + 60, 0.55, 2) +
    person(470, y + 90, 0.7, 1) +
    person(720, H * 0.86, H / 1150, 3) +
    person(400, H * 0.94, H / 950, s.v) +
    many(
      20,
      () =>
        `<ellipse cx="${n(between(s.r, 0, 1080))}" cy="${n(between(s.r, y + 60, H))}" rx="24" ry="7" fill="none" stroke="#F2F8F5" stroke-width="3" opacity=".5"/>`,
    ) +
    rainfall(s)
  );
};
