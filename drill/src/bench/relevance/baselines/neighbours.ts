import type { Histories } from '@teahouse/engine';
import type { Model } from '../measures.ts';

/** Everybody gets what most know. */
export function popularity(histories: Histories, items: number): Model {
  const counts = new Float32Array(items);
  for (const row of histories.rows) counts[row] = (counts[row] as number) + 1;
  return { name: 'popularity', score: (_member, _history, out) => out.set(counts) };
}

/** Item-to-item by the cosine of who knows both (Sarwar et al., WWW'01), each item with its `k` nearest. */
export function itemNeighbours(histories: Histories, items: number, k = 100): Model {
  const counts = countTogether(histories, items);
  const lists = new Uint32Array(items * k);
  const cosines = new Float32Array(items * k);
  for (let item = 0; item < items; item += 1) {
    const own = Math.sqrt(counts[item * items + item] as number);
    const near = Array.from({ length: items }, (_, other) => other)
      .filter((other) => other !== item && (counts[item * items + other] as number) > 0)
      .map((other) => ({
        other,
        cosine: (counts[item * items + other] as number) / own / Math.sqrt(counts[other * items + other] as number),
      }))
      .sort((one, two) => two.cosine - one.cosine || one.other - two.other)
      .slice(0, k);
    near.forEach(({ other, cosine }, place) => {
      lists[item * k + place] = other;
      cosines[item * k + place] = cosine;
    });
  }
  return {
    name: `item-kNN, cosine, k=${k}`,
    score: (_member, history, out) => {
      out.fill(0);
      for (const item of history) {
        for (let at = item * k; at < (item + 1) * k; at += 1) {
          const other = lists[at] as number;
          out[other] = (out[other] as number) + (cosines[at] as number);
        }
      }
    },
  };
}

/** How many members know both, at `one × items + other`. */
function countTogether({ starts, rows }: Histories, items: number): Uint16Array {
  const counts = new Uint16Array(items * items);
  for (let member = 0; member + 1 < starts.length; member += 1) {
    const known = rows.subarray(starts[member], starts[member + 1]);
    for (const one of known) {
      for (const other of known) counts[one * items + other] = (counts[one * items + other] as number) + 1;
    }
  }
  return counts;
}
