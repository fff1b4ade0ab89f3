import {
  type Fact,
  type MemberGroup,
  type NoteFact,
  type PageRequest,
  type Random,
  seededRandom,
} from '@teahouse/engine';

/** A made-up town with subjects: what the engine's speed is measured on. Nothing is claimed about people. */
export interface Population {
  notes: number;
  members: number;
  /** ms since the epoch; notes were published over the 30 days before. */
  now: number;
}

const DAY = 86_400_000;
const SUBJECTS = 600;
const TOPICS_PER_SUBJECT = 4;
const VECTOR_LENGTH = 64;
/** Part of a vector that is the note's own. */
const NOISE = 0.6;
const SUBJECTS_OF_MEMBER = 4;
/** Languages and the part of members and notes up to each. */
const languages = [
  ['zh', 0.6],
  ['en', 0.85],
  ['es', 0.93],
  ['ja', 1],
] as const;
const categories = ['food', 'home', 'travel', 'style', 'sport', 'play', 'craft', 'study'] as const;
const FOLLOWS = 40;

/** One 64-dimensional direction a subject. */
const directions = Array.from({ length: SUBJECTS }, (_, subject) => direction(seededRandom(`subject ${subject}`)));

export function noteFactOf({ notes, now }: Population, number: number): NoteFact {
  const random = seededRandom(number);
  const subject = subjectDrawn(random);
  const publishedAt = now - 30 * DAY + Math.floor((number / notes) * 30 * DAY);
  return {
    kind: 'note',
    at: publishedAt,
    note: `n${number}`,
    author: `a${Math.floor(random() ** 2 * Math.ceil(notes / 8))}`,
    publishedAt,
    language: languageDrawn(random),
    topics: [0, 1, 2].map((place) => `t${subject * TOPICS_PER_SUBJECT + ((number + place) % TOPICS_PER_SUBJECT)}`),
    category: categories[subject % categories.length],
    country: random() < 0.7 ? 'CN' : 'US',
    media: 'pictures',
    vector: vectorNear(directions[subject] as Float64Array, random),
    authorGroup: groupDrawn(random),
    authorFollowers: 0,
  };
}

/** Topics like a few subjects more than others, as everywhere. */
function subjectDrawn(random: Random): number {
  return Math.floor(random() ** 1.5 * SUBJECTS);
}

export function* memberFacts(population: Population): Generator<Fact> {
  for (let member = 0; member < population.members; member += 1) {
    const random = seededRandom(`member ${member}`);
    yield {
      kind: 'member',
      at: population.now,
      member: `m${member}`,
      group: groupDrawn(random),
      joinedAt: population.now - 90 * DAY,
      languages: [languageDrawn(random)],
      country: 'CN',
      interests: [],
    };
  }
}

/**
 * What members do: they see notes, most of subjects they like, open some and like some.
 *
 * @param subjectNotes notes of each subject, by number
 */
export function* activity(
  { members, now }: Population,
  subjectNotes: readonly (readonly number[])[],
  impressions: number,
): Generator<Fact> {
  const random = seededRandom('activity');
  for (let step = 0; step < impressions; step += 1) {
    const viewer = `m${Math.floor(random() * members)}`;
    const note = `n${noteSeenBy(viewer, subjectNotes, random)}`;
    const at = now + step * 5;
    yield {
      kind: 'impression',
      at,
      viewer,
      note,
      surface: 'discover',
      traffic: 'free',
      reason: 'like-opened',
      pool: 1,
      slot: step % 20,
      propensity: 1,
    };
    const mood = random();
    if (mood < 0.25) yield { kind: 'act', at, viewer, note, act: 'open' };
    if (mood < 0.05) yield { kind: 'act', at, viewer, note, act: mood < 0.015 ? 'collect' : 'like' };
  }
}

function noteSeenBy(viewer: string, subjectNotes: readonly (readonly number[])[], random: Random): number {
  const liked = seededRandom(`likes of ${viewer}`);
  const own = Math.floor(random() * SUBJECTS_OF_MEMBER);
  let subject = 0;
  for (let index = 0; index <= own; index += 1) subject = subjectDrawn(liked);
  const notes = subjectNotes[subject] ?? [];
  // Later notes are seen more.
  return notes[Math.floor(random() ** 0.3 * notes.length)] ?? 0;
}

export function notesBySubject({ notes }: Population): number[][] {
  const bySubject: number[][] = Array.from({ length: SUBJECTS }, () => []);
  for (let number = 0; number < notes; number += 1) bySubject[subjectDrawn(seededRandom(number))]?.push(number);
  return bySubject;
}

/** The request of a page somewhere on a member's walk of up to three pages. */
export function requestOf({ members, notes }: Population, step: number, now: number): PageRequest {
  const random = seededRandom(`request ${step}`);
  const member = Math.floor(random() * members);
  const own = seededRandom(`member ${member}`);
  own();
  return {
    viewer: `m${member}`,
    now,
    random,
    size: 20,
    languages: [languageDrawn(own)],
    country: 'CN',
    followedAuthors: Array.from({ length: FOLLOWS }, () => `a${Math.floor(random() ** 2 * Math.ceil(notes / 8))}`),
    hiddenAuthors: [`m${member}`],
    shown: Array.from({ length: 20 * Math.floor(random() * 3) }, () => Math.floor(random() * 2 ** 32)),
    isPersonal: true,
  };
}

function groupDrawn(random: Random): MemberGroup {
  const drawn = random();
  return drawn < 0.8 ? 'native' : drawn < 0.95 ? 'newcomer' : 'returning';
}

function languageDrawn(random: Random): string {
  const drawn = random();
  return languages.find(([, upTo]) => drawn < upTo)?.[0] ?? 'zh';
}

function direction(random: Random): Float64Array {
  const values = Float64Array.from({ length: VECTOR_LENGTH }, () => random() + random() + random() - 1.5);
  return values.map((value) => value / Math.hypot(...values));
}

function vectorNear(centre: Float64Array, random: Random): Int8Array {
  const values = centre.map((value) => value + (NOISE / 4) * (random() + random() + random() - 1.5));
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return Int8Array.from(values, (value) => Math.round((127 * value) / length));
}
