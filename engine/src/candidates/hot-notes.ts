import { CLUSTER_LIST, type ClusterColumns } from '../notes/cluster-columns.ts';
import type { Clusters } from '../notes/clusters.ts';
import { VECTOR_LENGTH } from '../notes/note-columns.ts';

/** Clusters that a look around draws from. */
const CLUSTERS_AROUND = 64;

/** Hot notes near a direction, or anywhere. */
export interface HotNotes {
  /** Hottest notes of the clusters nearest to the vector of a row. @returns how many were written to `out` */
  near(vectors: Int8Array, row: number, probes: number, out: Uint32Array): number;
  /** Some of the hot notes of many subjects. @param turn number in [0, 1) that says where to begin */
  anywhere(out: Uint32Array, turn: number): number;
}

export function openHotNotes(clusters: Clusters, { clusterRows, clusterSizes }: ClusterColumns): HotNotes {
  return {
    near: (vectors, row, probes, out) =>
      clusters.nearest(vectors.subarray(row * VECTOR_LENGTH, (row + 1) * VECTOR_LENGTH), probes, out, 0),
    anywhere(out, turn) {
      const { inUse } = clusters;
      const looked = Math.min(CLUSTERS_AROUND, inUse);
      const each = looked === 0 ? 0 : Math.ceil(out.length / looked);
      const first = Math.floor(turn * inUse);
      let count = 0;
      for (let step = 0; step < looked; step += 1) {
        const cluster = (first + Math.floor((step * inUse) / looked)) % inUse;
        const size = Math.min(CLUSTER_LIST, clusterSizes[cluster] as number);
        const from = Math.floor(turn * 7_919) % Math.max(1, size);
        for (let index = 0; index < Math.min(each, size) && count < out.length; index += 1) {
          const name = clusterRows[cluster * CLUSTER_LIST + ((from + index) % size)] as number;
          if (name > 0) out[count++] = name - 1;
        }
      }
      return count;
    },
  };
}
