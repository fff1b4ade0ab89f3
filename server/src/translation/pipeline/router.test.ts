import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  failing,
  gated,
  openPipelineHouse,
  type PipelineHouse,
  plausibly,
  scriptedEngine,
  textOf,
} from '../../../test/pipeline-house.ts';
import { openLanguageDetection } from '../../platform/language.ts';
import type { EngineBatch } from '../engines/port.ts';
import type { TranslatedText } from '../translator.ts';
import type { MemoryReader } from './memory-reader.ts';

let house: PipelineHouse;
beforeAll(async () => {
  house = await openPipelineHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

let next = 0;
const fresh = (more = {}) => textOf(`Sentence number ${next++} about the quiet tea garden`, more);

test('the next engine steps in when the preferred one is down or gives what cannot be shown', async () => {
  const preferred = scriptedEngine({ id: 'openai', name: 'Preferred', answer: failing('unavailable') });
  const other = scriptedEngine({ id: 'deepl', name: 'Other' });
  const translator = house.open({ engines: [preferred, other] });
  expect(await translator.translate(fresh())).toMatchObject({ state: 'ok', engine: 'Other' });
  preferred.answer = ({ segments }) => segments.map(({ id }) => ({ id, text: 'Here is the translation: 茶' }));
  expect(await translator.translate(fresh())).toMatchObject({ state: 'ok', engine: 'Other' });
  preferred.answer = plausibly;
  expect(await translator.translate(fresh())).toMatchObject({ state: 'ok', engine: 'Preferred' });
});

test('an engine that is off, or whose sentences are shorter, is passed over', async () => {
  const off = scriptedEngine({ id: 'openai' });
  off.currentHealth = { state: 'off' };
  const short = scriptedEngine({ id: 'libretranslate', capabilities: { sentenceMax: 10 } });
  const translator = house.open({ engines: [off, short, scriptedEngine({ id: 'deepl', name: 'DeepL' })] });
  expect(await translator.translate(fresh())).toMatchObject({ engine: 'DeepL' });
  expect([...off.calls, ...short.calls]).toEqual([]);
});

test('the text of a better engine wins over one that is known', async () => {
  const [better, lesser] = [
    scriptedEngine({ id: 'openai', name: 'Better' }),
    scriptedEngine({ id: 'bergamot', name: 'Lesser' }),
  ];
  const text = fresh();
  await house.open({ engines: [lesser] }).translate(text);
  const both = house.open({ engines: [better, lesser] });
  expect(await both.findKnown([text])).toMatchObject([{ engine: 'Lesser' }]);
  expect(await both.translate(text)).toMatchObject({ engine: 'Lesser' });
  expect(better.calls).toHaveLength(0);
  await house.open({ engines: [better] }).translate(text);
  expect(await house.open({ engines: [better, lesser] }).findKnown([text])).toMatchObject([{ engine: 'Better' }]);
});

test('an engine that keeps failing is left alone, looked at after a pause, and used again', async () => {
  const engine = scriptedEngine({ answer: failing('unavailable') });
  const translator = house.open({ engines: [engine] });
  for (let call = 0; call < 7; call += 1)
    expect(await translator.translate(fresh())).toMatchObject({ state: 'failed' });
  expect(engine.calls).toHaveLength(5);
  expect(translator.engines()).toMatchObject([{ id: 'scripted', breaker: 'open', retryAt: house.time.now + 5_000 }]);
  house.time.now += 5_000;
  engine.answer = plausibly;
  expect(await translator.translate(fresh())).toMatchObject({ state: 'ok' });
  expect(translator.engines()).toMatchObject([{ breaker: 'closed', retryAt: undefined }]);
});

test('Retry-After is kept to', async () => {
  const engine = scriptedEngine({ answer: failing('rate-limited', { retryAfterMilliseconds: 30_000 }) });
  const translator = house.open({ engines: [engine] });
  await translator.translate(fresh());
  house.time.now += 29_000;
  await translator.translate(fresh());
  expect(engine.calls).toHaveLength(1);
  house.time.now += 1_000;
  engine.answer = plausibly;
  expect(await translator.translate(fresh())).toMatchObject({ state: 'ok' });
});

test('a spent quota shows as budget for as long as the engine rests', async () => {
  const engine = scriptedEngine({ answer: failing('quota') });
  const translator = house.open({ engines: [engine] });
  for (let call = 0; call < 3; call += 1)
    expect(await translator.translate(fresh())).toMatchObject({ state: 'budget' });
  expect(engine.calls).toHaveLength(1);
});

test('who leaves says nothing about the engine', async () => {
  const gate = gated();
  const engine = scriptedEngine({ answer: gate.answer });
  const translator = house.open({ engines: [engine] });
  for (let reader = 0; reader < 6; reader += 1) {
    const leaving = new AbortController();
    const lost = translator.translate(fresh(), { signal: leaving.signal });
    while (engine.calls.length === reader) await new Promise(setImmediate);
    leaving.abort();
    await expect(lost).rejects.toThrow();
    await translator.settle();
  }
  expect(translator.engines()).toMatchObject([{ breaker: 'closed' }]);
});

test('paid engines stop at the day’s budget, in all processes together, and go on the next day', async () => {
  const engine = scriptedEngine({ id: 'deepl', capabilities: { isPaid: true, isLocal: false } });
  const processes = [0, 1].map(() => house.open({ engines: [engine], charactersPerDay: 100 }));
  const texts = Array.from({ length: 6 }, fresh);
  const made: TranslatedText[] = [];
  for (const [index, text] of texts.entries())
    made.push((await processes[index % 2]?.translate(text)) as TranslatedText);
  expect(made.map(({ state }) => state)).toEqual(['ok', 'ok', 'budget', 'budget', 'budget', 'budget']);
  expect(engine.calls).toHaveLength(2);
  const spent = texts.slice(0, 2).reduce((sum, { text }) => sum + text.length, 0);
  expect(await processes[0]?.spentToday()).toEqual(new Map([['deepl', spent]]));
  expect(processes[0]?.engines()).toMatchObject([{ breaker: 'closed', isPaid: true }]);
  expect(await processes[1]?.translate(texts[0] as ReturnType<typeof fresh>)).toMatchObject({ state: 'ok' });
  house.time.now += 86_400_000;
  expect(await processes[0]?.translate(texts[3] as ReturnType<typeof fresh>)).toMatchObject({ state: 'ok' });
});

test('calls that were turned away cost no budget; with the budget spent, a free engine steps in', async () => {
  const paid = scriptedEngine({ id: 'openai', capabilities: { isPaid: true }, answer: failing('unavailable') });
  const free = scriptedEngine({ id: 'bergamot', name: 'Free' });
  const translator = house.open({ engines: [paid, free], charactersPerDay: 60 });
  await translator.translate(fresh());
  expect((await translator.spentToday()).get('openai')).toBe(0);
  paid.answer = plausibly;
  await translator.translate(fresh());
  expect(await translator.translate(fresh())).toMatchObject({ state: 'ok', engine: 'Free' });
});

test('two processes never spend more than the rest of the day together', async () => {
  const engine = scriptedEngine({ id: 'libretranslate', capabilities: { isPaid: true, batchMax: 1 } });
  const processes = [0, 1].map(() => house.open({ engines: [engine], charactersPerDay: 500 }));
  await Promise.all(Array.from({ length: 40 }, (_, index) => processes[index % 2]?.translate(fresh())));
  const characters = engine.asked().reduce((sum, masked) => sum + masked.length, 0);
  expect(characters).toBeLessThanOrEqual(500);
  expect(characters).toBeGreaterThan(400);
});

function slowAndQuick() {
  const gate = gated();
  const slow = scriptedEngine({
    id: 'openai',
    name: 'Slow',
    answer: gate.answer,
    capabilities: { isLocal: false, isPaid: true, typicalMilliseconds: 2_000 },
  });
  const quick = scriptedEngine({ id: 'bergamot', name: 'Quick' });
  return { gate, slow, quick, translator: house.open({ engines: [slow, quick] }) };
}

test('a quick text is shown first and replaced by the better one', async () => {
  const { gate, slow, quick, translator } = slowAndQuick();
  const text = fresh();
  const shown = Promise.withResolvers<TranslatedText>();
  const better = translator.translate(text, { onQuick: shown.resolve });
  expect(await shown.promise).toMatchObject({ state: 'ok', engine: 'Quick' });
  expect(await translator.findKnown([text])).toMatchObject([{ engine: 'Quick' }]);
  const second = Promise.withResolvers<TranslatedText>();
  const joined = translator.translate(text, { onQuick: second.resolve });
  expect(await second.promise).toMatchObject({ engine: 'Quick' });
  gate.open();
  expect(await better).toMatchObject({ state: 'ok', engine: 'Slow' });
  expect(await joined).toMatchObject({ state: 'ok', engine: 'Slow' });
  expect(await translator.findKnown([text])).toMatchObject([{ engine: 'Slow' }]);
  expect([slow.calls.length, quick.calls.length]).toEqual([1, 1]);
});

test('without anybody to show it to, the quick engine is not asked', async () => {
  const { gate, quick, translator } = slowAndQuick();
  gate.open();
  expect(await translator.translate(fresh({ urgency: 'later' }))).toMatchObject({ engine: 'Slow' });
  expect(quick.calls).toHaveLength(0);
});

test('the quick text stays when the better engine fails', async () => {
  const { slow, quick, translator } = slowAndQuick();
  slow.answer = failing('timeout');
  const shown: (string | undefined)[] = [];
  const made = await translator.translate(fresh(), { onQuick: ({ text }) => shown.push(text) });
  expect(made).toMatchObject({ state: 'ok', engine: 'Quick' });
  expect(quick.calls).toHaveLength(1);
});

test('a screen that breaks while it is shown a quick text breaks nothing else', async () => {
  const { gate, translator } = slowAndQuick();
  const shown = Promise.withResolvers<void>();
  const better = translator.translate(fresh(), {
    onQuick() {
      shown.resolve();
      throw new Error('The stream is closed');
    },
  });
  await shown.promise;
  gate.open();
  expect(await better).toMatchObject({ state: 'ok', engine: 'Slow' });
});

test('while every engine of a pair rests, what stays as it was written is known without asking or looking anything up twice', async () => {
  const engine = scriptedEngine({ answer: failing('rate-limited', { retryAfterMilliseconds: 30_000 }) });
  const translator = house.open({ engines: [engine] });
  const text = fresh();
  expect(await translator.findSettled([text])).toEqual([undefined]);
  await translator.translate(text);
  const failed = { state: 'failed', pairs: [], from: [] };
  expect(await translator.findSettled([text])).toEqual([failed]);
  expect(await house.countQueries(() => translator.findSettled([text]))).toBe(0);
  expect(await translator.findKnown([text])).toEqual([undefined]);
  expect(engine.calls).toHaveLength(1);
  house.time.now += 30_000;
  expect(await translator.findSettled([text])).toEqual([undefined]);
});

test('an engine that is awake leaves nothing settled, however many others rest', async () => {
  const resting = scriptedEngine({ id: 'openai', answer: failing('rate-limited') });
  const awake = scriptedEngine({ id: 'deepl' });
  const translator = house.open({ engines: [resting, awake] });
  await translator.translate(fresh());
  expect(await translator.findSettled([fresh()])).toEqual([undefined]);
  const alone = house.open({ engines: [scriptedEngine({ supports: () => false })] });
  expect(await alone.findSettled([fresh()])).toMatchObject([{ state: 'engine-off' }]);
});

test('while every engine rests, of texts that are new only those that people translated are read', async () => {
  const detect = await openLanguageDetection();
  const read: string[] = [];
  const memory: MemoryReader = {
    findExact: async (questions) => questions.map(({ text }) => (text === 'So cute!' ? '太可爱了！' : undefined)),
  };
  const translator = house.open({
    engines: [scriptedEngine({ answer: failing('quota') })],
    memory,
    detectLanguage(text, help) {
      read.push(text);
      return detect(text, help);
    },
  });
  await translator.translate(fresh());
  read.length = 0;
  const unknown = fresh();
  const settled = await translator.findSettled([unknown, textOf('So cute!', { priors: ['en'] })]);
  expect(settled).toMatchObject([{ state: 'budget' }, { state: 'ok', text: '太可爱了！' }]);
  expect(read).not.toContain(unknown.text);
  expect(read).toContain('So cute!');
});

test('what an engine made nonsense of it is not asked for again at once, and is a minute later', async () => {
  const nonsense = ({ segments }: EngineBatch) => segments.map(({ id }) => ({ id, text: '水' }));
  const engine = scriptedEngine({ answer: nonsense });
  const translator = house.open({ engines: [engine] });
  const text = fresh();
  expect(await translator.translate(text)).toMatchObject({ state: 'failed' });
  expect(await translator.translate(text)).toMatchObject({ state: 'failed' });
  expect(await translator.findSettled([text])).toMatchObject([{ state: 'failed' }]);
  expect(engine.calls).toHaveLength(1);
  house.time.now += 60_000;
  engine.answer = plausibly;
  expect(await translator.findSettled([text])).toEqual([undefined]);
  expect(await translator.translate(text)).toMatchObject({ state: 'ok' });
});
