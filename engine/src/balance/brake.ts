import type { TrafficPolicy } from '../traffic/policy.ts';
import { FLOW_PARTS, HELD_TOPICS, house } from './balance-columns.ts';
import { type BalanceColumns, topicSlot } from './topic-table.ts';

const WINDOW_PARTS = FLOW_PARTS / 2;
// A share of fewer impressions says nothing: with 200, a tenth is known to ± 4 points.
const LEAST_FLOW = 200;
const DAY = 86_400;
// The brake begins a fifth below the cap, so that what is under way does not carry the topic over it.
const RAMP = 0.2;

export interface BrakeReading {
  share: number;
  /** Share that the topic may have now. */
  cap: number;
  chance: number;
}

/** Holds back a topic that grows too fast among native viewers (design "Spiral brake"). */
export interface Brake {
  /** A native viewer's impression of a note, once for each note. @param now seconds since the epoch */
  count(now: number): void;
  /** The same for each of its topics. */
  countTopic(slot: number, now: number): void;
  reading(slot: number, now: number): BrakeReading;
  /** Looks again at the topics that are held back: without impressions nobody else would. */
  refresh(now: number): void;
}

export function openBrake(columns: BalanceColumns, policy: () => TrafficPolicy): Brake {
  const { balanceFlow, balanceTopicFlow, balanceTopicFlowPart, balanceTopicDay, balanceTopicHeld } = columns;
  const { balanceHeld, balanceHouse } = columns;

  function partAt(now: number): number {
    return Math.floor(now / Math.max(1, (policy().spiral.minutes * 60) / WINDOW_PARTS));
  }

  function count(now: number): void {
    const part = partAt(now);
    balanceHouse[house.flowPart] = roll(balanceFlow, 0, balanceHouse[house.flowPart] as number, part);
    balanceFlow[part % FLOW_PARTS] = (balanceFlow[part % FLOW_PARTS] as number) + 1;
    balanceHouse[house.dayTotal] = (balanceHouse[house.dayTotal] as number) * ageDay(now) + 1;
    lookAgain(now);
  }

  /** Days of topics are kept in units of the last ageing: all are aged together, once in a quarter of an hour. */
  function ageDay(now: number): number {
    const since = now - (balanceHouse[house.dayAt] as number);
    if (since < DAY / 96) return 1;
    const factor = Math.exp(-since / DAY);
    for (let slot = 0; slot < balanceTopicDay.length; slot += 1) {
      balanceTopicDay[slot] = (balanceTopicDay[slot] as number) * factor;
    }
    balanceHouse[house.dayAt] = now;
    return factor;
  }

  function countTopic(slot: number, now: number): void {
    const part = partAt(now);
    rollTopic(slot, part);
    const counter = slot * FLOW_PARTS + (part % FLOW_PARTS);
    balanceTopicFlow[counter] = (balanceTopicFlow[counter] as number) + 1;
    balanceTopicDay[slot] = (balanceTopicDay[slot] as number) + 1;
    hold(slot, now);
  }

  function rollTopic(slot: number, part: number): void {
    balanceTopicFlowPart[slot] = roll(balanceTopicFlow, slot * FLOW_PARTS, balanceTopicFlowPart[slot] as number, part);
  }

  function reading(slot: number, now: number): BrakeReading {
    const part = partAt(now);
    const total = flowOf(balanceFlow, 0, part);
    const topic = flowOf(balanceTopicFlow, slot * FLOW_PARTS, part);
    const { share: least, growth } = policy().spiral;
    const share = shareOf(topic.now, total.now);
    const usual = shareOf(balanceTopicDay[slot] as number, balanceHouse[house.dayTotal] as number);
    const cap = Math.max(least, growth * Math.max(shareOf(topic.before, total.before), usual));
    const isKnown = total.now >= LEAST_FLOW;
    return { share, cap, chance: isKnown ? Math.min(1, Math.max(0, (cap - share) / (RAMP * cap))) : 1 };
  }

  function hold(slot: number, now: number): void {
    const held = 1 - reading(slot, now).chance;
    const isKept = balanceTopicHeld[slot] !== 0 || (held > 0 && keep(slot));
    if (isKept) balanceTopicHeld[slot] = held;
  }

  function keep(slot: number): boolean {
    const place = balanceHeld.indexOf(0);
    if (place >= 0) balanceHeld[place] = slot + 1;
    return place >= 0;
  }

  /** One of those held back for each impression, in turn. */
  function lookAgain(now: number): void {
    const cursor = ((balanceHouse[house.heldCursor] as number) + 1) % HELD_TOPICS;
    balanceHouse[house.heldCursor] = cursor;
    lookAt(cursor, now);
  }

  function lookAt(place: number, now: number): void {
    const slot = (balanceHeld[place] as number) - 1;
    if (slot < 0) return;
    rollTopic(slot, partAt(now));
    const held = 1 - reading(slot, now).chance;
    balanceTopicHeld[slot] = held;
    if (held === 0) balanceHeld[place] = 0;
  }

  function refresh(now: number): void {
    balanceHouse[house.flowPart] = roll(balanceFlow, 0, balanceHouse[house.flowPart] as number, partAt(now));
    for (let place = 0; place < HELD_TOPICS; place += 1) lookAt(place, now);
  }

  return { count, countTopic, reading, refresh };
}

/** Chance left to a topic. Any thread. @param topic row plus one */
export function chanceOf(columns: BalanceColumns, topic: number): number {
  const slot = topicSlot(columns, topic);
  return slot < 0 ? 1 : 1 - (columns.balanceTopicHeld[slot] as number);
}

/** Empties the parts between the last one counted and the present one, which is returned; all, when the policy changed their length. */
function roll(parts: Uint32Array, start: number, last: number, present: number): number {
  const first = last <= present ? last + 1 : 0;
  for (let part = Math.max(first, present - FLOW_PARTS + 1); part <= present; part += 1) {
    parts[start + (part % FLOW_PARTS)] = 0;
  }
  return present;
}

/** The window that ends now and the one before. Parts must have been rolled to the present. */
function flowOf(parts: Uint32Array, start: number, present: number): { now: number; before: number } {
  let now = 0;
  let before = 0;
  for (let back = 0; back < WINDOW_PARTS; back += 1) {
    now += parts[start + ((present - back) % FLOW_PARTS)] as number;
    before += parts[start + ((present - back - WINDOW_PARTS) % FLOW_PARTS)] as number;
  }
  return { now, before };
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
