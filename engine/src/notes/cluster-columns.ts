import { type Columns, column } from '../memory/columns.ts';
import { VECTOR_LENGTH } from './note-columns.ts';

/** Subjects that the notes are sorted into: about the root of a million (research §4.2). */
export const CLUSTERS = 1_024;
/** The hottest notes of a cluster that are candidates (research §4.2: eight probes of 400). */
export const CLUSTER_LIST = 400;

/** 8 bytes a note, and 2 MB for the clusters. */
export const clusterColumns = {
  /** Cluster plus one; 0 for a note that stands in none. */
  noteCluster: column('u16', 'notes'),
  /** Place in the cluster's list plus one; 0 for a note that is too cold for it. */
  notePlace: column('u16', 'notes'),
  /** Logarithm of the decayed sum of what people did, see `note-heat.ts`; 0 for a note that was never placed. */
  noteHeat: column('f32', 'notes'),
  clusterCentroids: column('i8', CLUSTERS, VECTOR_LENGTH),
  /** Means of the vectors, of which the centroids are the directions. */
  clusterMeans: column('f32', CLUSTERS, VECTOR_LENGTH),
  /** Vectors in the mean. */
  clusterWeights: column('u32', CLUSTERS),
  /** Rows plus one. */
  clusterRows: column('u32', CLUSTERS, CLUSTER_LIST),
  clusterSizes: column('u16', CLUSTERS),
  /** Place from which on the next coldest note is looked for. */
  clusterHands: column('u16', CLUSTERS),
  /** [0] clusters in use, [1] notes ever placed. */
  clusterUse: column('u32', 2),
} as const;

export type ClusterColumns = Columns<typeof clusterColumns>;
