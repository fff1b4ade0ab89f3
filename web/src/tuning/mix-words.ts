const steps = [
  ['none', 0],
  ['little', 0.15],
  ['some', 0.4],
  ['half', 0.6],
  ['most', 0.95],
] as const;

/** What a share of notes from elsewhere is called. */
export function mixWords(share: number): (typeof steps)[number][0] | 'all' {
  return steps.find(([, most]) => share <= most)?.[0] ?? 'all';
}
