import { type ReasonCode, reasonCodes, trafficKinds } from '@teahouse/contract';
import { packId, unpackId } from '../platform/packed-ids.ts';

/** How a note came to its slot; travels in the signed token of the slot, so that nothing has to be kept for slots nobody saw. */
export interface SlotStory {
  traffic: (typeof trafficKinds)[number];
  /** The strongest first, at most three; a subject is the id of a topic, an author, a note, or of the promotion. */
  reasons: readonly { code: ReasonCode; subject?: string | undefined }[];
  /** Level of the note's pool, 0 where pools do not matter. */
  pool: number;
  /** Chance that the note got this slot, in (0, 1]. */
  propensity: number;
}

const mostReasons = 3;
const propensitySteps = 1_000;

/** In letters that need no escape: kind and pool, chance, then a part for each reason. */
export function writeStory({ traffic, reasons, pool, propensity }: SlotStory): string {
  const parts = reasons
    .slice(0, mostReasons)
    .map(({ code, subject }) => reasonCodes.indexOf(code).toString(36) + (subject ? packId(subject) : ''));
  const chance = Math.max(1, Math.round(propensity * propensitySteps)).toString(36);
  return [traffic.charAt(0) + pool.toString(36), chance, ...parts].join('~');
}

/** What `writeStory` wrote; tokens are signed, so that nothing else is ever read. */
export function readStory(written: string): SlotStory {
  const [first = '', chance = '', ...parts] = written.split('~');
  return {
    traffic: trafficKinds.find((kind) => kind.charAt(0) === first.charAt(0)) ?? 'free',
    pool: Number.parseInt(first.slice(1), 36) || 0,
    propensity: (Number.parseInt(chance, 36) || propensitySteps) / propensitySteps,
    reasons: parts.flatMap((part) => {
      const code = reasonCodes[Number.parseInt(part.charAt(0), 36)];
      if (!code) return [];
      return [{ code, ...(part.length > 1 ? { subject: unpackId(part.slice(1)) } : {}) }];
    }),
  };
}
