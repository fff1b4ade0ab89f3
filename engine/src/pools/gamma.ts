// Lanczos approximation with g = 7, nine terms (Godfrey 2001): 15 digits.
const LANCZOS_G = 7;
const LANCZOS = [
  0.999_999_999_999_809_9, 676.520_368_121_885_1, -1_259.139_216_722_402_8, 771.323_428_777_653_1,
  -176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_572e-6,
  1.505_632_735_149_311_6e-7,
];

const PRECISION = 1e-12;
// Both expansions settle after a few √shape steps (Press et al., Numerical Recipes §6.2); shapes here stay below 10⁶.
const MOST_STEPS = 20_000;

/**
 * P(X > x) for X ~ Gamma(shape, 1): the regularised upper incomplete gamma function (Numerical Recipes §6.2).
 * Never falls when the shape grows. Math.log and Math.exp: replicas of one Node version agree.
 */
export function gammaAbove(shape: number, x: number): number {
  if (x <= 0) return 1;
  if (shape <= 0) return 0;
  const scale = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? 1 - scale * seriesBelow(shape, x) : scale * fractionAbove(shape, x);
}

function logGamma(value: number): number {
  // The series wants values from 1/2 on; Γ(v) = Γ(v + 1) / v.
  if (value < 0.5) return logGamma(value + 1) - Math.log(value);
  const shifted = value - 1;
  let sum = LANCZOS[0] as number;
  for (let term = 1; term < LANCZOS.length; term += 1) sum += (LANCZOS[term] as number) / (shifted + term);
  const base = shifted + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(sum);
}

function seriesBelow(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let step = 1; step < MOST_STEPS && term > sum * PRECISION; step += 1) {
    term *= x / (shape + step);
    sum += term;
  }
  return sum;
}

/** Lentz's method, modified by Thompson and Barnett. */
function fractionAbove(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let result = d;
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const a = -step * (step - shape);
    b += 2;
    d = 1 / nonZero(a * d + b, tiny);
    c = nonZero(b + a / c, tiny);
    const change = d * c;
    result *= change;
    if (Math.abs(change - 1) < PRECISION) break;
  }
  return result;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/**
 * Shape at which P(Gamma(shape, 1) > x) is `chance`: by bisection, for the chance grows with the shape.
 */
export function shapeWithChanceAbove(x: number, chance: number): number {
  let low = 0;
  let high = x + 1;
  // 2⁻³⁰ of the first interval is far below what a prior needs.
  for (let halving = 0; halving < 30; halving += 1) {
    const middle = (low + high) / 2;
    if (gammaAbove(middle, x) < chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
