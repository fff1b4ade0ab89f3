import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** JSON lines; credentials never reach them. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const redact = {
    paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.code', '*.token', '*.secret'],
    censor: '[redacted]',
  };
  return destination ? pino({ level, redact }, destination) : pino({ level, redact });
}
