import type { Intensity } from '../traffic/facts.ts';
import type { TrafficPolicy } from '../traffic/policy.ts';

/** What "less" and "more" of something make of the usual amount. */
const intensityFactors: Readonly<Record<Intensity, number>> = { less: 0.5, usual: 1, more: 2 };

/**
 * Largest part of a page in languages that the viewer does not read: what they showed to like of it, and some curiosity beside.
 * Curiosity alone never takes more than `mostForeign`; a viewer whose own preference lies above gets that preference.
 *
 * @param preference part of the viewer's good reactions that went to such languages, 0–1
 * @param curiosity how much exploration the viewer asked for
 * @param chosen the viewer's own language mix; counts instead of everything else
 */
export function foreignShareOf(
  { preference, curiosity, chosen }: { preference: number; curiosity: Intensity; chosen?: number | undefined },
  policy: TrafficPolicy['page'],
): number {
  if (chosen !== undefined) return toPart(chosen);
  const own = toPart(preference);
  const wide = own + policy.leastForeign * intensityFactors[curiosity];
  return toPart(Math.max(own, Math.min(policy.mostForeign, Math.max(policy.leastForeign, wide))));
}

/**
 * Largest part of a page by newcomers. Without a ceiling only those who asked for fewer have a bound.
 *
 * @param preference part of the viewer's good reactions that went to newcomers, 0–1
 * @param intensity the viewer's own word on newcomers
 * @param ceiling largest multiple of the preference while the controllers are armed, undefined while they idle
 * @param policy its multiple stands in for those who ask for fewer while the controllers idle
 */
export function newcomerShareOf(
  { preference, intensity, ceiling }: { preference: number; intensity: Intensity; ceiling?: number | undefined },
  policy: TrafficPolicy['balance'],
): number {
  if (ceiling === undefined && intensity !== 'less') return 1;
  return toPart(toPart(preference) * (ceiling ?? policy.newcomerCeiling) * intensityFactors[intensity]);
}

/** Least part of a page that answers a search made `pagesSince` pages ago: fades evenly to nothing. */
export function searchShareOf(pagesSince: number, policy: TrafficPolicy['page']): number {
  if (!(policy.searchPages > 0)) return 0;
  return toPart(policy.searchShare * Math.max(0, 1 - Math.max(0, pagesSince) / policy.searchPages));
}

/** Numbers out of shared memory may be half-written: anything that is no part of a whole counts as none. */
function toPart(value: number): number {
  return value > 0 ? Math.min(1, value) : 0;
}
