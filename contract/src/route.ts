import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

/** Who may call a route. Each step includes the ones before it, except that `public` also admits visitors without a session. */
export type Access = 'public' | 'member' | 'moderator' | 'operator';

/** Token bucket a route draws from; figures live in the server's rate limits. */
export type RateClass =
  | 'read'
  | 'write'
  | 'publish'
  | 'react'
  | 'sign-in'
  | 'code'
  | 'upload'
  | 'search'
  | 'translate'
  | 'beacon'
  | 'export';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  /** Stable name, `noun.verb`: OpenAPI operation id, metrics label, client function. */
  readonly id: string;
  readonly method: Method;
  /** Path with `:name` parameters, below the site root. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly access: Access;
  readonly rate: RateClass;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Longest body in bytes, where files travel in it; others are far below the house's limit. */
  readonly bodyBytes?: number;
  /** Schema of the 2xx body; absent means 204 without a body. */
  readonly response?: z.ZodType;
  readonly status?: 200 | 201 | 202;
  /** A creating POST: `Idempotency-Key` is honoured, the answer is replayed for 48 h. */
  readonly idempotent?: true;
  /** The answer is not JSON (an archive, a stream); `response` is then absent. */
  readonly raw?: string;
  /** Problems beyond the ones every route can answer (invalid request, limits, internal). */
  readonly problems?: readonly ProblemCode[];
}

/** Keeps the literal types of a route so that server and client infer inputs and outputs from it. */
export function defineRoute<const R extends Route>(route: R): R {
  return route;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

export type ParamsOf<R extends Route> = Parsed<R['params']>;
export type QueryOf<R extends Route> = Parsed<R['query']>;
export type BodyOf<R extends Route> = Parsed<R['body']>;
/** What a handler must return; checked against the schema in tests, not on the hot path. */
export type ResponseOf<R extends Route> = R['response'] extends z.ZodType ? z.input<R['response']> : undefined;

export type ParamsInput<R extends Route> = Given<R['params']>;
export type QueryInput<R extends Route> = Given<R['query']>;
export type BodyInput<R extends Route> = Given<R['body']>;
export type ResponseOutput<R extends Route> = Parsed<R['response']>;
