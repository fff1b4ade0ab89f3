import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Behaviour } from './behaviour.ts';
import type { StubAnswer, StubQuestion, Wording } from './stub-wording.ts';
import { wordAnswers } from './stub-wording.ts';

export interface StubCall {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: unknown;
  /** Sentences it was asked to translate; 0 for other questions. */
  sentences: number;
}

export interface StubReply {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: string;
}

/** One vendor's wire format, written from the vendor's documentation and without the adapter's code. */
export interface StubProtocol {
  /** A question for a translation, or the reply to anything else. */
  read(call: StubCall): StubQuestion | StubReply;
  write(answers: readonly StubAnswer[], question: StubQuestion, call: StubCall, behaviour: Behaviour): StubReply;
}

export interface StubSetting extends Partial<Wording> {
  delayMilliseconds?: number;
  retryAfterSeconds?: number;
}

/** A remote engine on this machine that speaks the real protocol and behaves as told. */
export interface EngineStub extends AsyncDisposable {
  url: string;
  /** Every request so far, in order of arrival. */
  calls: readonly StubCall[];
  /** Translation requests so far. */
  translationCalls(): number;
  /** From now on; everything not named is as at the start. */
  behave(behaviour: Behaviour, setting?: Omit<StubSetting, 'behaviour'>): void;
  close(): Promise<void>;
}

export async function startEngineStub(protocol: StubProtocol, start: StubSetting = {}): Promise<EngineStub> {
  const calls: StubCall[] = [];
  let setting: StubSetting = { ...start };
  const server = createServer((request, response) => {
    void readCall(request)
      .then(async (call) => {
        calls.push(call);
        await answerCall(protocol, call, setting, response);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    translationCalls: () => calls.filter((call) => call.sentences > 0).length,
    behave: (behaviour, changed = {}) => {
      setting = { ...start, ...changed, behaviour };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function readCall(request: IncomingMessage): Promise<StubCall> {
  const body = (await Array.fromAsync(request as AsyncIterable<Buffer>)).map(String).join('');
  const { method = '', url: path = '', headers } = request;
  return { method, path, headers, body: parseBody(body), sentences: 0 };
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

async function answerCall(
  protocol: StubProtocol,
  call: StubCall,
  setting: StubSetting,
  response: ServerResponse,
): Promise<void> {
  const behaviour = setting.behaviour ?? 'ok';
  const question = protocol.read(call);
  if ('status' in question) return send(response, question);
  call.sentences = question.sentences.length;
  const refusal = refusals[behaviour];
  if (refusal) return send(response, refusal(setting, call));
  const answers = wordAnswers(question, { ...setting, behaviour });
  await deliver(response, protocol.write(answers, question, call, behaviour), setting);
}

const refusals: Partial<Record<Behaviour, (setting: StubSetting, call: StubCall) => StubReply>> = {
  'rate-limited': ({ retryAfterSeconds }) => ({
    ...jsonReply(429, { message: 'Too many requests' }),
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  }),
  'error-500': () => jsonReply(500, { error: 'internal' }),
  'error-503': () => ({ status: 503, headers: { 'content-type': 'text/html' }, body: '<h1>Service Unavailable</h1>' }),
  quota: () => jsonReply(456, { message: 'Quota exceeded' }),
  'empty-account': () => jsonReply(429, { error: { code: 'insufficient_quota', message: 'Check your plan' } }),
  // Vendors quote the key back; nothing of it may reach an error or a log.
  denied: (_, call) => jsonReply(403, { error: { message: `Incorrect key: ${call.headers.authorization}` } }),
  'wrong-json': () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>It works!</html>' }),
  'wrong-shape': () => jsonReply(200, { translation: 7 }),
  redirects: () => ({ status: 307, headers: { location: '/elsewhere' }, body: '' }),
  huge: () => jsonReply(200, { padding: 'x'.repeat(12 * 1024 * 1024) }),
};

export function jsonReply(status: number, value: unknown): StubReply {
  return { status, body: JSON.stringify(value) };
}

function send(response: ServerResponse, { status, headers, body }: StubReply): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}

/** Sends the reply the way the behaviour breaks connections. Timers end with the connection. */
async function deliver(response: ServerResponse, reply: StubReply, setting: StubSetting): Promise<void> {
  const { status, headers, body } = reply;
  const bytes = Buffer.from(body);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const head = () => response.writeHead(status, { 'content-type': 'application/json', ...headers });
  switch (setting.behaviour) {
    case 'slow':
      return later(response, setting.delayMilliseconds ?? 300, () => send(response, reply));
    case 'hangs':
      return;
    case 'truncated-json':
      return void head().end(half);
    case 'stalls':
      return void head().write(half);
    case 'breaks-off':
      return void head().write(half, () => response.destroy());
    case 'slow-drip':
      return drip(head(), bytes, setting.delayMilliseconds ?? 100);
    default:
      return send(response, reply);
  }
}

function later(response: ServerResponse, milliseconds: number, act: () => void): void {
  const timer = setTimeout(act, milliseconds);
  response.once('close', () => clearTimeout(timer));
}

function drip(response: ServerResponse, bytes: Buffer, everyMilliseconds: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (sent >= bytes.length) response.end();
    else response.write(bytes.subarray(sent, ++sent));
  }, everyMilliseconds);
  response.once('close', () => clearInterval(timer));
}
