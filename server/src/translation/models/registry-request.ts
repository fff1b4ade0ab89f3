import { PullFailure } from './pull-failure.ts';
import { isSafeToAsk } from './registry-source.ts';

/**
 * One GET of the registry; the answer is a 2xx or 416 (a range beyond the end). Bytes come as they are stored: a body that
 * is packed on the way could not be resumed.
 */
export async function getFromRegistry(
  url: URL,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  const response = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' }, signal }).catch(
    (error: unknown) => {
      throw unreachable(url, error, signal);
    },
  );
  const problem = problemOf(url, response);
  if (!problem) return response;
  await response.body?.cancel();
  throw problem;
}

/** Names what kept an answer from arriving, for the operator. */
export function unreachable(url: URL, error: unknown, signal: AbortSignal): PullFailure {
  if (error instanceof PullFailure) return error;
  if (signal.aborted && !isTimeout(signal.reason))
    return new PullFailure('aborted', 'The pull was stopped.', { cause: error });
  return new PullFailure('unreachable', `${url.host} could not be reached (${reasonOf(error)}).`, { cause: error });
}

function problemOf(url: URL, response: Response): PullFailure | undefined {
  const { status } = response;
  if (!isSafeToAsk(new URL(response.url))) {
    return new PullFailure('refused', `${url.host} sends us on to ${response.url}, which is not https.`);
  }
  const encoding = response.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity')
    return new PullFailure('refused', `${url.host} packs its answers on the way (${encoding}).`);
  if (response.ok || status === 416) return undefined;
  const isPassing = status >= 500 || status === 429 || status === 408;
  return new PullFailure(isPassing ? 'unreachable' : 'missing', `${url.href} answers with status ${status}.`);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (isTimeout(cause)) return 'no answer in time';
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : String(cause);
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}
