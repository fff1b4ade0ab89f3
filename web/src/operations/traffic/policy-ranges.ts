import type { PolicyDraft } from '../../data/traffic-operations.ts';
import type { PolicyGroup } from '../../exposure/use-policy-words.ts';

export interface Range {
  least: number;
  most: number;
  step: number;
}

const share = (most = 1, step = 0.05): Range => ({ least: 0, most, step });
const count = (least: number, most: number): Range => ({ least, most, step: 1 });
const worth: Range = { least: 0, most: 10, step: 0.1 };

type Figures<G extends PolicyGroup> = {
  [K in keyof PolicyDraft[G] as PolicyDraft[G][K] extends number ? K : never]: Range;
};

/** Where the sliders begin and end: what a house may sensibly want, narrower than what the house accepts. */
export const policyRanges: { readonly [G in PolicyGroup]: Figures<G> } = {
  weights: {
    open: worth,
    long: worth,
    like: worth,
    collect: worth,
    comment: worth,
    share: worth,
    follow: worth,
    hide: { least: -100, most: 0, step: 1 },
  },
  firstPool: {
    share: share(0.5, 0.01),
    leastQuota: count(1, 200),
    mostQuota: count(1, 500),
    deadlineHours: count(1, 72),
    slots: count(0, 10),
    viewerShare: share(0.5, 0.01),
    notesPerAuthor: count(1, 20),
    notesFirstDay: count(1, 20),
    fitFloor: share(),
  },
  ladder: { quantile: share(), promoteAt: share(), stopAt: share() },
  page: {
    size: count(5, 50),
    authorPerPage: count(1, 10),
    authorGap: count(0, 20),
    topicPerPage: count(1, 20),
    topicRun: count(1, 10),
    leastForeign: share(),
    mostForeign: share(),
    variety: { least: 0, most: 2, step: 0.05 },
    window: count(1, 20),
    searchShare: share(),
    searchPages: count(1, 10),
    paidShare: share(0.25, 0.01),
  },
  balance: {
    nativeFloor: share(2),
    newcomerCeiling: { least: 0.1, most: 5, step: 0.05 },
    controlMinutes: count(1, 60),
  },
  spiral: { share: share(0.5, 0.01), growth: { least: 1, most: 5, step: 0.1 }, minutes: count(1, 120) },
  spare: { weight: share(), halfLifeDays: { least: 0.5, most: 90, step: 0.5 } },
};

export const policyGroups = Object.keys(policyRanges) as PolicyGroup[];

export interface Figure {
  key: string;
  value: number;
  range: Range;
}

/** The figures of one group that have a slider, wide enough for the value each has. */
export function figuresOf(policy: PolicyDraft, group: PolicyGroup): Figure[] {
  const values: Record<string, unknown> = policy[group];
  return Object.entries<Range>(policyRanges[group]).map(([key, range]) => {
    const value = Number(values[key]);
    const [least, most] = [Math.min(range.least, value), Math.max(range.most, value)];
    return { key, value, range: { ...range, least, most } };
  });
}
