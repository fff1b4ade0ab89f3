import { Problem, type ProblemBody, type ProblemCode, problems } from '@teahouse/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sqlState } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';

/** The one place where errors become answers. */
export function installProblemHandler(app: FastifyInstance, { log, metrics }: Pick<Deps, 'log' | 'metrics'>): void {
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = toProblem(error);
    metrics.problems.inc({ code: problem.code });
    if (problem.status >= 500)
      log.error({ err: error, requestId: request.id, url: request.routeOptions.url }, problem.code);
    return sendProblem(reply, request, problem);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(reply, request, new Problem('not-found')));
}

export function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem): FastifyReply {
  const retryAfter = problem.retryAfterSeconds ?? (problem.status === 503 || problem.status === 507 ? 5 : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBodyOf(problem, request.id)));
}

export function problemBodyOf(problem: Problem, requestId: string): ProblemBody {
  return {
    type: `/api/docs#problem-${problem.code}`,
    title: problems[problem.code].title,
    status: problem.status,
    code: problem.code,
    ...(problem.message === problems[problem.code].title ? {} : { detail: problem.message }),
    ...(problem.fields ? { fields: [...problem.fields] } : {}),
    requestId,
  };
}

const byFrameworkCode: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
  FST_ERR_BAD_URL: 'not-found',
  FST_UNDER_PRESSURE: 'overloaded',
};

const connectionErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
]);

function toProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  const mapped = byFrameworkCode[error.code];
  if (mapped) return new Problem(mapped, undefined, { cause: error });
  // The file server's word for a path it does not like; what exists there is nobody's business.
  if (error.statusCode === 403 || error.statusCode === 404)
    return new Problem('not-found', undefined, { cause: error });
  if (error instanceof SyntaxError || (error.statusCode === 400 && error.validation === undefined)) {
    return new Problem('malformed-body', undefined, { cause: error });
  }
  // A character the database cannot store (NUL) came in where no schema looks that closely.
  if (sqlState(error) === '22021') return new Problem('invalid-request', undefined, { cause: error });
  if (isDatabaseDown(error)) return new Problem('database-unavailable', undefined, { cause: error });
  return new Problem('internal', undefined, { cause: error });
}

function isDatabaseDown(error: Error): boolean {
  const state = sqlState(error);
  if (state === '53100') return true;
  return (
    (state !== undefined && connectionErrors.has(state)) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
      error.message,
    )
  );
}
