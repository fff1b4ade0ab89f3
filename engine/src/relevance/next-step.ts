import { factorize, solve } from './cholesky.ts';
import { addPairs, type Histories } from './histories.ts';

export interface NextStepOptions {
  /** Places after which what was seen weighs half. */
  pastHalfLife: number;
  /** Places after which what comes weighs half. */
  futureHalfLife: number;
  /** Ridge, in units of one fully weighted row of a history. */
  lambda: number;
  /** How much less rows are expected that come often anyway: their column is divided by frequency to this power. */
  damping: number;
}

// Pairs farther apart than this many half-lives weigh under half a percent of neighbours.
const REACH = 8;

/**
 * EASE with a sense of time: the linear model that best foretells what comes next from what was seen last, over every place of every
 * history (SLIT of Choi et al., WWW'21). With geometric weights both sums depend on the distance of two rows only, so that they are
 * gathered in one pass and no history is weighed twice. Cost as for EASE.
 *
 * @returns weight of having seen `from` for `to` at `from × n + to`; recent rows are to be weighed by `2^(−place / pastHalfLife)`
 */
export function learnNextStep(histories: Histories, n: number, options: NextStepOptions): Float32Array {
  const { pastHalfLife, futureHalfLife, lambda, damping } = options;
  const past = 2 ** (-1 / pastHalfLife);
  const future = 2 ** (-1 / futureHalfLife);
  const reach = Math.ceil(REACH * Math.max(pastHalfLife, futureHalfLife));

  const gram = pastGram(histories, n, past, reach);
  for (let row = 0; row < n; row += 1) gram[row * n + row] = (gram[row * n + row] as number) + lambda;
  factorize(gram, n);

  const sides = new Float64Array(n * n);
  addPairs(histories, futureWeights(past, future, reach), sides, n);
  dampen(sides, n, damping);
  solve(gram, n, sides, n);
  return turned(sides, n);
}

// Two rows d places apart stand together in every later past: Σ past^(d + 2k) over k ≥ 0.
function pastGram(histories: Histories, n: number, past: number, reach: number): Float64Array {
  const whole = 1 / (1 - past * past);
  const weights = Float64Array.from({ length: reach + 1 }, (_, distance) => past ** distance * whole);
  const gram = new Float64Array(n * n);
  addPairs(histories, weights, gram, n);
  for (let row = 0; row < n; row += 1) {
    for (let other = 0; other < row; other += 1) {
      gram[row * n + other] = (gram[row * n + other] as number) + (gram[other * n + row] as number);
    }
    gram[row * n + row] = 2 * (gram[row * n + row] as number);
  }
  for (const row of histories.rows) gram[row * n + row] = (gram[row * n + row] as number) + whole;
  return gram;
}

// Between two rows d places apart lie d cuts into past and future: Σ past^k future^(d − 1 − k).
function futureWeights(past: number, future: number, reach: number): Float64Array {
  return Float64Array.from({ length: reach + 1 }, (_, distance) => {
    let sum = 0;
    for (let cut = 0; cut < distance; cut += 1) sum += past ** cut * future ** (distance - 1 - cut);
    return sum;
  });
}

function dampen(sides: Float64Array, n: number, damping: number) {
  for (let to = 0; to < n; to += 1) {
    const side = sides.subarray(to * n, (to + 1) * n);
    const scale = (1 + side.reduce((sum, weight) => sum + weight, 0)) ** -damping;
    for (let from = 0; from < n; from += 1) side[from] = (side[from] as number) * scale;
  }
}

function turned(sides: Float64Array, n: number): Float32Array {
  const weights = new Float32Array(n * n);
  for (let to = 0; to < n; to += 1) {
    for (let from = 0; from < n; from += 1) weights[from * n + to] = sides[to * n + from] as number;
  }
  return weights;
}
