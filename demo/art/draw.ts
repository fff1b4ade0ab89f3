// The demo town's pictures: one composed scene per id, four variants each.
import { scenes } from './scenes/index.ts';
import { clip, halo, hash, n, pick, rect, rectD, rng, type Stage } from './svg.ts';

export const illustrationIds: readonly string[] = Object.keys(scenes);

const SIZES = [
  [1080, 1440],
  [1080, 1080],
  [1080, 1350],
  [1080, 810],
] as const;

// Paper grain and dry streaks, made once in a small tile and repeated.
const NOISE = (id: string, frequency: string, octaves: number, matrix: string): string =>
  `<filter id="${id}" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" stitchTiles="stitch" baseFrequency="${frequency}" numOctaves="${octaves}" seed="4"/><feColorMatrix values="${matrix}"/></filter>`;
const GRAIN =
  NOISE('gf', '.7', 2, '0 0 0 0 .16 0 0 0 0 .1 0 0 0 0 .12 0 0 0 -2.6 1.55') +
  NOISE('lf', '.045 .3', 3, '0 0 0 0 1 0 0 0 0 .96 0 0 0 0 .86 0 0 0 -3.2 1.7') +
  '<pattern id="gp" width="300" height="300" patternUnits="userSpaceOnUse"><rect width="300" height="300" filter="url(#lf)" opacity=".12"/><rect width="300" height="300" filter="url(#gf)" opacity=".27"/></pattern>';

const finish = (s: Stage): string =>
  rect(-s.w * 0.5, -s.h * 0.55, s.w * 1.5, s.h * 1.3, halo(s, '#FFF3D0', 0.2)) + rect(0, 0, s.w, s.h, 'url(#gp)');

/** Draws one of the town's illustrations; the same id and variant always give the same picture. */
export function drawIllustration(id: string, variant: number): { svg: string; width: number; height: number } {
  const scene = scenes[id];
  if (!scene) throw new Error(`unknown illustration ${id}`);
  const v = ((Math.trunc(variant) % 4) + 4) % 4;
  const seed = hash(id);
  const [w, h] = pick(SIZES, seed + v);
  const s: Stage = { id, w, h, v, u: Math.min(1.06, Math.max(0.9, h / 1300)), r: rng(seed + v * 7919), seed, defs: [] };
  const body = clip(s, rectD(0, 0, w, h), scene(s)) + finish(s);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${n(w)}" height="${n(h)}" viewBox="0 0 ${n(w)} ${n(h)}"><defs>${GRAIN}${s.defs.join('')}</defs>${body}</svg>`;
  return { svg, width: w, height: h };
}
