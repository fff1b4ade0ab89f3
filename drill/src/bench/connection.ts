import { connect, type Socket } from 'node:net';

export interface Shot {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  cookie: string;
  body?: object;
  idempotencyKey?: string;
  /** The answer's body is handed to the workload; others are only counted. */
  wantsBody?: boolean;
}

export interface Answer {
  status: number;
  body: Buffer | undefined;
}

/** One keep-alive connection with one request in flight. Less work per request than `fetch`, which would be the bottleneck. */
export interface Connection {
  send(shot: Shot): Promise<Answer>;
  close(): void;
}

export function openConnection(port: number): Connection {
  let socket: Socket | undefined;
  let waiting: { shot: Shot; resolve: (answer: Answer) => void; reader: AnswerReader } | undefined;

  function open(): Socket {
    const opened = connect({ port, host: '127.0.0.1', noDelay: true });
    opened.on('data', (chunk) => {
      if (waiting?.reader.read(chunk)) settle(waiting.reader.answer());
    });
    opened.on('close', () => {
      if (socket === opened) socket = undefined;
      settle({ status: 0, body: undefined });
    });
    opened.on('error', () => {});
    return opened;
  }

  function settle(answer: Answer): void {
    const settled = waiting;
    waiting = undefined;
    settled?.resolve(answer);
  }

  return {
    send(shot) {
      socket ??= open();
      return new Promise((resolve) => {
        waiting = { shot, resolve, reader: createAnswerReader(shot.wantsBody ?? false) };
        socket?.write(requestText(shot));
      });
    },
    close: () => socket?.destroy(),
  };
}

function requestText({ method, path, cookie, body, idempotencyKey }: Shot): string {
  const payload = body === undefined ? '' : JSON.stringify(body);
  const type = body === undefined ? '' : 'content-type: application/json\r\n';
  const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(payload)}\r\n`;
  const key = idempotencyKey === undefined ? '' : `idempotency-key: ${idempotencyKey}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\n${type}${length}${key}\r\n${payload}`;
}

export interface AnswerReader {
  /** True once the answer is whole. */
  read(chunk: Buffer): boolean;
  answer(): Answer;
}

/** Reads one answer with a `content-length` (or none and no body, as 204 has). */
export function createAnswerReader(wantsBody: boolean): AnswerReader {
  let head: Buffer = Buffer.alloc(0);
  let bodyAt = -1;
  let status = 0;
  let wanted = 0;
  let had = 0;
  const parts: Buffer[] = [];

  function readHead(chunk: Buffer): Buffer | undefined {
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    bodyAt = head.indexOf('\r\n\r\n');
    if (bodyAt < 0) return undefined;
    const text = head.toString('latin1', 0, bodyAt);
    status = Number(text.slice(9, 12));
    wanted = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
    return head.subarray(bodyAt + 4);
  }

  return {
    read(chunk) {
      const part = bodyAt < 0 ? readHead(chunk) : chunk;
      if (!part) return false;
      had += part.length;
      if (wantsBody) parts.push(part);
      return had >= wanted;
    },
    answer: () => ({ status, body: wantsBody ? Buffer.concat(parts) : undefined }),
  };
}
