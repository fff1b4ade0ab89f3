/** What a re-ranking is given: scores of the candidates, and a vector of length 1 for each (or 0 where nothing is known). */
export interface Rerank {
  scores: Float32Array;
  vectors: Float32Array;
  dimensions: number;
  size: number;
}

/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR'98): (1 − weight) × score − weight × likeness to what stands already,
 * scores brought to 0 … 1.
 */
export function rerankByMmr({ scores, vectors, dimensions, size }: Rerank, weight: number): number[] {
  const relevance = toUnit(scores);
  const likeness = new Float64Array(scores.length);
  const chosen: number[] = [];
  while (chosen.length < size) {
    const best = largest(scores.length, chosen, (item) => {
      return (1 - weight) * (relevance[item] as number) - weight * (likeness[item] as number);
    });
    chosen.push(best);
    for (let item = 0; item < scores.length; item += 1) {
      likeness[item] = Math.max(likeness[item] as number, dot(vectors, item, best, dimensions));
    }
  }
  return chosen;
}

/**
 * The greedy most likely set of a determinantal point process (Chen, Zhang and Zhou, NeurIPS'18): L = q S q with
 * q = exp(score / (2 × weight)), by one row of Cholesky's factor for each place.
 */
export function rerankByDpp({ scores, vectors, dimensions, size }: Rerank, weight: number): number[] {
  const relevance = toUnit(scores);
  const rows: Float64Array[] = [];
  // A tenth on the diagonal: vectors of genres are often equal, and a set of equals must stay possible.
  const left = new Float64Array(scores.length).fill(1.1);
  const chosen: number[] = [];
  while (chosen.length < size) {
    const best = largest(scores.length, chosen, (item) => {
      return (relevance[item] as number) / weight + Math.log(Math.max(left[item] as number, 1e-9));
    });
    const root = Math.sqrt(Math.max(left[best] as number, 1e-9));
    const row = Float64Array.from(left, (_, item) => {
      const known = rows.reduce((sum, other) => sum + (other[item] as number) * (other[best] as number), 0);
      return (dot(vectors, item, best, dimensions) - known) / root;
    });
    row.forEach((value, item) => {
      left[item] = (left[item] as number) - value * value;
    });
    rows.push(row);
    chosen.push(best);
  }
  return chosen;
}

function largest(count: number, taken: readonly number[], worth: (item: number) => number): number {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (let item = 0; item < count; item += 1) {
    const own = worth(item);
    if (own > most && !taken.includes(item)) {
      best = item;
      most = own;
    }
  }
  return best;
}

export function dot(vectors: Float32Array, one: number, other: number, dimensions: number): number {
  let sum = 0;
  for (let k = 0; k < dimensions; k += 1) {
    sum += (vectors[one * dimensions + k] as number) * (vectors[other * dimensions + k] as number);
  }
  return sum;
}

function toUnit(scores: Float32Array): Float64Array {
  const least = Math.min(...scores);
  const range = Math.max(...scores) - least;
  return Float64Array.from(scores, (score) => (range > 0 ? (score - least) / range : 0));
}
