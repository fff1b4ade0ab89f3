import { Problem, routes } from '@teahouse/contract';
import { afterEach, expect, test, vi } from 'vitest';
import { call, newIdempotencyKey, pathOf, Unreachable } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

test('parameters and query are written into the path, empty ones left out', () => {
  expect(pathOf(routes.topics.listNotes, { name: '猫税/1' }, { order: 'liked', cursor: undefined })).toBe(
    '/api/topics/%E7%8C%AB%E7%A8%8E%2F1/notes?order=liked',
  );
});

test('a write carries body, key and version', async () => {
  const fetched = stub(new Response(JSON.stringify({ me: null })));
  await call(routes.accounts.updateMe, { body: { bio: '茶' }, ifMatch: 3, idempotencyKey: 'k' });
  const [path, init] = fetched.mock.calls[0] ?? [];
  expect(path).toBe('/api/me');
  expect(init).toMatchObject({
    method: 'PATCH',
    body: '{"bio":"茶"}',
    headers: { 'if-match': '"3"', 'idempotency-key': 'k', 'content-type': 'application/json' },
  });
});

test('a refusal becomes a problem with its fields and its patience', async () => {
  const body = { code: 'rate-limited', detail: 'slow', fields: [{ pointer: '/body/text', message: 'too-long' }] };
  stub(new Response(JSON.stringify(body), { status: 429, headers: { 'retry-after': '7' } }));
  const error = await call(routes.house.get).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(Problem);
  expect(error).toMatchObject({ code: 'rate-limited', retryAfterSeconds: 7, fields: body.fields });
});

test('an answer that is no problem document is our own fault', async () => {
  stub(new Response('<html>', { status: 502 }));
  await expect(call(routes.house.get)).rejects.toMatchObject({ code: 'internal' });
});

test('no network is told apart from a refusal', async () => {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('failed')));
  await expect(call(routes.house.get)).rejects.toBeInstanceOf(Unreachable);
});

test('keys differ', () => {
  expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
});

function stub(response: Response) {
  const fetched = vi.fn<typeof fetch>().mockResolvedValue(response);
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
