import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureOfStatus, fetchJson, openAnswer } from './fetch-answer.ts';

const limits = { deadlineMilliseconds: 2000, stallMilliseconds: 500, bytesMax: 64 };
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('the answer of a remote engine', () => {
  it('is read to its end and checked', async () => {
    const url = await serve((_, response) => response.end('{"name":"猫"}'));
    await expect(ask(url, z.object({ name: z.string() }))).resolves.toEqual({ name: '猫' });
    await expect(ask(url, z.object({ name: z.number() }))).rejects.toMatchObject({ kind: 'bad-answer' });
  });

  it.each([
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['not JSON', Buffer.from('{"a":')],
    ['above its limit', Buffer.from(`"${'a'.repeat(64)}"`)],
  ])('is refused when it is %s', async (_, body) => {
    const url = await serve((_request, response) => response.end(body));
    await expect(ask(url, z.unknown())).rejects.toMatchObject({ kind: 'bad-answer' });
  });

  it('is not fetched from anywhere else', async () => {
    const asked: string[] = [];
    const elsewhere = await serve((request, response) => {
      asked.push(request.headers.authorization ?? '');
      response.end('{}');
    });
    const url = await serve((_, response) => response.writeHead(302, { location: elsewhere }).end());
    await expect(ask(url, z.unknown())).rejects.toMatchObject({ kind: 'unavailable' });
    expect(asked).toEqual([]);
  });

  it.each([
    ['7', 7000],
    ['Fri, 17 Jan 2025 10:00:30 GMT', 30_000],
    ['Fri, 17 Jan 2025 09:00:00 GMT', undefined],
    ['soon', undefined],
  ])('tells how long to wait: %s', async (header, expected) => {
    const date = 'Fri, 17 Jan 2025 10:00:00 GMT';
    const url = await serve((_, response) => response.writeHead(429, { date, 'retry-after': header }).end());
    const answer = await openAnswer(requestFor(url));
    expect((await failureOfStatus(answer)).retryAfterMilliseconds).toBe(expected);
  });

  it('keeps credentials of an address out of the failure', async () => {
    const failure: unknown = await ask('http://me:hunter2@127.0.0.1:9/', z.unknown()).catch((cause: unknown) => cause);
    expect(failure).toMatchObject({ kind: 'unavailable' });
    expect(inspect(failure)).not.toContain('hunter2');
  });
});

function ask<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  return fetchJson(requestFor(url), schema);
}

function requestFor(url: string) {
  return { url, headers: { authorization: 'Bearer k' }, signal: new AbortController().signal, limits };
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
