import { roomOf } from '../palette.ts';
import { branch, leaf } from '../shapes-plants.ts';
import { tableTop } from '../shapes-room.ts';
import { cup, plate, tangerine, teapot } from '../shapes-table.ts';
import {
  at,
  between,
  blob,
  deep,
  dot,
  ell,
  fade,
  halo,
  many,
  pale,
  pick,
  rect,
  ring,
  type Scene,
  soft,
} from '../svg.ts';

const mooncake = (c: string): string => {
  const petals = many(12, (i) => ell(Math.cos(i * 0.5236) * 92, Math.sin(i * 0.5236) * 34, 26, 20, c));
  return (
    ell(14, 54, 118, 34, '#2A1420', 0.22) +
    at(0, 40, 1, petals.replaceAll(c, deep(c, 0.3))) +
    rect(-108, 0, 216, 40, deep(c, 0.24), 18) +
    petals +
    ell(0, 0, 100, 38, c) +
    ell(-10, -3, 84, 29, pale(c, 0.2)) +
    at(
      0,
      0,
      1,
      many(6, (i) => ell(Math.cos(i * 1.047) * 46, Math.sin(i * 1.047) * 16, 22, 9, deep(c, 0.18), 0.9)) +
        ell(0, 0, 20, 8, pale(c, 0.4)),
    ) +
    ring(0, 0, 84, 30, deep(c, 0.2), 4, 0.8)
  );
};

export const mooncakes: Scene = (s) => {
  const p = roomOf(s, 'indigo', 'jade', 'rose', 'mustard');
  const ty = s.h * 0.56;
  const base = ty + (s.h - ty) * 0.62;
  const moonY = ty * 0.46;
  const R = Math.min(330, ty * 0.42);
  const cake = '#D08A3C';
  const sky = rect(
    0,
    0,
    s.w,
    ty,
    fade(s, [
      [0, p.night ? '#17223F' : '#2B4A63'],
      [1, p.night ? '#4A5C84' : '#E9B98A'],
    ]),
  );
  return (
    sky +
    dot(600, moonY, R * 2, halo(s, '#FFE9A8', 0.65)) +
    dot(600, moonY, R, '#FBEBC0') +
    blob(s.r, 520, moonY - R * 0.2, R * 0.3, R * 0.2, '#EED79A', 0.2, 0.7) +
    blob(s.r, 720, moonY + R * 0.3, R * 0.26, R * 0.18, '#EED79A', 0.2, 0.6) +
    soft(
      0.75,
      ell(220, moonY + R * 0.66, 280, 26, '#D9C3B8') +
        ell(380, moonY + R * 0.56, 180, 24, '#D9C3B8') +
        ell(900, moonY + R * 0.8, 240, 20, '#D9C3B8'),
    ) +
    branch(
      s.r,
      [
        [1100, -20],
        [960, 80],
        [800, 120],
        [690, 210],
      ],
      '#4A3228',
      '#F3A83A',
      34,
      11,
    ) +
    many(24, () =>
      at(
        between(s.r, 660, 1080),
        between(s.r, 0, 240),
        1,
        leaf(70, 18, pick(['#3F7D5C', '#2B5F4C'], Math.floor(s.r() * 2))),
        s.r() * 360,
      ),
    ) +
    tableTop(s, p, ty, 'round') +
    at(210, base - 60 * s.u, s.u, teapot(p.b, p.c)) +
    at(
      640,
      base + 30,
      s.u,
      plate(380, p.cloth, p.a) +
        at(-170, -62, 1, mooncake(cake)) +
        at(110, -84, 1, mooncake(deep(cake, 0.08))) +
        at(-30, -40, 1, mooncake(pale(cake, 0.06))) +
        at(210, -30, 1, mooncake(cake)) +
        at(-50, -110, 1, mooncake(cake)),
    ) +
    at(190, s.h - 40, s.u, cup(130, 100, p.cloth, p.c, false)) +
    at(960, s.h - 26, s.u * 0.9, tangerine(58)) +
    many(14, () => at(between(s.r, 60, 1020), between(s.r, base + 60, s.h - 10), 1, dot(0, 0, 6, '#F6C24E')))
  );
};
