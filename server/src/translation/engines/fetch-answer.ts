import type { z } from 'zod';
import { EngineFailure } from './port.ts';

/** How long and how large the answer of a remote engine may be. */
export interface AnswerLimits {
  /** From the request to the last byte. */
  deadlineMilliseconds: number;
  /** Longest silence once the answer has begun. */
  stallMilliseconds: number;
  bytesMax?: number;
}

export interface AnswerRequest {
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON with POST; without it the request is a GET. */
  body?: unknown;
  signal: AbortSignal;
  limits: AnswerLimits;
}

/** An answer whose body is still arriving. Read it to its end or discard it. */
export interface OpenAnswer {
  status: number;
  contentType: string;
  retryAfterMilliseconds: number | undefined;
  /** @throws EngineFailure when it stalls, grows too large, breaks off or is not UTF-8. */
  chunks(): AsyncGenerator<string>;
  text(): Promise<string>;
  discard(): Promise<void>;
}

const defaultBytesMax = 1024 * 1024;

/**
 * Asks a remote engine. Redirects are never followed: they would carry texts and the key to an address no operator chose.
 * @throws EngineFailure of kind `aborted`, `timeout`, `unavailable` or `bad-answer`; its message never holds a header or a body.
 */
export async function openAnswer(request: AnswerRequest): Promise<OpenAnswer> {
  const guard = startGuard(request);
  const response = await guard.during(() =>
    fetch(request.url, {
      ...(request.body === undefined ? {} : { method: 'POST', body: JSON.stringify(request.body) }),
      headers: {
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...request.headers,
      },
      redirect: 'manual',
      signal: guard.signal,
    }),
  );
  const chunks = () => readChunks(response, guard, request.limits);
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfterMilliseconds: retryAfter(response.headers),
    chunks,
    text: () => Array.fromAsync(chunks()).then((parts) => parts.join('')),
    discard: async () => void (await response.body?.cancel().catch(() => undefined)),
  };
}

/** A whole JSON answer with status 200, checked against its schema. */
export async function fetchJson<T>(request: AnswerRequest, schema: z.ZodType<T>): Promise<T> {
  const answer = await openAnswer(request);
  if (answer.status !== 200) throw await failureOfStatus(answer);
  return parseJson(await answer.text(), schema);
}

/** @throws EngineFailure `bad-answer` */
export function parseJson<T>(text: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new EngineFailure('bad-answer', 'The answer is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new EngineFailure('bad-answer', 'The answer has an unknown shape');
  return parsed.data;
}

/** Discards the body: error pages quote member texts and, at some vendors, parts of the key. */
export async function failureOfStatus(answer: OpenAnswer): Promise<EngineFailure> {
  await answer.discard();
  const { status, retryAfterMilliseconds } = answer;
  const pause = retryAfterMilliseconds === undefined ? {} : { retryAfterMilliseconds };
  if (status === 402 || status === 456) return new EngineFailure('quota', `The quota is used up (${status})`, pause);
  if (status === 429 || status === 529)
    return new EngineFailure('rate-limited', `Too many requests (${status})`, pause);
  if (status === 408 || status === 504) return new EngineFailure('timeout', `The engine ran out of time (${status})`);
  if (status === 401 || status === 403) return new EngineFailure('unavailable', `The key is refused (${status})`);
  if (status >= 300 && status < 400)
    return new EngineFailure('unavailable', `The address answers with a redirect (${status})`);
  if (status === 400 || status === 413 || status === 422)
    return new EngineFailure('bad-answer', `The request is refused (${status})`);
  return new EngineFailure('unavailable', `The engine answers with status ${status}`, pause);
}

interface Guard {
  signal: AbortSignal;
  /** A byte arrived. */
  touch(): void;
  stop(): void;
  failureOf(cause: unknown): EngineFailure;
  during<T>(call: () => Promise<T>): Promise<T>;
}

function startGuard({ signal, limits }: AnswerRequest): Guard {
  const deadline = AbortSignal.timeout(limits.deadlineMilliseconds);
  const stall = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const failureOf = (cause: unknown) => {
    if (cause instanceof EngineFailure) return cause;
    if (signal.aborted) return new EngineFailure('aborted', 'The asker left');
    if (deadline.aborted) return new EngineFailure('timeout', `No answer within ${limits.deadlineMilliseconds} ms`);
    if (stall.signal.aborted) return new EngineFailure('timeout', `Silent for ${limits.stallMilliseconds} ms`);
    return new EngineFailure('unavailable', `The connection failed (${causeCode(cause)})`);
  };
  return {
    signal: AbortSignal.any([signal, deadline, stall.signal]),
    touch: () => {
      timer ??= setTimeout(() => stall.abort(), limits.stallMilliseconds).unref();
      timer.refresh();
    },
    stop: () => clearTimeout(timer),
    failureOf,
    during: (call) =>
      call().catch((cause) => {
        throw failureOf(cause);
      }),
  };
}

async function* readChunks(response: Response, guard: Guard, limits: AnswerLimits): AsyncGenerator<string> {
  const bytesMax = limits.bytesMax ?? defaultBytesMax;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  guard.touch();
  try {
    for await (const chunk of response.body ?? []) {
      guard.touch();
      bytes += chunk.byteLength;
      if (bytes > bytesMax) throw new EngineFailure('bad-answer', `The answer is above ${bytesMax} bytes`);
      yield decode(() => decoder.decode(chunk, { stream: true }));
    }
    yield decode(() => decoder.decode());
  } catch (cause) {
    throw guard.failureOf(cause);
  } finally {
    guard.stop();
  }
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    throw new EngineFailure('bad-answer', 'The answer is not UTF-8');
  }
}

/** Only the code: the message of a failed fetch can hold the address with its credentials. */
function causeCode(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}

/** A date is measured against the answer's own clock. */
function retryAfter(headers: Headers): number | undefined {
  const given = headers.get('retry-after');
  if (given === null) return undefined;
  const milliseconds = /^\d+$/.test(given.trim())
    ? Number(given) * 1000
    : Date.parse(given) - Date.parse(headers.get('date') ?? '');
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? milliseconds : undefined;
}
