import type { Socket } from 'node:net';
import { Problem, type ProblemCode } from '@teahouse/contract';
import type { Ids } from '../platform/ids.ts';
import { problemBodyOf } from './problem-handler.ts';

const codes: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Bytes that never became a request get a problem, too; the connection ends, since nobody knows where the next one begins. */
export function answerUnreadable(ids: Ids): (error: Error & { code?: string }, socket: Socket) => void {
  return (error, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    const problem = new Problem(codes[error.code ?? ''] ?? 'malformed-body');
    const body = JSON.stringify(problemBodyOf(problem, ids.next()));
    if (socket.writable) socket.write(answerOf(problem.status, body));
    socket.destroySoon();
  };
}

function answerOf(status: number, body: string): string {
  const headers = [
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${body}`;
}

const reasons: Record<number, string> = { 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };
