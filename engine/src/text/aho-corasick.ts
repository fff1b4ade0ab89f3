/** Automaton over sequences of symbols; node 0 is the root. */
export type Automaton = {
  next: readonly ReadonlyMap<string, number>[];
  fail: readonly number[];
  /** Indexes of the patterns that end at a node, those of its suffixes included. */
  ends: readonly (readonly number[])[];
};

/**
 * Builds the automaton of Aho & Corasick (Efficient string matching, 1975).
 *
 * @param patterns sequences of symbols, none empty
 */
export function buildAutomaton(patterns: readonly (readonly string[])[]): Automaton {
  const next: Map<string, number>[] = [new Map()];
  const ends: number[][] = [[]];
  for (const [index, pattern] of patterns.entries()) {
    let node = 0;
    for (const symbol of pattern) {
      let child = next[node]?.get(symbol);
      if (child === undefined) {
        child = next.push(new Map()) - 1;
        ends.push([]);
        next[node]?.set(symbol, child);
      }
      node = child;
    }
    ends[node]?.push(index);
  }
  return { next, ends, fail: linkFailures(next, ends) };
}

/** @returns every occurrence: the pattern's index and the offset of its last symbol, in order of that offset */
export function findPatterns(automaton: Automaton, symbols: readonly string[]): { pattern: number; end: number }[] {
  const found: { pattern: number; end: number }[] = [];
  let node = 0;
  for (const [end, symbol] of symbols.entries()) {
    node = step(automaton.next, automaton.fail, node, symbol);
    for (const pattern of automaton.ends[node] ?? []) found.push({ pattern, end });
  }
  return found;
}

/** Breadth first, so that a node's failure target, being shallower, is complete before it is used. */
function linkFailures(next: readonly ReadonlyMap<string, number>[], ends: number[][]): number[] {
  const fail = new Array<number>(next.length).fill(0);
  const queue = [...(next[0]?.values() ?? [])];
  for (const node of queue) {
    for (const [symbol, child] of next[node] ?? []) {
      const target = step(next, fail, fail[node] ?? 0, symbol);
      fail[child] = target;
      ends[child]?.push(...(ends[target] ?? []));
      queue.push(child);
    }
  }
  return fail;
}

function step(
  next: readonly ReadonlyMap<string, number>[],
  fail: readonly number[],
  from: number,
  symbol: string,
): number {
  let node = from;
  while (node !== 0 && !next[node]?.has(symbol)) node = fail[node] ?? 0;
  return next[node]?.get(symbol) ?? 0;
}
