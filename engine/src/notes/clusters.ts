import { type DotKernel, type DotScratch, openDotKernel } from '../kernel/dot-kernel.ts';
import { CLUSTERS, type ClusterColumns } from './cluster-columns.ts';
import { openClusterLists } from './cluster-lists.ts';
import { VECTOR_LENGTH } from './note-columns.ts';
import { addHeat, heatOf } from './note-heat.ts';
import { UNIT } from './note-vector.ts';

/** Notes sorted by subject, the hottest of each at hand. */
export interface Clusters {
  /**
   * Sorts in a note that is new, back, or speaks of something else now.
   *
   * @param at when it was published, ms: the heat it starts with, should it have none
   */
  place(row: number, at: number): void;
  /** Somebody did something with the note. @param weight its worth, above 0 */
  warm(row: number, weight: number, at: number): void;
  /** Takes a note off its cluster's list; its heat stays. */
  takeOff(row: number): void;
  /** The row is about to hold another note. */
  forget(row: number): void;
  /**
   * The hot notes of the clusters nearest to a vector, nearest cluster first, from `out[at]` on. Uses the scratch: `query` holds
   * the vector afterwards, `dots` is overwritten.
   *
   * @returns how many, at most `probes` · 400 and what `out` has room for
   */
  nearest(vector: Int8Array, probes: number, out: Uint32Array, at: number): number;
  readonly inUse: number;
}

/** Few notes need few clusters, or each would stand alone in its own. */
const FEWEST_CLUSTERS = 8;
/** A note this near to a centroid starts no cluster of its own: cosine .8, under 37°. */
const SAME_SUBJECT = 0.8 * UNIT * UNIT;
/** Notes that a mean remembers (MacQueen 1967 with forgetting), so that a cluster follows its subject. */
const MEAN_OF = 1_000;

const IN_USE = 0;
const PLACED = 1;

/**
 * Clusters that form as notes come: one more whenever the number of notes passes a square, each note in the nearest, each centroid
 * the direction of the mean of its notes.
 *
 * @param vectors those of the notes
 * @param scratch of the thread that calls
 * @param wasm as in `openDotKernel`
 */
export function openClusters(
  columns: ClusterColumns,
  vectors: Int8Array,
  scratch: DotScratch,
  wasm?: WebAssembly.Memory,
): Clusters {
  const { noteCluster, noteHeat, clusterCentroids, clusterMeans, clusterWeights, clusterUse } = columns;
  const kernel = openDotKernel(clusterCentroids, scratch, wasm);
  const lists = openClusterLists(columns);
  const best = new Uint16Array(CLUSTERS);

  const inUse = () => Math.min(CLUSTERS, clusterUse[IN_USE] as number);
  const vectorOf = (row: number) => vectors.subarray(row * VECTOR_LENGTH, (row + 1) * VECTOR_LENGTH);

  /** The cluster of a vector, or -1 for one of zeros; `scratch.dots` then says how near. */
  function nearestTo(vector: Int8Array): number {
    if (vector.every((value) => value === 0)) return -1;
    return measure(kernel, vector, inUse(), best, 1) === 0 ? -1 : (best[0] as number);
  }

  function clusterFor(vector: Int8Array): number {
    const cluster = nearestTo(vector);
    const isSame = cluster >= 0 && (scratch.dots[cluster] as number) >= SAME_SUBJECT;
    const wanted = Math.min(CLUSTERS, Math.max(FEWEST_CLUSTERS, Math.ceil(Math.sqrt(clusterUse[PLACED] as number))));
    if (isSame || inUse() >= wanted) return cluster;
    clusterUse[IN_USE] = inUse() + 1;
    return inUse() - 1;
  }

  /** Moves the mean a step toward the vector, and the centroid with it. */
  function learn(cluster: number, vector: Int8Array): void {
    const weight = Math.min(MEAN_OF, (clusterWeights[cluster] as number) + 1);
    clusterWeights[cluster] = weight;
    const from = cluster * VECTOR_LENGTH;
    let squares = 0;
    for (let index = 0; index < VECTOR_LENGTH; index += 1) {
      const old = clusterMeans[from + index] as number;
      const mean = Math.fround(old + ((vector[index] as number) - old) / weight);
      clusterMeans[from + index] = mean;
      squares += mean * mean;
    }
    const scale = squares > 0 ? UNIT / Math.sqrt(squares) : 0;
    for (let index = 0; index < VECTOR_LENGTH; index += 1) {
      clusterCentroids[from + index] = Math.round((clusterMeans[from + index] as number) * scale);
    }
  }

  function move(row: number, cluster: number): void {
    if (noteCluster[row] !== cluster + 1) lists.takeOff(row);
    noteCluster[row] = cluster + 1;
    if (cluster >= 0) lists.offer(cluster, row);
  }

  return {
    get inUse() {
      return inUse();
    },
    place(row, at) {
      if (noteHeat[row] === 0) noteHeat[row] = heatOf(1, at);
      const vector = vectorOf(row);
      if (vector.every((value) => value === 0)) return move(row, -1);
      if (noteCluster[row] === 0) clusterUse[PLACED] = (clusterUse[PLACED] as number) + 1;
      const cluster = clusterFor(vector);
      learn(cluster, vector);
      move(row, cluster);
    },
    warm(row, weight, at) {
      noteHeat[row] = addHeat(noteHeat[row] as number, heatOf(weight, at));
      if (noteCluster[row] !== 0) move(row, nearestTo(vectorOf(row)));
    },
    takeOff(row) {
      move(row, -1);
    },
    forget(row) {
      move(row, -1);
      noteHeat[row] = 0;
    },
    nearest(vector, probes, out, at) {
      const count = measure(kernel, vector, inUse(), best, Math.min(probes, CLUSTERS));
      let end = at;
      for (let probe = 0; probe < count; probe += 1) end = lists.read(best[probe] as number, out, end);
      return end - at;
    },
  };
}

/** The `wanted` clusters with the largest dot products, largest first; of equals the one that began first. @returns how many */
function measure(kernel: DotKernel, vector: Int8Array, clusters: number, best: Uint16Array, wanted: number): number {
  const { query, dots } = kernel.scratch;
  query.set(vector.subarray(0, VECTOR_LENGTH));
  const measured = kernel.dotRange(0, clusters);
  let count = 0;
  for (let cluster = 0; cluster < measured; cluster += 1) {
    const dot = dots[cluster] as number;
    if (count === wanted && dot <= (dots[best[count - 1] as number] as number)) continue;
    let place = count < wanted ? count : count - 1;
    for (; place > 0 && dot > (dots[best[place - 1] as number] as number); place -= 1) {
      best[place] = best[place - 1] as number;
    }
    best[place] = cluster;
    if (count < wanted) count += 1;
  }
  return count;
}
