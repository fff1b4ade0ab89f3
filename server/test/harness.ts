import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BodyInput, ParamsInput, ProblemBody, QueryInput, ResponseOutput, Route } from '@teahouse/contract';
import { seededRandom } from '@teahouse/engine';
import pg from 'pg';
import { inject } from 'vitest';
import { buildTeahouse, type Parts, type Teahouse } from '../src/app.ts';
import { type Config, readConfig } from '../src/platform/config.ts';
import type { Db } from '../src/platform/db/database.ts';
import { createLog } from '../src/platform/log.ts';
import type { Message } from '../src/platform/mail.ts';
import type { SocketConnection } from '../src/platform/postgres/launch.ts';
import { type CastName, cast } from './cast.ts';
import { templateName } from './global-setup.ts';

/** 14 January 2025, noon in Shanghai: the day after the first newcomers. */
const opening = Date.parse('2025-01-14T04:00:00Z');

export interface TestHouse extends AsyncDisposable {
  db: Db;
  teahouse: Teahouse;
  /** A named person of the cast, signed up and signed in at first use. */
  as(name: CastName): Promise<Person>;
  /** Someone without a session. */
  stranger(): Person;
  /** Delivers events and runs jobs until nothing is due. */
  drain(): Promise<void>;
  /** Moves the clock: '90s', '15m', '3h', '1d'. */
  advance(duration: string): void;
  mails: Message[];
  texts: { to: string; text: string }[];
  /** Statements sent to the database while `work` runs. */
  countQueries(work: () => Promise<unknown>): Promise<number>;
  /** A second process of the same house: the same database, files and clock, a memory of its own. It closes with this one. */
  secondProcess(parts?: HouseParts): Promise<TestHouse>;
}

/** What a test brings along instead of what is configured. */
export type HouseParts = Pick<Parts, 'engines' | 'traffic'>;

export interface CallOptions<R extends Route> {
  params?: ParamsInput<R>;
  query?: QueryInput<R>;
  body?: BodyInput<R>;
  headers?: Record<string, string>;
}

export interface Answered<T> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

export interface Person {
  name: string;
  handle: string;
  memberId: string;
  cookies: Map<string, string>;
  /** Calls a contract route and expects success; the body is parsed by the route's own schema. */
  call<R extends Route>(route: R, options?: CallOptions<R>): Promise<ResponseOutput<R>>;
  /** Calls a contract route and expects a refusal. */
  refused<R extends Route>(route: R, options?: CallOptions<R>): Promise<ProblemBody>;
  /** Any request, answered as it comes. */
  send(request: {
    method: string;
    url: string;
    payload?: string | Buffer | object;
    headers?: Record<string, string>;
  }): Promise<Answered<unknown>>;
}

export async function openTeahouse(changes: Partial<Config> = {}, parts: HouseParts = {}): Promise<TestHouse> {
  const connection = await cloneTemplate(inject('postgres'));
  return openProcess(connection, { now: opening }, changes, parts);
}

async function openProcess(
  connection: SocketConnection,
  time: { now: number },
  changes: Partial<Config>,
  parts: HouseParts,
  first?: TestHouse,
): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'teahouse-house-'));
  const mails: Message[] = [];
  const texts: { to: string; text: string }[] = [];
  const config: Config = {
    ...readConfig(
      {
        TEAHOUSE_SECRET: 'a'.repeat(40),
        TEAHOUSE_RATE_LIMIT_SCALE: '0',
        TEAHOUSE_SHED: 'false',
        // A registry without models: tests ask nothing of the net.
        TEAHOUSE_MODELS_URL: join(folder, 'registry'),
      },
      { dataDir: folder, port: 0 },
    ),
    ...changes,
  };
  const teahouse = await buildTeahouse(config, connection, {
    clock: { now: () => time.now },
    random: seededRandom(1),
    mailer: { send: async (message) => void mails.push(message) },
    texts: { send: async (to, text) => void texts.push({ to, text }) },
    log: createLog(process.env.TEAHOUSE_TEST_LOG ?? 'silent'),
    isMigrated: true,
    ...(first ? { blobs: first.teahouse.deps.blobs } : {}),
    ...parts,
  });
  await teahouse.http.ready();
  const people = new Map<CastName, Promise<Person>>();
  const others: TestHouse[] = [];
  const house: TestHouse = {
    db: teahouse.deps.db,
    teahouse,
    mails,
    texts,
    as(name) {
      const known = people.get(name) ?? (first ? signedIn(house, first.as(name)) : signUp(house, name));
      people.set(name, known);
      return known;
    },
    stranger: () => personIn(house, 'stranger', '', ''),
    drain: () => teahouse.drain(),
    advance(duration) {
      time.now += milliseconds(duration);
    },
    async countQueries(work) {
      let count = 0;
      const stop = teahouse.database.onQuery(() => {
        count += 1;
      });
      await work();
      stop();
      return count;
    },
    async secondProcess(ofSecond = parts) {
      const second = await openProcess(connection, time, changes, ofSecond, house);
      others.push(second);
      return second;
    },
    async [Symbol.asyncDispose]() {
      for (const other of others) await other[Symbol.asyncDispose]();
      await teahouse.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
}

let cloned = 0;

async function cloneTemplate(connection: SocketConnection): Promise<SocketConnection> {
  const database = `house_${process.pid}_${++cloned}`;
  const admin = new pg.Client(connection);
  await admin.connect();
  await admin.query(`create database ${database} template ${templateName}`);
  await admin.end();
  return { ...connection, database };
}

async function signUp(house: TestHouse, name: CastName): Promise<Person> {
  const { handle, role, joinedDaysAgo, ...profile } = cast[name];
  const person = personIn(house, name, handle, '');
  const answered = await person.send({
    method: 'POST',
    url: '/api/accounts',
    payload: { by: 'password', handle, password: passwordOf(name), acceptedRulesVersion: 1, ...profile },
  });
  if (answered.status !== 201) throw new Error(`${name} could not sign up: ${JSON.stringify(answered.body)}`);
  person.memberId = (answered.body as { me: { id: string } }).me.id;
  const joined_at = new Date(house.teahouse.deps.clock.now() - joinedDaysAgo * 86_400_000);
  await house.db.updateTable('member').set({ role, joined_at }).where('id', '=', person.memberId).execute();
  house.teahouse.features.readers.members.invalidate(person.memberId);
  house.teahouse.features.accounts.forgetSessions(person.memberId);
  return person;
}

/** The same person with the same session, served by another process. */
async function signedIn(house: TestHouse, elsewhere: Promise<Person>): Promise<Person> {
  const { name, handle, memberId, cookies } = await elsewhere;
  const person = personIn(house, name, handle, memberId);
  for (const [key, value] of cookies) person.cookies.set(key, value);
  return person;
}

export function passwordOf(name: CastName): string {
  return `${name} drinks oolong`;
}

function personIn(house: TestHouse, name: string, handle: string, memberId: string): Person {
  const cookies = new Map<string, string>();
  const person: Person = {
    name,
    handle,
    memberId,
    cookies,
    async call(route, options) {
      const answered = await request(person, route, options);
      if (answered.status >= 300)
        throw new Error(`${name} ${route.id}: ${answered.status} ${JSON.stringify(answered.body)}`);
      return (route.response ? route.response.parse(answered.body) : undefined) as ResponseOutput<typeof route>;
    },
    async refused(route, options) {
      const answered = await request(person, route, options);
      if (answered.status < 400) throw new Error(`${name} ${route.id} was not refused: ${answered.status}`);
      return answered.body as ProblemBody;
    },
    async send({ method, url, payload, headers = {} }) {
      const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');
      const response = await house.teahouse.http.inject({
        method: method as 'GET',
        url,
        headers: { ...(cookie ? { cookie } : {}), ...headers },
        ...(payload === undefined ? {} : { payload }),
      });
      for (const { name: key, value } of response.cookies) value === '' ? cookies.delete(key) : cookies.set(key, value);
      return {
        status: response.statusCode,
        body: readBody(response.headers['content-type'], response.body),
        headers: response.headers,
      };
    },
  };
  return person;
}

function request<R extends Route>(person: Person, route: R, options: CallOptions<R> = {}): Promise<Answered<unknown>> {
  const path = route.path.replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String((options.params as Record<string, unknown>)?.[key] ?? '')),
  );
  const query = new URLSearchParams(
    Object.entries((options.query ?? {}) as Record<string, unknown>).map(([key, value]) => [key, String(value)]),
  );
  const url = query.size > 0 ? `${path}?${query}` : path;
  const payload = options.body === undefined ? undefined : (options.body as object);
  return person.send({ method: route.method, url, ...(payload ? { payload } : {}), headers: options.headers ?? {} });
}

function readBody(type: unknown, body: string): unknown {
  return typeof type === 'string' && type.includes('json') && body !== '' ? JSON.parse(body) : body;
}

const unitMilliseconds: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function milliseconds(duration: string): number {
  const unit = unitMilliseconds[duration.slice(-1)];
  if (unit === undefined) throw new Error(`Not a duration: ${duration}`);
  return Number(duration.slice(0, -1)) * unit;
}
