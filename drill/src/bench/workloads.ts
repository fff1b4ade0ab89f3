import { type Random, seededRandom } from '@teahouse/engine';
import { cookieOf } from '../seed/identifiers.ts';
import type { Town } from '../seed/seed-house.ts';
import { zipf } from '../seed/seed-notes.ts';
import { commonChinese, writeNote } from '../seed/vocabulary.ts';
import type { Shot } from './connection.ts';
import type { Script } from './drive.ts';

export interface Workload {
  name: string;
  what: string;
  isRead: boolean;
  /** What the project promises; figures without one are for information. */
  target?: { rps: number; p99?: number };
  script(load: Load): (connection: number) => Script;
}

export interface Load {
  town: Town;
  /** Cookie that names the browser, as every browser has after its first visit. */
  visitorCookie: string;
  /** Differs from run to run on one house, so that a like is a new one each time. */
  seed: string;
}

export const workloads: readonly Workload[] = [
  {
    name: 'discover',
    what: 'signed-in discover page of 20, first and second pages in turn',
    isRead: true,
    target: { rps: 1000, p99: 40 },
    script: pages(() => '/api/feed/discover?limit=20'),
  },
  {
    name: 'thread',
    what: 'note with its comments in one request, popular notes more often',
    isRead: true,
    target: { rps: 1500 },
    script: each(({ member, random, town }) =>
      get(member, `/api/notes/${town.noteIds[zipf(random, town.noteIds.length)]}/thread`),
    ),
  },
  {
    name: 'following',
    what: 'following feed, first and second pages in turn',
    isRead: true,
    script: pages(() => '/api/feed/following?limit=20'),
  },
  {
    name: 'topic',
    what: 'notes of a topic, newest first, first and second pages in turn',
    isRead: true,
    script: pages(
      (random, { topics }) =>
        `/api/topics/${encodeURIComponent(topics[zipf(random, topics.length)] ?? '')}/notes?limit=20`,
    ),
  },
  {
    name: 'search',
    what: 'search for one of 20 common Chinese words',
    isRead: true,
    target: { rps: 300, p99: 60 },
    script: each(({ member, random }) => get(member, searchPath(drawWord(random)))),
  },
  {
    name: 'search-two',
    what: 'search for two common Chinese words and a number: hardly any search twice',
    isRead: true,
    script: each(({ member, random }) =>
      get(member, searchPath(`${drawWord(random)} ${drawWord(random)} 第 ${1 + Math.floor(random() * 300)}`)),
    ),
  },
  {
    name: 'like',
    what: 'like, another member and note each time',
    isRead: false,
    target: { rps: 2000 },
    script: each(({ member, random, town }) => ({
      method: 'PUT',
      path: `/api/notes/${town.noteIds[Math.floor(random() * town.noteIds.length)]}/like`,
      cookie: member,
    })),
  },
  {
    name: 'publish',
    what: 'publish a note with a text cover, two topics and an idempotency key',
    isRead: false,
    target: { rps: 600 },
    script: each(({ member, random, town, name }) => ({
      method: 'POST',
      path: '/api/notes',
      cookie: member,
      idempotencyKey: name,
      body: {
        ...titleAndText(random),
        textCover: 'paper',
        topics: [town.topics[zipf(random, town.topics.length)], town.topics[zipf(random, town.topics.length)]],
      },
    })),
  },
];

interface Draw {
  town: Town;
  /** Cookie header of a member drawn at random. */
  member: string;
  random: Random;
  /** Unique in a run. */
  name: string;
}

/** Every request by another member. */
function each(shotOf: (draw: Draw) => Shot): Workload['script'] {
  return ({ town, visitorCookie, seed }) =>
    (connection) => {
      const random = seededRandom(`${seed} ${connection}`);
      let count = 0;
      return {
        next: () => {
          count += 1;
          return shotOf({
            town,
            random,
            member: cookiesOf(town, random, visitorCookie),
            name: `${seed}-${connection}-${count}`,
          });
        },
      };
    };
}

/** A first page, then by the same member the second, where there is one. */
function pages(pathOf: (random: Random, town: Town) => string): Workload['script'] {
  return ({ town, visitorCookie, seed }) =>
    (connection) => {
      const random = seededRandom(`${seed} ${connection}`);
      let following: Shot | undefined;
      let current: Shot | undefined;
      return {
        next() {
          current = following ?? {
            ...get(cookiesOf(town, random, visitorCookie), pathOf(random, town)),
            wantsBody: true,
          };
          return current;
        },
        hear({ body }) {
          const marker = following ? undefined : cursorIn(body);
          following = marker && current ? get(current.cookie, `${current.path}&cursor=${marker}`) : undefined;
        },
      };
    };
}

/** The cursor stands at the end: reading that is cheaper than parsing the page. */
function cursorIn(body: Buffer | undefined): string | undefined {
  if (!body) return undefined;
  return /"nextCursor":"([^"]+)"\}$/.exec(body.toString('latin1', Math.max(0, body.length - 2_200)))?.[1];
}

function cookiesOf(town: Town, random: Random, visitorCookie: string): string {
  return `teahouse_session=${cookieOf(Math.floor(random() * town.memberCount))}; ${visitorCookie}`;
}

function get(cookie: string, path: string): Shot {
  return { method: 'GET', path, cookie };
}

function drawWord(random: Random): string {
  return commonChinese[Math.floor(random() * commonChinese.length)] ?? '';
}

function searchPath(query: string): string {
  return `/api/search/notes?limit=20&q=${encodeURIComponent(query)}`;
}

function titleAndText(random: Random): { title: string; text: string } {
  const { title, text } = writeNote(random);
  return { title, text };
}
