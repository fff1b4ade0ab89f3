import { type Columns, column } from '../memory/columns.ts';
import { DENSE, FIRST_PLAIN, plainNames, rateKinds } from './features.ts';
import { HEADS } from './rate-table.ts';

/** Research §4.3: one hashed table of 2^18 weights a head. */
export const WEIGHT_ROWS = 2 ** 18;

/** 16 MB: weights and the squares of their gradients (AdaGrad), a row of `HEADS` for each hashed cross. */
export const headColumns = {
  headWeight: column('f32', WEIGHT_ROWS, HEADS),
  headSquares: column('f32', WEIGHT_ROWS, HEADS),
  /** What was learnt on top of the first weights, a row for each dense feature. */
  headDenseWeight: column('f32', DENSE, HEADS),
  headDenseSquares: column('f32', DENSE, HEADS),
} as const;

export type HeadColumns = Columns<typeof headColumns>;

/** How fast weights follow. */
export interface LearningRates {
  dense: number;
  crosses: number;
  /** Pull of every touched cross towards nothing. */
  shrink: number;
}

/** Chosen on KuaiRand's 30 April (drill, `bench -- relevance --only kuairand`), never on the days it reports. */
export const LEARNING_RATES: LearningRates = { dense: 0.05, crosses: 0.015, shrink: 0.01 };

// AdaGrad's sum starts here, so that the first gradients do not make steps of the full rate (McMahan & Streeter 2010; β of FTRL).
const FIRST_SQUARES = 1;

/** Weights before anything is learnt, `DENSE` × `HEADS`: a house of its first day orders sensibly. */
export const firstWeights: Float64Array = Float64Array.from({ length: DENSE * HEADS }, (_, cell) => {
  const feature = Math.floor(cell / HEADS);
  const kind = rateKinds[feature];
  if (kind !== undefined) return kind.includes('-') ? 0.5 : 1;
  return feature < FIRST_PLAIN ? 0 : firstPlainWeight(feature - FIRST_PLAIN, cell % HEADS);
});

function firstPlainWeight(plain: number, head: number): number {
  // Hiding is the last head: what draws people in keeps them from hiding.
  const sign = head === HEADS - 1 ? -1 : 1;
  switch (plainNames[plain]) {
    case 'similarity':
    case 'closeness':
      return sign;
    case 'freshness':
    case 'language-match':
    case 'follows':
      return 0.5 * sign;
    default:
      return 0;
  }
}

/**
 * One step of AdaGrad on a row of weights.
 *
 * @param gradients of the loss by the margin, one a head; 0 where nothing is known
 * @param value of the feature, one for all heads
 */
export function stepRow(
  weights: Float32Array,
  squares: Float32Array,
  row: number,
  gradients: Float64Array,
  value: number,
  rate: number,
  shrink: number,
) {
  for (let head = 0; head < HEADS; head += 1) {
    const gradient = gradients[head] as number;
    if (gradient === 0) continue;
    stepCell(weights, squares, row * HEADS + head, gradient * value, rate, shrink);
  }
}

export function stepCell(
  weights: Float32Array,
  squares: Float32Array,
  cell: number,
  slope: number,
  rate: number,
  shrink: number,
) {
  const weight = weights[cell] as number;
  const pulled = slope + shrink * weight;
  const sum = (squares[cell] as number) + pulled * pulled;
  squares[cell] = sum;
  weights[cell] = weight - (rate * pulled) / Math.sqrt(FIRST_SQUARES + sum);
}
