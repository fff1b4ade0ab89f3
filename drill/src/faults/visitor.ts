import { randomUUID } from 'node:crypto';
import type { HouseProcess } from '../process/house-process.ts';

export interface Answer {
  status: number;
  /** The refusal's code, when it is one of the catalogue. */
  problem: string | undefined;
  body: Record<string, unknown>;
}

export interface SendOptions {
  body?: object;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Someone who talks to a house over HTTP, through restarts. */
export interface Visitor {
  handle: string;
  cookie: string;
  /** The house came back on another port. */
  moveTo(house: Pick<HouseProcess, 'url'>): void;
  urlOf(path: string): string;
  send(method: string, path: string, options?: SendOptions): Promise<Answer>;
}

export function openVisitor({ url }: Pick<HouseProcess, 'url'>, handle = '', cookie = ''): Visitor {
  let base = url;
  const visitor: Visitor = {
    handle,
    cookie,
    moveTo(house) {
      base = house.url;
    },
    urlOf: (path) => base + path,
    async send(method, path, { body, headers = {}, signal } = {}) {
      const response = await fetch(visitor.urlOf(path), {
        method,
        headers: {
          ...(visitor.cookie ? { cookie: visitor.cookie } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: signal ?? AbortSignal.timeout(30_000),
      });
      return readAnswer(response);
    },
  };
  return visitor;
}

/** Signs up over HTTP. */
export async function signUp(house: Pick<HouseProcess, 'url'>, handle: string): Promise<Visitor> {
  const response = await fetch(`${house.url}/api/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      by: 'password',
      handle,
      password: randomUUID(),
      name: handle,
      languagesRead: ['zh', 'en'],
      interfaceLanguage: 'en',
      acceptedRulesVersion: 1,
    }),
  });
  if (response.status !== 201) throw new Error(`${handle} could not sign up: ${await response.text()}`);
  await response.arrayBuffer();
  return openVisitor(house, handle, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
}

async function readAnswer(response: Response): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const body = type.includes('json') ? (JSON.parse(text) as Record<string, unknown>) : {};
  return {
    status: response.status,
    problem: type.startsWith('application/problem+json') ? String(body.code) : undefined,
    body,
  };
}

export function isFine({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}
