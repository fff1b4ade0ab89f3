import type { Spread } from './measures.ts';

/**
 * Area under the ROC curve of the rows named by `rows`; ties count half. NaN when one class is missing.
 */
export function auc(scores: ArrayLike<number>, labels: ArrayLike<number>, rows: Uint32Array): number {
  const sorted = rows.slice().sort((one, other) => (scores[one] as number) - (scores[other] as number));
  let positives = 0;
  let rankSum = 0;
  let start = 0;
  while (start < sorted.length) {
    const score = scores[sorted[start] as number];
    let end = start;
    let positivesHere = 0;
    while (end < sorted.length && scores[sorted[end] as number] === score) {
      positivesHere += labels[sorted[end] as number] as number;
      end += 1;
    }
    positives += positivesHere;
    // Ranks count from one: all of a tie stand at their middle.
    rankSum += (positivesHere * (start + 1 + end)) / 2;
    start = end;
  }
  const negatives = sorted.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/**
 * AUC inside each group, weighted by the group's rows; groups of one class say nothing and are left out (Zhu et al., KDD 2017).
 * The margin of 95 % takes groups as drawn independently.
 */
export function groupedAuc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  groups: ArrayLike<number>,
  rows: Uint32Array,
): Spread {
  const byGroup = [...Map.groupBy(rows, (row) => groups[row] as number).values()]
    .map((members) => ({ own: auc(scores, labels, Uint32Array.from(members)), weight: members.length }))
    .filter(({ own }) => !Number.isNaN(own));
  const weight = byGroup.reduce((sum, group) => sum + group.weight, 0);
  const mean = byGroup.reduce((sum, group) => sum + group.own * group.weight, 0) / weight;
  const squares = byGroup.reduce((sum, group) => sum + (group.weight * (group.own - mean)) ** 2, 0);
  // 1.96: the normal distribution, for thousands of groups.
  return { mean, margin: (1.96 * Math.sqrt(squares)) / weight };
}
