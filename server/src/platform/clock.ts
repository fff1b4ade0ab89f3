/** Time as a port: the drill and the tests bring their own. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export function dateOf(clock: Clock): Date {
  return new Date(clock.now());
}
