/**
 * Adds up what each of the last rows says of every row: `out[to] += Σ 2^(−place / halfLife) × weights[from × n + to]`.
 *
 * @param recent newest first
 * @param halfLife places; Infinity counts all alike
 */
export function addRecentScores(
  weights: Float32Array,
  n: number,
  recent: ArrayLike<number>,
  halfLife: number,
  out: Float32Array,
): void {
  for (let place = 0; place < recent.length; place += 1) {
    const from = recent[place] as number;
    if (!(from < n)) continue;
    const weight = 2 ** (-place / halfLife);
    const line = from * n;
    for (let to = 0; to < n; to += 1) out[to] = (out[to] as number) + weight * (weights[line + to] as number);
  }
}

/**
 * Brings scores of different kinds together: each is measured in its own standard deviations over the candidates, then weighed
 * (z-score fusion; Renda and Straccia 2003). A source that says the same of all candidates says nothing.
 *
 * @param sources as many numbers each as `out` is long
 * @param shares a weight for each source
 */
export function blend(sources: readonly Float32Array[], shares: readonly number[], out: Float32Array): void {
  out.fill(0);
  for (let index = 0; index < sources.length; index += 1) {
    addStandardized(sources[index] as Float32Array, shares[index] ?? 0, out);
  }
}

function addStandardized(source: Float32Array, share: number, out: Float32Array) {
  const count = out.length;
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += source[index] as number;
  const mean = sum / count;
  let squares = 0;
  for (let index = 0; index < count; index += 1) squares += ((source[index] as number) - mean) ** 2;
  // The rounding of numbers that are all the same is no difference.
  if (!(squares > count * mean * mean * 1e-12)) return;
  const scale = share / Math.sqrt(squares / count);
  for (let index = 0; index < count; index += 1) {
    out[index] = (out[index] as number) + scale * ((source[index] as number) - mean);
  }
}
