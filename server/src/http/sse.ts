import type { FastifyReply } from 'fastify';

export interface EventStream {
  send(frame: { kind: string }): void;
  readonly isOpen: boolean;
  onClose(listener: () => void): void;
  /** Resolves when the reader has taken what was sent, or has left: for whoever sends much at once. */
  drained(): Promise<void>;
  close(): void;
}

const heartbeatMilliseconds = 25_000;
/** A reader that does not take its frames is dropped; it will reconnect and read the list. */
const maxBufferedBytes = 256 * 1024;

/** Opens a server-sent event stream on a reply. */
export function openEventStream(reply: FastifyReply): EventStream {
  const listeners = new Set<() => void>();
  let isOpen = true;
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...definedHeaders(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), heartbeatMilliseconds);
  const end = () => {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(heartbeat);
    for (const listener of listeners) listener();
  };
  raw.on('close', end);
  raw.on('error', end);
  return {
    send(frame) {
      if (!isOpen) return;
      if (raw.writableLength > maxBufferedBytes) raw.destroy();
      else raw.write(`event: ${frame.kind}\ndata: ${JSON.stringify(frame)}\n\n`);
    },
    get isOpen() {
      return isOpen;
    },
    onClose: (listener) => void listeners.add(listener),
    async drained() {
      if (!isOpen || !raw.writableNeedDrain) return;
      await new Promise<void>((resolve) => {
        raw.once('drain', resolve);
        listeners.add(resolve);
      });
    },
    close: () => void raw.end(),
  };
}

function definedHeaders(reply: FastifyReply): Record<string, string | string[] | number> {
  return Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
