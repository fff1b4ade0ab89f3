import {
  type BodyInput,
  type ParamsInput,
  Problem,
  type ProblemBody,
  problems,
  type QueryInput,
  type ResponseOutput,
  type Route,
} from '@teahouse/contract';

/** The house could not be reached at all: no network, or nothing listens. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The house cannot be reached', { cause });
    this.name = 'Unreachable';
  }
}

type Slot<Name extends string, Value> = [Value] extends [undefined]
  ? { [N in Name]?: undefined }
  : undefined extends Value
    ? { [N in Name]?: Value }
    : object extends Value
      ? { [N in Name]?: Value }
      : { [N in Name]: Value };

export type CallInput<R extends Route> = Slot<'params', ParamsInput<R>> &
  Slot<'query', QueryInput<R>> &
  Slot<'body', BodyInput<R>> & {
    /** One key per intent of the member: a repeated send with the same key creates nothing twice. */
    idempotencyKey?: string;
    /** The version the member last saw. */
    ifMatch?: number;
    signal?: AbortSignal;
    /** Lets the request outlive the page, for beacons. */
    keepalive?: boolean;
  };

type Inputs<R extends Route> = object extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>];

interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  idempotencyKey?: string;
  ifMatch?: number;
  signal?: AbortSignal;
  keepalive?: boolean;
}

/** Asks the house. Answers with the route's response; throws a `Problem` the house named, or `Unreachable`. */
export async function call<R extends Route>(route: R, ...inputs: Inputs<R>): Promise<ResponseOutput<R>> {
  const response = await open(route, ...inputs);
  return (response.status === 204 ? undefined : await response.json()) as ResponseOutput<R>;
}

/** Asks the house and hands over its answer as it comes, for routes that stream. */
export async function open<R extends Route>(route: R, ...inputs: Inputs<R>): Promise<Response> {
  const response = await send(route, (inputs[0] ?? {}) as LooseInput);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Path of a route with its parameters and query, for links and image sources. */
export function pathOf(route: Route, params: unknown, query?: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/** `crypto.randomUUID` exists only on secure origins; a house on a home network is served over plain HTTP. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(route: Route, input: LooseInput): Promise<Response> {
  try {
    return await fetch(pathOf(route, input.params, input.query), requestOf(route, input));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(error);
  }
}

function requestOf(route: Route, input: LooseInput): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (input.idempotencyKey) headers['idempotency-key'] = input.idempotencyKey;
  if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`;
  return {
    method: route.method,
    credentials: 'same-origin',
    headers,
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    ...(input.signal ? { signal: input.signal } : {}),
    ...(input.keepalive ? { keepalive: true } : {}),
  };
}

async function problemOf(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const retry = Number.isFinite(retryAfter) && retryAfter > 0 ? { retryAfterSeconds: retryAfter } : {};
  const body = (await response.json().catch(() => undefined)) as ProblemBody | undefined;
  if (!body || !(body.code in problems)) return new Problem('internal', undefined, retry);
  return new Problem(body.code, body.detail, { ...retry, ...(body.fields ? { fields: body.fields } : {}) });
}
