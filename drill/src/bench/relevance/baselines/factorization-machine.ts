/** A factorization machine (Rendle, ICDM 2010) for one-hot fields, the form of Gorse's ranker, trained by AdaGrad on log loss. */
export interface FactorizationMachine {
  /** @param features index of each field's feature over all fields; -1 for none */
  predict(features: Int32Array): number;
  /** @param isHeld fields whose feature is not changed */
  learn(features: Int32Array, label: number, isHeld?: Uint8Array): void;
}

export interface FmOptions {
  features: number;
  factors: number;
  rate: number;
  /** L2 of linear weights and factors. */
  ridge: number;
}

// Small enough to start as a linear model, as in libFM.
const FIRST_SCALE = 0.05;

export function openFactorizationMachine({ features: count, factors, rate, ridge }: FmOptions): FactorizationMachine {
  const linear = new Float32Array(count + 1);
  const linearSquares = new Float32Array(count + 1).fill(1);
  const vectors = seeded(count * factors);
  const vectorSquares = new Float32Array(count * factors).fill(1);
  const sums = new Float64Array(factors);

  function margin(features: Int32Array): number {
    let total = linear[count] as number;
    let squares = 0;
    sums.fill(0);
    for (const feature of features) {
      if (feature < 0) continue;
      total += linear[feature] as number;
      for (let at = 0; at < factors; at += 1) {
        const value = vectors[feature * factors + at] as number;
        sums[at] = (sums[at] as number) + value;
        squares += value * value;
      }
    }
    let pairs = 0;
    for (const sum of sums) pairs += sum * sum;
    return total + (pairs - squares) / 2;
  }

  function learn(features: Int32Array, label: number, isHeld?: Uint8Array) {
    const slope = 1 / (1 + Math.exp(-margin(features))) - label;
    step(linear, linearSquares, count, slope);
    for (let field = 0; field < features.length; field += 1) {
      const feature = features[field] as number;
      if (feature < 0 || isHeld?.[field]) continue;
      step(linear, linearSquares, feature, slope + ridge * (linear[feature] as number));
      for (let at = 0; at < factors; at += 1) {
        const cell = feature * factors + at;
        const own = vectors[cell] as number;
        step(vectors, vectorSquares, cell, slope * ((sums[at] as number) - own) + ridge * own);
      }
    }
  }

  function step(values: Float32Array, squares: Float32Array, cell: number, slope: number) {
    squares[cell] = (squares[cell] as number) + slope * slope;
    values[cell] = (values[cell] as number) - (rate * slope) / Math.sqrt(squares[cell] as number);
  }

  return { predict: margin, learn };
}

function seeded(length: number): Float32Array {
  let state = 7;
  return Float32Array.from({ length }, () => {
    // Numerical Recipes' linear congruential generator: any start does that is not all zeros.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 31 - 1) * FIRST_SCALE;
  });
}
