import { CLUSTER_LIST, type ClusterColumns } from './cluster-columns.ts';

/** The hottest notes of each cluster, in no order. */
export interface ClusterLists {
  /** Puts a note on the list of its cluster if it is on none and hot enough. */
  offer(cluster: number, row: number): void;
  takeOff(row: number): void;
  /** @returns where the rows end in `out` */
  read(cluster: number, out: Uint32Array, at: number): number;
}

/**
 * Of a full list so many are compared for the coldest, going round: near enough to the true coldest (as Redis finds keys to evict,
 * whose documentation finds ten samples very close), at a fixed price.
 */
const SAMPLES = 16;

export function openClusterLists({
  noteCluster,
  notePlace,
  noteHeat,
  clusterRows,
  clusterSizes,
  clusterHands,
}: ClusterColumns): ClusterLists {
  const sizeOf = (cluster: number) => Math.min(CLUSTER_LIST, clusterSizes[cluster] as number);
  const rowAt = (cluster: number, place: number) => (clusterRows[cluster * CLUSTER_LIST + place] as number) - 1;

  function put(cluster: number, place: number, row: number): void {
    clusterRows[cluster * CLUSTER_LIST + place] = row + 1;
    notePlace[row] = place + 1;
  }

  function coldestPlace(cluster: number): number {
    const hand = clusterHands[cluster] as number;
    clusterHands[cluster] = (hand + SAMPLES) % CLUSTER_LIST;
    let coldest = hand % CLUSTER_LIST;
    for (let step = 1; step < SAMPLES; step += 1) {
      const place = (hand + step) % CLUSTER_LIST;
      if ((noteHeat[rowAt(cluster, place)] as number) < (noteHeat[rowAt(cluster, coldest)] as number)) coldest = place;
    }
    return coldest;
  }

  return {
    offer(cluster, row) {
      if (notePlace[row] !== 0) return;
      const size = sizeOf(cluster);
      if (size < CLUSTER_LIST) {
        put(cluster, size, row);
        clusterSizes[cluster] = size + 1;
        return;
      }
      const place = coldestPlace(cluster);
      const colder = rowAt(cluster, place);
      if ((noteHeat[colder] as number) >= (noteHeat[row] as number)) return;
      notePlace[colder] = 0;
      put(cluster, place, row);
    },
    takeOff(row) {
      const place = (notePlace[row] as number) - 1;
      const cluster = (noteCluster[row] as number) - 1;
      if (place < 0 || cluster < 0) return;
      const last = sizeOf(cluster) - 1;
      put(cluster, place, rowAt(cluster, last));
      clusterRows[cluster * CLUSTER_LIST + last] = 0;
      clusterSizes[cluster] = last;
      notePlace[row] = 0;
    },
    read(cluster, out, at) {
      let end = at;
      const size = sizeOf(cluster);
      for (let place = 0; place < size && end < out.length; place += 1) {
        const row = rowAt(cluster, place);
        if (row >= 0 && row < noteCluster.length) {
          out[end] = row;
          end += 1;
        }
      }
      return end;
    },
  };
}
