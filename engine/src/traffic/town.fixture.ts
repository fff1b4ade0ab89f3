import { VECTOR_LENGTH } from '../notes/note-columns.ts';
import { type Random, seededRandom } from '../random.ts';
import type { Fact, NoteFact } from './facts.ts';
import type { PageRequest } from './page.ts';
import { openTrafficEngine, type TrafficEngine, type TrafficEngineOptions } from './traffic-engine.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** Noon of a day, so that a few hours more stay within it. */
export const NOON = 20_000 * DAY + 12 * HOUR;

export const subjects = ['tea', 'cats', 'hikes', 'noodles', 'chess', 'films', 'roses', 'bikes'] as const;
export type Subject = (typeof subjects)[number];

/** A direction for each subject, with a little noise that belongs to the note. */
export function vectorOf(subject: number, random: Random): Int8Array {
  const vector = new Int8Array(VECTOR_LENGTH);
  for (let index = 0; index < VECTOR_LENGTH; index += 1) vector[index] = Math.round((random() - 0.5) * 10);
  for (let index = 0; index < 8; index += 1) vector[subject * 8 + index] = 42;
  return vector;
}

/** Note n is of subject n modulo 8, by one of 60 authors, in Chinese unless n is a multiple of 3; every fifth is by a newcomer. */
export function townNote(number: number, at: number, more: Partial<NoteFact> = {}): NoteFact {
  const subject = number % subjects.length;
  return {
    kind: 'note',
    at,
    note: `note-${number}`,
    author: `author-${(number * 7) % 60}`,
    publishedAt: at,
    language: number % 3 === 0 ? 'en' : 'zh',
    topics: [subjects[subject] as string],
    category: subject < 4 ? 'home' : 'away',
    country: 'CN',
    media: 'pictures',
    vector: vectorOf(subject, seededRandom(`note ${number}`)),
    authorGroup: number % 5 === 0 ? 'newcomer' : 'native',
    authorFollowers: 0,
    ...more,
  };
}

export const smallSize = { notes: 2_000, members: 200, rates: 2 ** 12, pending: 1_024 };

/** A town of so many notes, published over the day before noon, and one reader. */
export function openTown(notes = 800, options: Partial<TrafficEngineOptions> = {}): TrafficEngine {
  const engine = openTrafficEngine({ size: smallSize, ...options });
  engine.apply(joins('anna'));
  for (let number = 0; number < notes; number += 1) {
    engine.apply(townNote(number, NOON - DAY + Math.floor((number * DAY) / notes)));
  }
  return engine;
}

export function joins(member: string): Fact {
  return {
    kind: 'member',
    at: NOON - DAY,
    member,
    group: 'native',
    joinedAt: NOON - 100 * DAY,
    languages: ['zh'],
    country: 'CN',
    interests: [],
  };
}

export function request(more: Partial<PageRequest> = {}): PageRequest {
  return {
    viewer: 'anna',
    now: NOON,
    random: seededRandom(`${more.viewer ?? 'anna'} ${more.now ?? NOON} ${more.shown?.length ?? 0}`),
    size: 20,
    languages: ['zh'],
    country: 'CN',
    followedAuthors: [],
    hiddenAuthors: [],
    shown: [],
    isPersonal: true,
    ...more,
  };
}

/** Numbers of the notes of a page, in slot order. */
export function numbersOf(page: { slots: readonly { note: string }[] }): number[] {
  return page.slots.map(({ note }) => Number(note.slice('note-'.length)));
}

export function subjectOf(number: number): Subject {
  return subjects[number % subjects.length] as Subject;
}

/** The viewer sees all of a page, second by second. */
export function see(engine: TrafficEngine, page: ReturnType<TrafficEngine['page']>, at: number, viewer = 'anna'): void {
  for (const [slot, { note, traffic, reasons, pool, propensity }] of page.slots.entries()) {
    const reason = reasons[0]?.code ?? 'popular';
    const time = at + slot * 1_000;
    engine.apply({
      kind: 'impression',
      at: time,
      viewer,
      note,
      surface: 'discover',
      traffic,
      reason,
      pool,
      slot,
      propensity,
    });
  }
}
