import { factorize, solve } from './cholesky.ts';
import type { Histories } from './histories.ts';

/**
 * EASE (Steck, WWW'19): the linear model that best rebuilds histories from themselves without looking at the row it rebuilds. An
 * optional nightly job over the head of the catalogue: n² × 20 bytes of memory and about 4/3 n³ multiplications. 3,400 rows take
 * 20 s of a processor, 20,000 would take 8 GB and more than an hour: more is not meant.
 *
 * @param n rows are 0 … n − 1; a row counts once in a history
 * @param lambda ridge: larger is smoother
 * @returns weight of having seen `from` for `to` at `from × n + to`
 */
export function learnEase(histories: Histories, n: number, lambda: number): Float32Array {
  const gram = gramOf(histories, n);
  for (let row = 0; row < n; row += 1) gram[row * n + row] = (gram[row * n + row] as number) + lambda;
  factorize(gram, n);
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) inverse[row * n + row] = 1;
  solve(gram, n, inverse, n);
  return weightsOf(inverse, n);
}

// How many members know both rows; on the diagonal, how many know the one.
function gramOf({ starts, rows }: Histories, n: number): Float64Array {
  const gram = new Float64Array(n * n);
  for (let member = 0; member + 1 < starts.length; member += 1) {
    const known = new Set(rows.subarray(starts[member], starts[member + 1]));
    const sorted = Uint32Array.from(known).sort();
    for (let one = 0; one < sorted.length; one += 1) {
      const line = (sorted[one] as number) * n;
      for (let other = 0; other <= one; other += 1) {
        const cell = line + (sorted[other] as number);
        gram[cell] = (gram[cell] as number) + 1;
      }
    }
  }
  return gram;
}

function weightsOf(inverse: Float64Array, n: number): Float32Array {
  const weights = new Float32Array(n * n);
  for (let from = 0; from < n; from += 1) {
    for (let to = 0; to < n; to += 1) {
      if (from === to) continue;
      weights[from * n + to] = -(inverse[from * n + to] as number) / (inverse[to * n + to] as number);
    }
  }
  return weights;
}
