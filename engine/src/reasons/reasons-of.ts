import type { SlotKind } from '../page/composition.ts';
import { type ReasonCode, reasonCodes } from '../traffic/facts.ts';

/** What a reason speaks of; the engine's rows become ids at the edge. */
export type ReasonSubject = 'author' | 'note' | 'topic';

export interface RowReason {
  code: ReasonCode;
  /** Row of the author, note or topic that `subjectOfReason` names. */
  subject?: number | undefined;
}

/** What each reason speaks of; a reason with a subject is not given without one. */
export const subjectOfReason: Readonly<Partial<Record<ReasonCode, ReasonSubject>>> = {
  'follows-author': 'author',
  'like-collected': 'note',
  'like-opened': 'note',
  topic: 'topic',
  'new-topic': 'topic',
  'wished-topic': 'topic',
};

/** Reasons for which a subject is told when there is one. */
export const subjectIfKnown: Readonly<Partial<Record<ReasonCode, ReasonSubject>>> = {
  search: 'topic',
  trending: 'topic',
};

/** Where each reason stands in contributions and subjects. */
export const reasonIndex = Object.fromEntries(reasonCodes.map((code, index) => [code, index])) as Readonly<
  Record<ReasonCode, number>
>;

/** Bit of a reason among the sources of a candidate: who proposed the note, or what is known to hold. */
export const reasonBit = Object.fromEntries(reasonCodes.map((code, index) => [code, 1 << index])) as Readonly<
  Record<ReasonCode, number>
>;

/** Why one note is worth its slot; one number for each of `reasonCodes`. */
export interface ReasonEvidence {
  kind: SlotKind;
  /** Bits of `reasonBit`: only what holds may be said, whatever was added to the score. */
  sources: number;
  /** What each reason added to the score; 0 where it was not measured. */
  contributions: Float32Array;
  /** Rows plus one; 0 for none. */
  subjects: Uint32Array;
}

export const MOST_REASONS = 3;

/**
 * Why a note stands in its slot: at most three reasons, the strongest first. A slot that a rule filled says so before anything
 * else; then what added most to the score; last what holds without having been measured, in the order of `reasonCodes`.
 * What drew the score down is no reason. A note for which nothing speaks stands there for its popularity.
 *
 * @param fallback what is said when nothing else holds
 */
export function reasonsOf(evidence: ReasonEvidence, fallback: ReasonCode = 'popular'): RowReason[] {
  const reasons: RowReason[] = [];
  const rule = reasonOfKind[evidence.kind];
  if (rule) reasons.push(toReason(rule, evidence));
  for (const code of byStrength(evidence)) {
    if (reasons.length === MOST_REASONS) break;
    if (!reasons.some((reason) => saysTheSame(reason.code, code))) reasons.push(toReason(code, evidence));
  }
  return reasons.length > 0 ? reasons : [{ code: fallback }];
}

const reasonOfKind: Readonly<Record<SlotKind, ReasonCode | undefined>> = {
  ranked: undefined,
  'first-pool': 'first-audience',
  search: 'search',
  promoted: 'promoted',
};

/** Only a rule gives these: outside its slots the note won by its score. */
const onlyByRule: ReadonlySet<ReasonCode> = new Set(['first-audience', 'promoted']);

function byStrength(evidence: ReasonEvidence): ReasonCode[] {
  const strength = (code: ReasonCode) => evidence.contributions[reasonIndex[code]] ?? 0;
  return reasonCodes
    .filter((code) => holds(code, evidence) && strength(code) >= 0)
    .sort((one, other) => strength(other) - strength(one));
}

function holds(code: ReasonCode, { sources, subjects }: ReasonEvidence): boolean {
  if ((sources & reasonBit[code]) === 0 || onlyByRule.has(code)) return false;
  return subjectOfReason[code] === undefined || (subjects[reasonIndex[code]] ?? 0) > 0;
}

/** Families of which the strongest speaks for all: three ways to say one thing would hide the second reason. */
const families: readonly ReadonlySet<ReasonCode>[] = [
  new Set(['like-collected', 'like-opened']),
  new Set(['topic', 'wished-topic', 'new-topic']),
  new Set(['trending', 'popular', 'newest']),
];

function saysTheSame(one: ReasonCode, other: ReasonCode): boolean {
  return one === other || families.some((family) => family.has(one) && family.has(other));
}

function toReason(code: ReasonCode, { subjects }: ReasonEvidence): RowReason {
  const row = subjects[reasonIndex[code]] ?? 0;
  const speaksOf = subjectOfReason[code] ?? subjectIfKnown[code];
  return speaksOf !== undefined && row > 0 ? { code, subject: row - 1 } : { code };
}
