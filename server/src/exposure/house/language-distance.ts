/** Below this number of opens a distance would be chance. */
const leastOpens = 20;

/** Jensen–Shannon distance (the square root of the divergence in bits): 0 the same shares, 1 nothing in common. */
export function languageDistance(uses: readonly { opened: number; shown: number }[]): number | undefined {
  const opened = uses.reduce((sum, use) => sum + use.opened, 0);
  const shown = uses.reduce((sum, use) => sum + use.shown, 0);
  if (opened < leastOpens || shown === 0) return undefined;
  const divergence = uses.reduce((sum, use) => {
    const [p, q] = [use.opened / opened, use.shown / shown];
    const middle = (p + q) / 2;
    return sum + (surprise(p, middle) + surprise(q, middle)) / 2;
  }, 0);
  return Math.sqrt(Math.min(1, Math.max(0, divergence)));
}

function surprise(share: number, middle: number): number {
  return share === 0 ? 0 : share * Math.log2(share / middle);
}
