/** The first audience of a note is found within a day (design "engine": First pool); its heat halves in twice that. */
const HALF_LIFE_MS = 2 * 24 * 3_600_000;
/** 1 January 2020: heats are small positive numbers, which 32-bit floats keep to a ten-thousandth of a half-life. */
const ORIGIN = 1_577_836_800_000;
/** Coldest heat of a note that was placed at all. */
const LEAST = 0.001;

/**
 * Heat is the logarithm of Σ weight · 2^(time / half-life): it never has to be cooled, and heats of any two notes compare at any
 * time (forward decay: Cormode, Shkapenyuk, Srivastava, Xu 2009). `Math.log2` may differ in its last bit between engines of
 * JavaScript, not between machines that run the same one.
 *
 * @param weight what somebody's act is worth, above 0; 1 for a note's arrival
 * @param at ms since the epoch
 */
export function heatOf(weight: number, at: number): number {
  return Math.max(LEAST, (at - ORIGIN) / HALF_LIFE_MS + Math.log2(weight));
}

/** The heat of two sums together. */
export function addHeat(heat: number, more: number): number {
  if (heat === 0) return more;
  const hotter = Math.max(heat, more);
  return hotter + Math.log2(1 + 2 ** (Math.min(heat, more) - hotter));
}
