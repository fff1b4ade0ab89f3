/** Logged choices, one an index; the columns are equally long. */
export interface LoggedChoices {
  /** What came of the choice. */
  readonly rewards: Float64Array;
  /** Chance in (0, 1] that the policy of the log had given the choice. */
  readonly propensities: Float64Array;
  /** Chance in [0, 1] that the policy in question would give it. */
  readonly targets: Float64Array;
}

/** A model's expectation of rewards, as right or wrong as it may be. */
export interface ExpectedRewards {
  /** For the choice that was made. */
  readonly ofChoice: Float64Array;
  /** On average over the choices of the policy in question. */
  readonly ofTarget: Float64Array;
}

/** A value with its interval of 95 %, by the normal approximation. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

// Two-sided 95 % of the normal distribution.
const Z = 1.959964;

/**
 * Inverse propensity scoring (Horvitz and Thompson 1952): unbiased as long as the log gave every choice a chance that the policy
 * in question gives one; wide where the two policies differ.
 */
export function estimateIps(log: LoggedChoices): Estimate {
  return meanOf(log.rewards.length, (index) => weightAt(log, index) * (log.rewards[index] as number));
}

/**
 * Self-normalized inverse propensity scoring (Swaminathan and Joachims 2015): a ratio, so slightly biased in small logs, but never
 * outside the rewards' range; its interval by the delta method.
 */
export function estimateSnips(log: LoggedChoices): Estimate {
  const count = log.rewards.length;
  let weights = 0;
  let rewards = 0;
  for (let index = 0; index < count; index += 1) {
    weights += weightAt(log, index);
    rewards += weightAt(log, index) * (log.rewards[index] as number);
  }
  const value = rewards / weights;
  let squares = 0;
  for (let index = 0; index < count; index += 1) {
    squares += (weightAt(log, index) * ((log.rewards[index] as number) - value)) ** 2;
  }
  return around(value, Math.sqrt(squares) / weights);
}

/**
 * Doubly robust (Dudík, Langford and Li 2011): the model's expectation, corrected by what the log knows better. Right when either the
 * propensities or the model are.
 */
export function estimateDoublyRobust(log: LoggedChoices, { ofChoice, ofTarget }: ExpectedRewards): Estimate {
  return meanOf(
    log.rewards.length,
    (index) =>
      (ofTarget[index] as number) +
      weightAt(log, index) * ((log.rewards[index] as number) - (ofChoice[index] as number)),
  );
}

/**
 * How many choices of the policy in question the log is worth (Kish 1965): far fewer than it has rows when the policies differ much.
 */
export function effectiveSize(log: LoggedChoices): number {
  let sum = 0;
  let squares = 0;
  for (let index = 0; index < log.rewards.length; index += 1) {
    sum += weightAt(log, index);
    squares += weightAt(log, index) ** 2;
  }
  return squares > 0 ? (sum * sum) / squares : 0;
}

function weightAt({ targets, propensities }: LoggedChoices, index: number): number {
  return (targets[index] as number) / (propensities[index] as number);
}

function meanOf(count: number, at: (index: number) => number): Estimate {
  let sum = 0;
  for (let index = 0; index < count; index += 1) sum += at(index);
  const mean = sum / count;
  let squares = 0;
  for (let index = 0; index < count; index += 1) squares += (at(index) - mean) ** 2;
  return around(mean, Math.sqrt(squares / (count - 1) / count));
}

function around(value: number, standardError: number): Estimate {
  return { value, low: value - Z * standardError, high: value + Z * standardError };
}
