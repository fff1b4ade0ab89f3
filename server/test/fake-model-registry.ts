import { createHash, randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';

/** What goes wrong with the attachments; each can be changed while the registry runs. */
export interface RegistryFaults {
  /** The next answer with a body of at least this many bytes stops here, once, until the connection is cut. */
  holdAt?: number | undefined;
  /** One byte of every attachment is another than the records promise. */
  alters?: boolean;
  ignoresRanges?: boolean;
  status?: 404 | 500 | undefined;
  /** Sends so many bytes every ten milliseconds. */
  dripBytes?: number | undefined;
  /** Added to the true length in the headers. */
  lengthError?: number;
  etag?: string;
}

export interface FakeModel {
  from: string;
  to: string;
  version?: string;
  architecture?: string;
  compression?: 'zst' | 'gz' | 'none';
  filter?: string;
  /** By file type of the records: model, lex, vocab, srcvocab, trgvocab. */
  files?: Record<string, Buffer>;
}

export interface SeenRequest {
  path: string;
  range: string | undefined;
  ifRange: string | undefined;
}

export interface FakeModelRegistry extends AsyncDisposable {
  readonly url: string;
  /** As in `records.json`; tests may push, change and remove. */
  readonly records: FakeRecord[];
  readonly faults: RegistryFaults;
  readonly requests: SeenRequest[];
  /** Adds a model and returns the contents of its files. */
  add(model: FakeModel): Record<string, Buffer>;
  /** Cuts the connections of held answers. */
  cut(): void;
  /** Lays the registry down as a folder that could be carried to a house without a line. */
  writeTo(folder: string): Promise<void>;
}

export type FakeRecord = ReturnType<typeof makeRecord>;

/** A registry on this machine that speaks the Remote Settings format of `translations-models-v2`, with ranges and tags. */
export async function openFakeModelRegistry(...models: FakeModel[]): Promise<FakeModelRegistry> {
  const records: FakeRecord[] = [];
  const attachments = new Map<string, Buffer>();
  const requests: SeenRequest[] = [];
  const faults: RegistryFaults = {};
  const held = new Set<ServerResponse>();

  function add(model: FakeModel): Record<string, Buffer> {
    const files = model.files ?? defaultFiles();
    for (const [type, content] of Object.entries(files)) {
      const packed = pack(content, model.compression ?? 'zst');
      const record = makeRecord(model, type, content, packed);
      records.push(record);
      attachments.set(record.attachment.location, packed);
    }
    return files;
  }
  for (const model of models) add(model);

  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1);
    const attachment = attachments.get(path);
    if (path === 'records.json') return void response.end(JSON.stringify({ data: records }));
    if (!attachment) return void response.writeHead(404).end();
    requests.push({ path, range: request.headers.range, ifRange: header(request, 'if-range') });
    if (!sendAttachment(request, response, attachment, faults)) held.add(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    records,
    faults,
    requests,
    add,
    cut() {
      for (const response of held) response.destroy();
      held.clear();
    },
    async writeTo(folder) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'records.json'), JSON.stringify({ data: records }));
      for (const [location, content] of attachments) {
        await mkdir(dirname(join(folder, location)), { recursive: true });
        await writeFile(join(folder, location), content);
      }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Random bytes do not shrink, so that a place in the attachment is about the same place in the file. */
function defaultFiles(): Record<string, Buffer> {
  return { model: randomBytes(300_000), lex: randomBytes(40_000), vocab: randomBytes(20_000) };
}

/** False when the answer is held and stays open. */
function sendAttachment(
  request: IncomingMessage,
  response: ServerResponse,
  attachment: Buffer,
  faults: RegistryFaults,
): boolean {
  const tag = `"${faults.etag ?? 'first'}"`;
  const start = faults.ignoresRanges ? 0 : rangeStart(request, tag);
  const status = faults.status ?? (start >= attachment.length ? 416 : start > 0 ? 206 : 200);
  if (status >= 400) return Boolean(response.writeHead(status).end());

  const body = (faults.alters ? altered(attachment) : attachment).subarray(start);
  response.writeHead(status, {
    etag: tag,
    'content-length': body.length + (faults.lengthError ?? 0),
    ...(start > 0 && { 'content-range': `bytes ${start}-${attachment.length - 1}/${attachment.length}` }),
  });
  const { holdAt, dripBytes } = faults;
  if (holdAt !== undefined && body.length >= holdAt) {
    faults.holdAt = undefined;
    response.write(body.subarray(0, holdAt));
    return false;
  }
  if (dripBytes) drip(response, body, dripBytes);
  else response.end(body);
  return true;
}

function rangeStart(request: IncomingMessage, tag: string): number {
  const ifRange = header(request, 'if-range');
  if (ifRange !== undefined && ifRange !== tag) return 0;
  return Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
}

function drip(response: ServerResponse, body: Buffer, step: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    if (response.destroyed || sent >= body.length) {
      clearInterval(timer);
      response.end();
      return;
    }
    response.write(body.subarray(sent, sent + step));
    sent += step;
  }, 10);
}

function makeRecord(model: FakeModel, type: string, content: Buffer, packed: Buffer) {
  const { from, to, version = '3.0', architecture = 'base-memory', compression = 'zst', filter = '' } = model;
  const ending = compression === 'none' ? '' : `.${compression}`;
  const name = `${type}.${from}${to}.bin`;
  return {
    id: sha256(Buffer.concat([packed, Buffer.from(name)])).slice(0, 12),
    name,
    sourceLanguage: from,
    targetLanguage: to,
    version,
    architecture,
    fileType: type,
    filter_expression: filter,
    decompressedHash: sha256(content),
    decompressedSize: content.length,
    last_modified: 1_749_570_511_392,
    attachment: {
      hash: sha256(packed),
      size: packed.length,
      filename: `${name}${ending}`,
      location: `main/translations-models-v2/${sha256(packed).slice(0, 32)}${ending || '.bin'}`,
      mimetype: 'application/octet-stream',
    },
  };
}

function pack(content: Buffer, compression: NonNullable<FakeModel['compression']>): Buffer {
  if (compression === 'none') return content;
  return compression === 'zst' ? zstdCompressSync(content) : gzipSync(content);
}

function altered(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
