/** More zeros than this are worth a new run: its head takes as many words. */
const LONGEST_GAP = 2;
const LONG_RUN = 64;

/**
 * Writes words as runs, each headed by how many zeros and how many other words come: empty rows take no room.
 *
 * @param out absent: nothing is written, only counted
 * @returns where the runs end
 */
export function writeRuns(words: Uint32Array, out: Uint32Array | undefined, at: number): number {
  let end = at;
  for (let from = 0; from < words.length; ) {
    const start = endOfZeros(words, from);
    const stop = endOfOthers(words, start);
    if (out) {
      out[end] = start - from;
      out[end + 1] = stop - start;
      copyRun(words, start, stop, out, end + 2);
    }
    end += 2 + stop - start;
    from = stop;
  }
  return end;
}

/** Most runs are a few words: for those a view costs more than the copy. */
function copyRun(words: Uint32Array, start: number, stop: number, out: Uint32Array, to: number): void {
  if (stop - start > LONG_RUN) out.set(words.subarray(start, stop), to);
  else for (let at = start; at < stop; at += 1) out[to + at - start] = words[at] as number;
}

/**
 * Reads the runs of so many words.
 *
 * @param into absent: nothing is written, only checked; what it holds already must be zeros
 * @returns where the runs end, or -1 when they do not make up `length` words
 */
export function readRuns(runs: Uint32Array, at: number, length: number, into?: Uint32Array): number {
  let end = at;
  let filled = 0;
  while (filled < length) {
    const start = filled + (runs[end] ?? Number.NaN);
    const stop = start + (runs[end + 1] ?? Number.NaN);
    // A run of nothing would never end.
    if (!(stop <= length && stop > filled)) return -1;
    into?.set(runs.subarray(end + 2, end + 2 + stop - start), start);
    end += 2 + stop - start;
    filled = stop;
  }
  return end <= runs.length ? end : -1;
}

function endOfZeros(words: Uint32Array, from: number): number {
  let at = from;
  while (at < words.length && words[at] === 0) at += 1;
  return at;
}

function endOfOthers(words: Uint32Array, from: number): number {
  let zeros = 0;
  for (let at = from; at < words.length; at += 1) {
    zeros = words[at] === 0 ? zeros + 1 : 0;
    if (zeros > LONGEST_GAP) return at + 1 - zeros;
  }
  return words.length;
}
