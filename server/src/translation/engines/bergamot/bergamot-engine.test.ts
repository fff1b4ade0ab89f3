import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { syntheticStore } from '../../../../test/synthetic-bergamot/synthetic-store.ts';
import { studentShapes, syntheticBergamot } from '../../../../test/synthetic-bergamot.ts';
import { createLog } from '../../../platform/log.ts';
import type { EngineBatch, TranslationEngine } from '../port.ts';
import { type BergamotGiven, createBergamotEngine } from './bergamot-engine.ts';
import type { BergamotLimits } from './limits.ts';

const words = 'the tea is very good and we like it hello see you at house 今天 天气 很好 茶'.split(' ');
const log = createLog('silent');
const never = new AbortController().signal;
const engines: TranslationEngine[] = [];

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.close()));
});

test('answers carry their ids, in the order of the batch', async () => {
  const engine = open({ models: syntheticStore(['en-zh'], { words }) });
  const texts = ['hello', 'the tea is very good', 'see you', 'we like the house', 'hello', 'it is', 'tea', 'at'];

  const answers = await engine.translate(batch('en', 'zh', texts), never);
  const reversed = await engine.translate(batch('en', 'zh', texts.toReversed()), never);

  expect(answers.map(({ id }) => id)).toEqual(texts.map((_, at) => `s${at}`));
  expect(textsOf(answers)[4]).toBe(textsOf(answers)[0]);
  expect(new Set(textsOf(answers)).size).toBe(7);
  expect(textsOf(reversed).toReversed()).toEqual(textsOf(answers));
});

test('says which pairs it serves, and names the files behind them', async () => {
  const models = syntheticStore(['zh-en', 'en-ja']);
  const engine = open({ models });
  const [zhEn, enJa] = models.installed().map(({ hash }) => hash.slice(0, 16));

  expect(engine.supports('zh', 'en')).toBe(true);
  expect(engine.supports('zh', 'ja')).toBe(true);
  expect(engine.supports('ja', 'zh')).toBe(false);
  expect(engine.supports('zh', 'zh')).toBe(false);
  expect(engine.model('zh', 'en')).toBe(zhEn);
  expect(engine.model('zh', 'ja')).toBe(`${zhEn}+${enJa}`);
  await expect(engine.translate(batch('ja', 'zh', ['hello']), never)).rejects.toMatchObject({
    kind: 'unsupported-pair',
  });
});

test('a pair without a model of its own goes through English, with its markers', async () => {
  const models = syntheticStore(['zh-en', 'en-ja'], { words });
  const engine = open({ models });

  const [answer] = await engine.translate(batch('zh', 'ja', ['今天⟦0⟧天气很好⟦1⟧茶']), never);

  expect(models.opened).toEqual(['zh-en', 'en-ja']);
  expect(answer).toMatchObject({ id: 's0', text: expect.stringMatching(/⟦0⟧.*⟦1⟧|⟦1⟧.*⟦0⟧/) });
});

test('works without a lexicon, and with a vocabulary of its own for each language', async () => {
  const models = syntheticStore(['en-zh']);
  const engine = open({ models });
  models.put('en-zh', { ...syntheticBergamot({ shape: studentShapes.toy, seed: 3 }), lexicon: undefined });
  models.put('zh-en', syntheticBergamot({ shape: { ...studentShapes.toy, twoVocabularies: true }, seed: 4 }));

  const answers = [
    ...(await engine.translate(batch('en', 'zh', ['hello']), never)),
    ...(await engine.translate(batch('zh', 'en', ['茶']), never)),
  ];

  expect(textsOf(answers).every((text) => text.length > 0)).toBe(true);
});

test('every marker comes back exactly once, whatever stands around it', async () => {
  const engine = open({ models: syntheticStore(['en-zh'], { words }) });
  const wording = fc.oneof(
    fc.constantFrom(
      ...words,
      '<',
      '&',
      '</code>',
      '<b',
      '&lt;',
      '&#',
      ']]>',
      '<!--',
      '\u0000',
      '\ud800',
      '👩‍👩‍👧',
      'שלום',
      '\n',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const sentence = fc.array(wording, { minLength: 1, maxLength: 6 }).map((parts) => ({
    masked: `hello ${parts.map((part, at) => `${part.replace(/[⟦⟧]/gu, '')}⟦${at}⟧`).join(' ')}`,
    spans: parts.map((_, at) => `@member${at}`),
  }));

  await fc.assert(
    fc.asyncProperty(fc.array(sentence, { minLength: 1, maxLength: 8 }), async (sentences) => {
      const segments = sentences.map((one, at) => ({ id: `${at}`, ...one }));
      const answers = await engine.translate({ from: 'en', to: 'zh', segments }, never);
      expect(textsOf(answers).map(markersOf)).toEqual(segments.map(({ masked }) => markersOf(masked)));
    }),
    { numRuns: 60 },
  );
});

test('a sentence that is only markers or marks is no trouble', async () => {
  const engine = open({ models: syntheticStore(['en-zh'], { words }) });

  const answers = await engine.translate(batch('en', 'zh', ['⟦0⟧', '…', ' ', '⟦1⟧⟦0⟧', '']), never);

  expect(answers).toHaveLength(5);
  expect(answers[0]).toEqual({ id: 's0', text: '⟦0⟧' });
});

test('a sentence over the limit is refused, the rest of the batch is not', async () => {
  const engine = open({ models: syntheticStore(['en-zh'], { words }) });

  const answers = await engine.translate(batch('en', 'zh', ['hello', 'a'.repeat(501)]), never);

  expect(answers).toEqual([
    { id: 's0', text: expect.any(String) },
    { id: 's1', problem: 'refused' },
  ]);
});

test.for([
  ['cut short', (model: Buffer) => model.subarray(0, model.length - 2_000), 'cut short'],
  ['cut in its header', (model: Buffer) => model.subarray(0, 100), 'cut short'],
  ['another file', () => Buffer.from('<html>not found</html>'.repeat(100)), 'not a Marian file'],
  ['empty', () => Buffer.alloc(0), 'not a Marian file'],
  ['of another engine', (model: Buffer) => renamed(model, 'encoder_l1_self_Wq', 'encoder_l9_self_Wq'), 'Wq'],
] as const)('a model that is %s is refused and the others go on', async ([, damage, reason]) => {
  const models = syntheticStore(['en-zh', 'zh-en'], { words });
  const intact = await models.open({ from: 'en', to: 'zh' });
  if (!intact) throw new Error('no model');
  models.put('en-zh', { ...intact, model: damage(intact.model), hash: 'damaged' });
  const engine = open({ models });

  await expect(engine.translate(batch('en', 'zh', ['hello']), never)).rejects.toMatchObject({ kind: 'unavailable' });

  expect(engine.supports('en', 'zh')).toBe(false);
  expect(engine.health()).toEqual({ state: 'ready', detail: expect.stringMatching(new RegExp(`en-zh: .*${reason}`)) });
  expect(await engine.translate(batch('zh', 'en', ['茶']), never)).toHaveLength(1);
  models.put('en-zh', intact);
  expect(engine.supports('en', 'zh')).toBe(true);
  expect(await engine.translate(batch('en', 'zh', ['hello']), never)).toHaveLength(1);
});

test('a damaged vocabulary or lexicon is refused', async () => {
  const models = syntheticStore(['en-zh'], { words });
  const intact = await models.open({ from: 'en', to: 'zh' });
  if (!intact) throw new Error('no model');
  const engine = open({ models });

  for (const part of [{ vocabularies: [Buffer.alloc(900, 7)] }, { lexicon: Buffer.alloc(900, 7) }]) {
    models.put('en-zh', { ...intact, ...part, hash: Object.keys(part).join() });
    await expect(engine.translate(batch('en', 'zh', ['hello']), never)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(engine.health().state).toBe('failing');
  }
});

test('a failed model is tried again after a while', async () => {
  let now = 0;
  const models = syntheticStore(['en-zh']);
  const intact = await models.open({ from: 'en', to: 'zh' });
  if (!intact) throw new Error('no model');
  models.put('en-zh', { ...intact, model: Buffer.alloc(9) });
  const engine = open({ models, clock: { now: () => now } });
  await expect(engine.translate(batch('en', 'zh', ['hello']), never)).rejects.toMatchObject({ kind: 'unavailable' });
  models.put('en-zh', intact);
  expect(engine.supports('en', 'zh')).toBe(false);

  now = 600_001;

  expect(engine.supports('en', 'zh')).toBe(true);
  expect(await engine.translate(batch('en', 'zh', ['hello']), never)).toHaveLength(1);
});

test('a call that takes too long is ended alone; those behind it are served by a new thread', async () => {
  const models = syntheticStore(['en-zh'], { words, shape: { ...studentShapes.tiny, vocabularySize: 8_000 } });
  const engine = open({ models, limits: { sentenceMax: 5_000, deadlineMilliseconds: 1_500 } });
  await engine.translate(batch('en', 'zh', ['hello']), never);

  const results = await Promise.allSettled([
    engine.translate(batch('en', 'zh', ['q'.repeat(5_000), 'w'.repeat(5_000), 'e'.repeat(5_000)]), never),
    engine.translate(batch('en', 'zh', ['see you']), never),
    engine.translate(batch('en', 'zh', ['the tea is very good']), never),
  ]);

  expect(results).toMatchObject([
    { status: 'rejected', reason: { kind: 'timeout' } },
    { status: 'fulfilled', value: [{ id: 's0', text: expect.any(String) }] },
    { status: 'fulfilled', value: [{ id: 's0', text: expect.any(String) }] },
  ]);
  expect(models.opened).toEqual(['en-zh', 'en-zh']);
  expect(engine.health()).toEqual({ state: 'ready' });
});

test('an abandoned call ends at once, waiting or working', async () => {
  const models = syntheticStore(['en-zh'], { words, shape: { ...studentShapes.tiny, vocabularySize: 8_000 } });
  const engine = open({ models });
  const [working, waiting, gone] = [new AbortController(), new AbortController(), AbortSignal.abort()];
  await engine.translate(batch('en', 'zh', ['hello']), never);
  const long = Array.from({ length: 16 }, () => 'the tea is very good and we like it '.repeat(10));
  const calls = [
    engine.translate(batch('en', 'zh', long), working.signal),
    engine.translate(batch('en', 'zh', long), waiting.signal),
    engine.translate(batch('en', 'zh', ['hello']), gone),
    engine.translate(batch('en', 'zh', ['hello']), never),
  ];
  waiting.abort();
  working.abort();

  const results = await Promise.allSettled(calls);

  expect(results.map((result) => (result.status === 'rejected' ? result.reason.kind : 'done'))).toEqual([
    'aborted',
    'aborted',
    'aborted',
    'done',
  ]);
  expect(models.opened).toEqual(['en-zh']);
});

test('calls beyond the line are turned away', async () => {
  const engine = open({ models: syntheticStore(['en-zh'], { words }), limits: { waitingMax: 2 } });

  const results = await Promise.allSettled(
    Array.from({ length: 5 }, () => engine.translate(batch('en', 'zh', ['hello']), never)),
  );

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(results[4]).toMatchObject({ reason: { kind: 'rate-limited', retryAfterMilliseconds: expect.any(Number) } });
});

test('holds no more models than allowed and drops the one used longest ago', async () => {
  const models = syntheticStore(['en-zh', 'en-ja', 'en-ko'], { words });
  const engine = open({ models, limits: { modelsMax: 2 } });
  const use = (to: string) => engine.translate(batch('en', to, ['hello']), never);

  for (const to of ['zh', 'ja', 'zh', 'ko', 'zh', 'ja']) await use(to);

  expect(models.opened).toEqual(['en-zh', 'en-ja', 'en-ko', 'en-ja']);
});

test('large models make room together', async () => {
  const models = syntheticStore(['en-zh', 'en-ja', 'en-ko'], { words });
  const bytes = models.installed()[0]?.bytes ?? 0;
  const engine = open({ models, limits: { modelBytesMax: bytes * 2.5 } });
  const use = (to: string) => engine.translate(batch('en', to, ['hello']), never);

  for (const to of ['zh', 'ja', 'zh', 'ko', 'ja']) await use(to);

  expect(models.opened).toEqual(['en-zh', 'en-ja', 'en-ko', 'en-ja']);
});

test('two languages do not take turns to load', async () => {
  const models = syntheticStore(['en-zh', 'en-ja'], { words });
  const engine = open({ models, limits: { modelsMax: 1 } });
  const call = (to: string) => engine.translate(batch('en', to, ['hello']), never);

  await Promise.all(['zh', 'ja', 'zh', 'ja', 'zh', 'ja'].map(call));

  expect(models.opened).toEqual(['en-zh', 'en-ja']);
});

test('a replaced model is used from the next call on', async () => {
  const models = syntheticStore(['en-zh'], { words });
  const engine = open({ models });
  const before = await engine.translate(batch('en', 'zh', ['the tea is very good']), never);
  const name = engine.model('en', 'zh');

  models.put('en-zh', syntheticBergamot({ shape: studentShapes.toy, seed: 99, words }));
  const after = await engine.translate(batch('en', 'zh', ['the tea is very good']), never);

  expect(engine.model('en', 'zh')).not.toBe(name);
  expect(textsOf(after)).not.toEqual(textsOf(before));
});

test('two threads share the calls', async () => {
  const models = syntheticStore(['en-zh'], { words });
  const engine = open({ models, workers: 2 });

  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, at) => engine.translate(batch('en', 'zh', [`hello ${'tea '.repeat(at)}`]), never)),
  );

  expect(answers.flatMap(textsOf).every((text) => text.length > 0)).toBe(true);
  expect(models.opened).toEqual(['en-zh', 'en-zh']);
});

test('an unused thread ends and comes back when it is needed', async () => {
  const models = syntheticStore(['en-zh'], { words });
  const engine = open({ models, limits: { idleMilliseconds: 20 } });
  await engine.translate(batch('en', 'zh', ['hello']), never);
  expect(threads()).toBe(1);

  await vi.waitFor(() => expect(threads()).toBe(0), { timeout: 5_000 });

  expect(await engine.translate(batch('en', 'zh', ['hello']), never)).toHaveLength(1);
});

test('a closed engine leaves no thread and takes no call', async () => {
  const models = syntheticStore(['en-zh'], { words });
  const engine = open({ models, workers: 2 });
  const call = engine.translate(batch('en', 'zh', ['hello']), never);
  const refused = expect(call).rejects.toMatchObject({ kind: 'unavailable' });

  await engine.close();

  await refused;
  await vi.waitFor(() => expect(threads()).toBe(0), { timeout: 5_000 });
  expect(engine.health()).toEqual({ state: 'off', detail: 'closed' });
  await expect(engine.translate(batch('en', 'zh', ['hello']), never)).rejects.toMatchObject({ kind: 'unavailable' });
});

test('without models it is off', () => {
  const engine = open({ models: syntheticStore([]) });

  expect(engine.health()).toEqual({ state: 'off', detail: 'no models installed' });
  expect(engine.model('en', 'zh')).toBe('none');
});

function open(given: Omit<BergamotGiven, 'log'> & { limits?: Partial<BergamotLimits> }): TranslationEngine {
  const engine = createBergamotEngine({ log, ...given });
  engines.push(engine);
  return engine;
}

function batch(from: string, to: string, texts: readonly string[]): EngineBatch {
  return { from, to, segments: texts.map((masked, at) => ({ id: `s${at}`, masked, spans: [] })) };
}

function textsOf(answers: readonly object[]): string[] {
  return answers.map((answer) => ('text' in answer ? String(answer.text) : ''));
}

function markersOf(text: string): string {
  return (text.match(/⟦\d+⟧/gu) ?? []).sort().join('');
}

/** Threads of this process besides the first. */
function threads(): number {
  const report: { workers?: unknown[] } = process.report.getReport();
  return report.workers?.length ?? 0;
}

/** The file with one tensor under another name of the same length. */
function renamed(model: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(model);
  copy.write(to, copy.indexOf(from));
  return copy;
}
