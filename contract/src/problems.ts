import { z } from 'zod';

/** The only catalogue of refusals: code → HTTP status and title. Sent as `application/problem+json` (RFC 9457). */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'malformed-body': { status: 400, title: 'The body could not be read' },
  'invalid-cursor': { status: 400, title: 'This page marker is not valid' },
  'invalid-code': { status: 400, title: 'The code is wrong or has expired' },
  'invalid-idempotency-key': { status: 400, title: 'The idempotency key is not valid' },
  'wrong-credentials': { status: 401, title: 'Name or password is wrong' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'not-allowed': { status: 403, title: 'You may not do this' },
  'blocked-by-member': { status: 403, title: 'This member does not accept it from you' },
  'sign-up-closed': { status: 403, title: 'Sign-up is closed at the moment' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  conflict: { status: 409, title: 'This no longer fits the present state' },
  'handle-taken': { status: 409, title: 'This handle is taken' },
  'address-taken': { status: 409, title: 'This address already belongs to an account' },
  'idempotency-in-flight': { status: 409, title: 'The same request is still being worked on' },
  'note-removed': { status: 409, title: 'The note was removed' },
  'changed-meanwhile': { status: 412, title: 'It was changed meanwhile' },
  'too-large': { status: 413, title: 'This is too large' },
  'unsupported-media': { status: 415, title: 'This kind of file or body is not supported' },
  'wrong-host': { status: 421, title: 'This host is not served here' },
  'idempotency-mismatch': { status: 422, title: 'The idempotency key was used for another request' },
  'picture-unreadable': { status: 422, title: 'The picture could not be read' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The request headers are too large' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  overloaded: { status: 503, title: 'The house is very busy' },
  'database-unavailable': { status: 503, title: 'The database is not answering' },
  'read-only': { status: 503, title: 'The house is read-only at the moment' },
  'no-space': { status: 507, title: 'There is no room for uploads at the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** One refused field: a JSON pointer into body, query or params, and a stable message key. */
export const problemField = z.object({ pointer: z.string(), message: z.string() });
export type ProblemField = z.infer<typeof problemField>;

export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  fields: z.array(problemField).optional(),
  requestId: z.string(),
});
export type ProblemBody = z.infer<typeof problemBody>;

/** A refusal. `detail` is always safe to show; private causes travel in `cause` and reach only the log. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly fields: readonly ProblemField[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    detail?: string,
    options: { cause?: unknown; fields?: readonly ProblemField[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail ?? problems[code].title, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get status(): number {
    return problems[this.code].status;
  }
}
