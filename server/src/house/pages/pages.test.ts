import { readFileSync } from 'node:fs';
import { routes } from '@teahouse/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../../test/harness.ts';
import { clientPaths } from './page-routes.ts';

let house: TestHouse;
let linwan: Person;
const browser = { accept: 'text/html,*/*' };

beforeAll(async () => {
  house = await openTeahouse({ origin: 'https://tea.example' });
  linwan = await house.as('linwan');
});
afterAll(() => house[Symbol.asyncDispose]());

async function read(url: string, headers: Record<string, string> = browser) {
  const answer = await house.stranger().send({ method: 'GET', url, headers: { host: 'tea.example', ...headers } });
  return { ...answer, html: String(answer.body) };
}

describe('the page of a note', () => {
  test('tells previews and readers without scripts what it says', async () => {
    const { id } = await publish('猫把鱼吃了 & "more"', '第一段。\n\n第二段。');
    const { status, html, headers } = await read(`/notes/${id}`);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-cache');
    expect(html).toContain('<html lang="zh"');
    expect(html).toContain('<title>猫把鱼吃了 &amp; &quot;more&quot; · 林晚 · Teahouse</title>');
    expect(html).toContain(`<link rel="canonical" href="https://tea.example/notes/${id}">`);
    expect(html).toContain(`<meta property="og:image" content="https://tea.example/share/notes/${id}.png">`);
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image">');
    expect(html).toMatch(/<noscript><article lang="zh">[\s\S]*<p>第二段。<\/p>/);
  });

  test.each([
    ['R5', '</script><script>alert(1)</script>'],
    ['C2 img', '<img src=x onerror=alert(1)>'],
    ['C2 svg', '<svg/onload=alert(1)>'],
    ['C2 noscript', '</noscript><script>alert(1)</script>'],
    ['C3 link', '[x](javascript:alert(1)) &#106;avascript:alert(1)'],
    ['R5 U+2028', "'\u2028</title>$&$1"],
  ])('%s is text there, too', async (_case, text) => {
    const { id } = await publish(`x ${text}`.slice(0, 60), text);
    const before = (await read('/')).html.match(/<script/g)?.length ?? 0;
    const { html } = await read(`/notes/${id}`);
    expect(html.match(/<script/g)?.length ?? 0).toBe(before);
    expect(html).not.toMatch(/<(img src=x|svg\/onload)/);
    expect(html.match(/<\/noscript>/g)).toHaveLength(1);
  });

  test('that is held, removed, deleted or unknown is the plain shell with 404', async () => {
    const { id } = await publish('Seen for a moment', '');
    for (const compliance of ['held', 'removed'] as const) {
      await house.db.updateTable('note').set({ compliance }).where('id', '=', id).execute();
      house.teahouse.features.readers.notes.invalidate(id);
      const { status, html } = await read(`/notes/${id}`);
      expect([status, html.includes('Seen for a moment')]).toEqual([404, false]);
    }
    expect((await read('/notes/0194641c-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await read('/notes/nonsense')).status).toBe(404);
  });

  test('that is limited is not for search engines', async () => {
    const { id } = await publish('By its address only', '');
    await house.db.updateTable('note').set({ compliance: 'limited' }).where('id', '=', id).execute();
    house.teahouse.features.readers.notes.invalidate(id);
    expect((await read(`/notes/${id}`)).html).toContain('<meta name="robots" content="noindex">');
  });
});

describe('other pages', () => {
  test('a profile and a topic', async () => {
    await publish('About tea', '#工夫茶');
    expect((await read('/members/linwan')).html).toContain('<title>林晚 (@linwan) · Teahouse</title>');
    expect((await read(`/topics/${encodeURIComponent('工夫茶')}`)).html).toContain('<title>#工夫茶 · Teahouse</title>');
    expect((await read('/members/nobody-here')).status).toBe(404);
    expect((await read('/topics/%E4%B8%8D')).status).toBe(404);
  });

  test.each([
    ['/', 200],
    ['/settings/account', 200],
    ['/no-such-page', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
  ])('%s answers the shell with %d', async (url, status) => {
    const answer = await read(url);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
  });

  test.each(['/.env', '/.git/config', '/assets/none.js', '/app.js.map', '/api/none', '/media/none', '/a%00b.txt'])(
    'N1 Q3 %s is a problem, not a page',
    async (url) => {
      const { status, body } = await read(url);
      expect([status, body]).toMatchObject([404, { code: 'not-found' }]);
    },
  );

  test('Q6 pages carry the security headers; Q7 the address of a proxy is not believed', async () => {
    const { headers, html } = await read('/', {
      ...browser,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("script-src 'self'"),
    });
    expect(html).not.toContain('evil.example');
  });
});

describe('the interface for programs', () => {
  test('OpenAPI lists every route with resolvable references', async () => {
    const { body } = await read('/api/openapi.json');
    const document = body as { openapi: string; paths: Record<string, object>; components: { schemas: object } };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap(
      (path) => Object.values(path) as { operationId: string }[],
    );
    const expected = Object.values(routes).flatMap((group) => Object.values(group).map((route) => route.id));
    expect(operations.map((operation) => operation.operationId).sort()).toEqual(expected.sort());
    const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    expect(references.length).toBeGreaterThan(50);
    for (const reference of new Set(references))
      expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1) ?? '');
  });

  test('the reference has no scripts and an anchor for every problem', async () => {
    const { html } = await read('/api/docs');
    expect(html).not.toContain('<script');
    expect(html).toContain('id="problem-changed-meanwhile"');
    expect((await read('/api/docs/reference.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    expect((await read('/robots.txt')).html).toContain('Disallow: /api/');
  });
});

describe('share cards', () => {
  test('of a note, a profile and a topic; drawn once', async () => {
    const { id } = await publish('卡片 card', '#卡片');
    for (const url of [
      `/share/notes/${id}.png`,
      '/share/members/linwan.png',
      `/share/topics/${encodeURIComponent('卡片')}.png`,
    ]) {
      const first = await house.teahouse.http.inject({ url, headers: { host: 'tea.example' } });
      const again = await house.teahouse.http.inject({ url, headers: { host: 'tea.example' } });
      expect([first.statusCode, first.headers['content-type']]).toEqual([200, 'image/png']);
      expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    }
  });

  test('of a note with a picture shows the picture', async () => {
    const picture = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#00ff00' } })
      .png()
      .toBuffer();
    const mediaId = await house.teahouse.features.media.storePicture(linwan.memberId, picture);
    const { id } = await publish('Green', '', [{ mediaId, alt: 'green' }]);
    const card = await house.teahouse.http.inject({ url: `/share/notes/${id}.png`, headers: { host: 'tea.example' } });
    const { dominant } = await sharp(card.rawPayload).extract({ left: 100, top: 100, width: 300, height: 300 }).stats();
    expect(dominant.g).toBeGreaterThan(200);
    expect(dominant.r).toBeLessThan(60);
  });

  test('none of what a visitor may not see', async () => {
    const { id } = await publish('Not for everyone', '');
    await house.db.updateTable('note').set({ compliance: 'held' }).where('id', '=', id).execute();
    house.teahouse.features.readers.notes.invalidate(id);
    for (const url of [
      `/share/notes/${id}.png`,
      '/share/notes/x.png',
      '/share/constructor/x.png',
      '/share/members/nobody.png',
      `/share/notes/${id}`,
    ])
      expect((await read(url)).status).toBe(404);
  });
});

function publish(title: string, text: string, pictures: { mediaId: string; alt: string }[] = []) {
  const payload = { title, text, pictures };
  return linwan
    .send({ method: 'POST', url: '/api/notes', payload, headers: { host: 'tea.example' } })
    .then((answer) => {
      expect(answer.status).toBe(201);
      return answer.body as { id: string };
    });
}

test('every page of the client is a page of the house', () => {
  const router = readFileSync(new URL('../../../../web/src/app/router.tsx', import.meta.url), 'utf8');
  const paths = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path.replaceAll('$', ':'));
  const withWords = ['/notes/:noteId', '/members/:handle', '/topics/:name'];
  expect(paths.sort()).toEqual([...clientPaths, ...withWords].sort());
});
