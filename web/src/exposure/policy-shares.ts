const shares = new Set([
  'firstPool.share',
  'firstPool.viewerShare',
  'firstPool.fitFloor',
  'ladder.quantile',
  'ladder.promoteAt',
  'ladder.stopAt',
  'page.leastForeign',
  'page.mostForeign',
  'page.searchShare',
  'page.paidShare',
  'balance.nativeFloor',
  'spiral.share',
  'spare.weight',
]);

/** Figures of the policy that are parts of a whole: said in percent. */
export function isShareFigure(group: string, key: string): boolean {
  return shares.has(`${group}.${key}`);
}
