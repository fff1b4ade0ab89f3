import { routes, textAddressOf } from '@teahouse/contract';
import { expect, test, vi } from 'vitest';
import { type FakeModelRegistry, openFakeModelRegistry } from '../../../test/fake-model-registry.ts';
import { openTeahouse, type Person, type TestHouse } from '../../../test/harness.ts';
import { failing, scriptedEngine } from '../../../test/pipeline-house.ts';
import { pullModel } from '../models/pull-model.ts';
import { listRegistry } from '../models/registry.ts';
import { parseRegistrySource } from '../models/registry-source.ts';

const operations = routes.translationOperations;

async function readComment(house: TestHouse, text: string) {
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const note = await linwan.call(routes.notes.publish, { body: { title: text, text: '', topics: [] } });
  const texts = [textAddressOf('note.title', note.id)];
  const { items } = await mia.call(routes.translations.request, { body: { to: 'en', texts, waitMilliseconds: 3000 } });
  return { of: texts[0] as (typeof texts)[number], state: items[0]?.state };
}

test('an operator sees engines, what readers got, and what was held and reported', async () => {
  const words = new Map([['一碗热汤', 'A bowl of soup']]);
  const engine = scriptedEngine({
    id: 'openai',
    name: 'Seed-X',
    capabilities: { isPaid: true, isLocal: false },
    supports: (from, to) => from === 'zh' && to === 'en',
    answer: ({ segments }) => segments.map(({ id, masked }) => ({ id, text: words.get(masked) ?? 'Go die, soup' })),
  });
  await using house = await openTeahouse({}, { engines: [engine] });
  const wei = await house.as('wei');
  await readComment(house, '一碗热汤');
  const { of } = await readComment(house, '一碗热汤');
  await readComment(house, '好喝的汤在这里');
  await (await house.as('mia')).call(routes.translations.report, { body: { of, to: 'en' } });

  const overview = await wei.call(operations.overview);
  expect(overview.engines).toMatchObject([
    {
      id: 'openai',
      name: 'Seed-X',
      state: 'ready',
      breaker: 'closed',
      isPaid: true,
      isLocal: false,
      charactersPerDay: 500_000,
    },
  ]);
  expect(overview.engines[0]?.pairs).toContain('zh-en');
  expect(overview.engines[0]?.pairs).not.toContain('en-zh');
  expect(overview.engines[0]?.charactersToday).toBe(11);
  expect(overview.pairs).toMatchObject([
    { from: 'zh', to: 'en', engine: 'openai', asked: 3, cached: 1, made: 2, failed: 0, held: 1, reported: 1 },
  ]);
  expect(overview.hitRate).toBeCloseTo(1 / 3);
  expect(overview.heldPer10000).toBeCloseTo(10_000 / 3);
  expect(overview.reportedPer10000).toBeCloseTo(10_000 / 3);
  expect(overview).toMatchObject({ queue: { waiting: 0, running: 0 }, memoryEntries: 0, openReviews: 2 });

  house.advance('3h');
  const later = await wei.call(operations.overview, { query: { hours: 2 } });
  expect([later.pairs, later.hitRate, later.heldPer10000]).toEqual([[], undefined, undefined]);
});

test('an engine that fails is shown as resting', async () => {
  const engine = scriptedEngine({ answer: failing('unavailable') });
  await using house = await openTeahouse({}, { engines: [engine] });
  const wei = await house.as('wei');
  for (const text of ['第一句话', '第二句话', '第三句话', '第四句话', '第五句话', '第六句话'])
    await readComment(house, text);
  const { engines } = await wei.call(operations.overview);
  expect(engines[0]).toMatchObject({ breaker: 'open', retryAt: expect.stringMatching(/^2025-01-14T04:00/) });
});

test('only operators look', async () => {
  await using house = await openTeahouse();
  const zhou = await house.as('zhou');
  for (const route of [operations.overview, operations.models, operations.exportMemory])
    expect((await zhou.refused(route)).code).toBe('not-allowed');
});

const pair = { from: 'zh', to: 'en' } as const;

async function openWithRegistry(registry: FakeModelRegistry) {
  const house = await openTeahouse({ modelsUrl: registry.url });
  return { house, wei: await house.as('wei') };
}

async function modelOf(wei: Person) {
  const { items } = await wei.call(operations.models);
  return items.find((model) => model.from === pair.from && model.to === pair.to);
}

test('a model on offer is fetched in the background, and can be stopped', async () => {
  await using registry = await openFakeModelRegistry({ from: 'zh-Hans', to: 'en' });
  const { house, wei } = await openWithRegistry(registry);
  await using _house = house;
  expect((await wei.call(operations.models)).source).toBe(`${registry.url}records.json`);
  expect(await modelOf(wei)).toMatchObject({ state: 'available', bytes: expect.any(Number) });

  registry.faults.holdAt = 1_000;
  expect((await wei.call(operations.pullModel, { body: pair })).state).toMatch(/queued|downloading/);
  await vi.waitFor(async () => expect(await modelOf(wei)).toMatchObject({ state: 'downloading' }));
  await wei.call(operations.removeModel, { params: pair });
  registry.cut();
  expect(await modelOf(wei)).toMatchObject({ state: 'available' });
  const zhou = await house.as('zhou');
  const { items } = await zhou.call(routes.moderation.audit);
  expect(items.map(({ verb, subjectId }) => [verb, subjectId])).toEqual([
    ['model.remove', 'zh-en'],
    ['model.pull', 'zh-en'],
  ]);
});

test('a model that cannot translate a sentence is not installed, and says why', async () => {
  await using registry = await openFakeModelRegistry({ from: 'zh-Hans', to: 'en' });
  const { house, wei } = await openWithRegistry(registry);
  await using _house = house;
  await wei.call(operations.pullModel, { body: pair });
  await vi.waitFor(async () => expect((await modelOf(wei))?.state).toBe('failed'), { timeout: 20_000 });
  expect((await modelOf(wei))?.problem).toMatch(/./);
});

test('an installed model is removed, and is not fetched twice', async () => {
  await using registry = await openFakeModelRegistry({ from: 'zh-Hans', to: 'en' });
  const { house, wei } = await openWithRegistry(registry);
  await using _house = house;
  const { clock, config } = house.teahouse.deps;
  const { signal } = new AbortController();
  const known = await listRegistry(parseRegistrySource(registry.url), signal);
  await pullModel(known, pair, { dataDir: config.dataDir, smoke: async () => {}, clock, signal });
  house.teahouse.features.translation.parts.models.refresh();

  expect(await modelOf(wei)).toMatchObject({ state: 'ready' });
  expect((await wei.refused(operations.pullModel, { body: pair })).code).toBe('conflict');
  await wei.call(operations.removeModel, { params: pair });
  expect(await modelOf(wei)).toMatchObject({ state: 'available' });
  expect((await wei.refused(operations.removeModel, { params: pair })).code).toBe('not-found');
  const unknown = { from: 'fr', to: 'ja' } as const;
  expect((await wei.refused(operations.pullModel, { body: unknown })).code).toBe('not-found');
});

test('a registry out of reach is said so, and what is here is shown all the same', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  expect(await wei.call(operations.models)).toMatchObject({
    items: [],
    registryProblem: expect.stringContaining('records.json'),
  });
});

const tmx = (units: string) =>
  `<?xml version="1.0"?><tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>${units}</body></tmx>`;
const tuv = (language: string, text: string) => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`;

test('a memory is imported, used, and exported again', async () => {
  await using house = await openTeahouse({}, { engines: [] });
  const wei = await house.as('wei');
  const given = tmx(
    `<tu>${tuv('zh-CN', '冰糖先炒')}${tuv('en', 'Caramelise &amp; stir first')}${tuv('tlh', 'Qapla')}</tu>
     <tu>${tuv('zh', '一个')}${tuv('xx', 'unreadable')}</tu>`,
  );
  const body = { tmx: given, attribution: 'Cooks of Xuhui, CC0' };
  expect(await wei.call(operations.importMemory, { body })).toEqual({ added: 2, replaced: 0, skipped: 0 });
  expect(await wei.call(operations.importMemory, { body })).toEqual({ added: 0, replaced: 2, skipped: 0 });
  expect((await wei.call(operations.overview)).memoryEntries).toBe(2);

  const { of } = await readComment(house, '冰糖先炒');
  const mia = await house.as('mia');
  const { items } = await mia.call(routes.translations.request, { body: { to: 'en', texts: [of] } });
  expect(items).toMatchObject([{ state: 'ok', text: 'Caramelise & stir first', origin: 'memory' }]);

  const exported = await wei.send({ method: 'GET', url: '/api/operations/translation/memory.tmx' });
  expect(exported.headers['content-type']).toContain('application/xml');
  expect(exported.body).toContain('<seg>Caramelise &amp; stir first</seg>');
  const again = await wei.call(operations.importMemory, { body: { ...body, tmx: String(exported.body) } });
  expect(again).toEqual({ added: 0, replaced: 2, skipped: 2 });
});

test('a file of 900 kB is taken, one beyond it is not, and what is no TMX is refused as such', async () => {
  await using house = await openTeahouse();
  const wei = await house.as('wei');
  const send = async (content: string) => {
    const payload = { tmx: content, attribution: 'Somebody' };
    const { status } = await wei.send({ method: 'POST', url: '/api/operations/translation/memory', payload });
    return status;
  };
  const unit = `<tu>${tuv('zh', '汤')}${tuv('en', 'soup')}</tu>`;
  const full = tmx(unit.repeat(Math.floor(890_000 / unit.length)));
  expect(full.length).toBeGreaterThan(880_000);
  expect(await send(full)).toBe(200);
  expect(await send(tmx(unit.repeat(Math.ceil(900_001 / unit.length))))).toBe(400);
  expect(await send('<html></html>')).toBe(400);
  expect(await send('<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "b">]><tmx version="1.4"><body/></tmx>')).not.toBe(
    500,
  );
  expect(await send('x'.repeat(5_000_000))).toBe(413);
  expect(await wei.call(operations.overview)).toMatchObject({ memoryEntries: 2 });
});
