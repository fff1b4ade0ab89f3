import { factorize, type Histories, historiesOf, type Random, solve } from '@teahouse/engine';
import type { Model } from '../measures.ts';

export interface IalsOptions {
  factors: number;
  sweeps: number;
  /** Weight of what was not seen, against 1 for what was. */
  unseenWeight: number;
  /** Ridge for each observation of a row (Rendle et al., RecSys'22, ν = 1). */
  ridge: number;
}

/** Alternating least squares for implicit feedback (Hu, Koren and Volinsky 2008) in the form of Rendle et al. 2022. */
export function ials(histories: Histories, items: number, options: IalsOptions, random: Random): Model {
  const { factors, sweeps } = options;
  const byItem = turn(histories, items);
  const members = randomFactors((histories.starts.length - 1) * factors, factors, random);
  const itemFactors = randomFactors(items * factors, factors, random);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    solveSide(histories, members, itemFactors, options);
    solveSide(byItem, itemFactors, members, options);
  }
  return {
    name: `iALS, k=${factors}`,
    score: (member, _history, out) => dotAll(members, itemFactors, member, factors, out),
  };
}

/** Scores of all items by inner products, as every factor model gives them. */
export function dotAll(
  members: Float64Array,
  items: Float64Array,
  member: number,
  factors: number,
  out: Float32Array,
): void {
  for (let item = 0; item < out.length; item += 1) {
    let sum = 0;
    for (let k = 0; k < factors; k += 1) {
      sum += (members[member * factors + k] as number) * (items[item * factors + k] as number);
    }
    out[item] = sum;
  }
}

function turn({ starts, rows }: Histories, items: number): Histories {
  const byItem: number[][] = Array.from({ length: items }, () => []);
  for (let member = 0; member + 1 < starts.length; member += 1) {
    for (const item of rows.subarray(starts[member], starts[member + 1])) byItem[item]?.push(member);
  }
  return historiesOf(byItem);
}

function randomFactors(length: number, factors: number, random: Random): Float64Array {
  // Irwin and Hall: twelve uniform numbers make about a normal one; 0.1 / √k as in Rendle et al.
  return Float64Array.from({ length }, () => {
    let sum = -6;
    for (let time = 0; time < 12; time += 1) sum += random();
    return (0.1 / Math.sqrt(factors)) * sum;
  });
}

function solveSide(seen: Histories, own: Float64Array, other: Float64Array, options: IalsOptions) {
  const { factors, unseenWeight, ridge } = options;
  const gram = gramOf(other, factors, unseenWeight);
  const matrix = new Float64Array(factors * factors);
  const total = other.length / factors;
  for (let row = 0; row + 1 < seen.starts.length; row += 1) {
    const known = seen.rows.subarray(seen.starts[row], seen.starts[row + 1]);
    matrix.set(gram);
    const side = own.subarray(row * factors, (row + 1) * factors).fill(0);
    for (const index of known) addOuter(matrix, side, other, index * factors, factors);
    const weight = ridge * (known.length + unseenWeight * total);
    for (let k = 0; k < factors; k += 1) matrix[k * factors + k] = (matrix[k * factors + k] as number) + weight;
    factorize(matrix, factors);
    solve(matrix, factors, side, 1);
  }
}

function gramOf(side: Float64Array, factors: number, weight: number): Float64Array {
  const gram = new Float64Array(factors * factors);
  for (let at = 0; at < side.length; at += factors) {
    for (let k = 0; k < factors; k += 1) {
      const value = weight * (side[at + k] as number);
      for (let l = 0; l <= k; l += 1) {
        gram[k * factors + l] = (gram[k * factors + l] as number) + value * (side[at + l] as number);
      }
    }
  }
  return gram;
}

function addOuter(matrix: Float64Array, side: Float64Array, other: Float64Array, at: number, factors: number) {
  for (let k = 0; k < factors; k += 1) {
    const value = other[at + k] as number;
    side[k] = (side[k] as number) + value;
    for (let l = 0; l <= k; l += 1) {
      matrix[k * factors + l] = (matrix[k * factors + l] as number) + value * (other[at + l] as number);
    }
  }
}
