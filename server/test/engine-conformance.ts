import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type EngineAnswer,
  type EngineBatch,
  EngineFailure,
  type EngineFailureKind,
  type EngineSegment,
  type TranslationEngine,
} from '../src/translation/engines/port.ts';
import type { Behaviour, EngineStub } from './engine-stubs/index.ts';

/** An engine opened for one test, with the stub behind it where it has one. */
export interface OpenedEngine {
  engine: TranslationEngine;
  stub?: EngineStub;
  close(): Promise<void>;
}

export interface ConformanceCase {
  /** Opens the engine. Remote engines get the limits, so that no test waits for the real ones. */
  open(limits: { deadlineMilliseconds: number; stallMilliseconds: number }): Promise<OpenedEngine>;
  /** There is a stub, and the tests of bad answers, silence and status codes apply. */
  isRemote: boolean;
  pair: { from: string; to: string };
  unsupported: { from: string; to: string };
  /** Answers carry ids, so a lost, doubled or foreign one is noticed alone; otherwise by their number. */
  answersCarryIds: boolean;
  /** The key the engine was opened with; it must show up nowhere but in requests. */
  secret?: string;
}

const limits = { deadlineMilliseconds: 1000, stallMilliseconds: 300 };

/** What the pipeline relies on, whichever engine answers. */
export function describeEngine(name: string, given: ConformanceCase): void {
  describe(`${name} as an engine`, () => {
    let opened: OpenedEngine;
    beforeEach(async () => {
      opened = await given.open(limits);
    });
    afterEach(() => opened.close());
    testEveryEngine(given, () => opened);
  });
  if (!given.isRemote) return;
  describe(`${name} with a bad day`, () => {
    let opened: WithStub;
    beforeEach(async () => {
      const { stub, ...rest } = await given.open(limits);
      if (!stub) throw new Error(`${name} says it is remote and brings no stub`);
      opened = { ...rest, stub };
    });
    afterEach(() => opened.close());
    if (given.answersCarryIds) testAnswersWithIds(given, () => opened);
    else testAnswersWithoutIds(given, () => opened);
    testWording(given, () => opened);
    testFailures(given, () => opened);
    if (given.secret) testSecrecy(given, given.secret, () => opened);
  });
}

function testEveryEngine(given: ConformanceCase, opened: () => OpenedEngine): void {
  it('answers each sentence under its id, in the order asked', async () => {
    const batch = batchOf(given, sentencesFor(given));
    const answers = await ask(opened(), batch);
    expect(answers.map(({ id }) => id)).toEqual(batch.segments.map(({ id }) => id));
    expect(textsOf(answers)).toHaveLength(batch.segments.length);
  });

  it('keeps every marker', async () => {
    const batch = batchOf(given, sentencesFor(given));
    const answers = await ask(opened(), batch);
    expect(textsOf(answers).map(markersOf)).toEqual(batch.segments.map(({ masked }) => markersOf(masked)));
  });

  it('refuses a pair it does not serve', async () => {
    const { engine } = opened();
    expect(engine.supports(given.pair.from, given.pair.to)).toBe(true);
    expect(engine.supports(given.pair.from, given.pair.from)).toBe(false);
    const failure = await failureOf(ask(opened(), { ...given.unsupported, segments: [segment(0, 'hello')] }));
    expect(failure.kind).toBe('unsupported-pair');
    expect(engine.health().state).not.toBe('failing');
  });

  it('takes batches above its own limit', async () => {
    const { batchMax } = opened().engine.capabilities();
    const sentences = Array.from({ length: batchMax + 2 }, (_, position) => `sentence ${position}`);
    const batch = batchOf(given, sentences);
    const answers = await ask(opened(), batch);
    expect(answers.map(({ id }) => id)).toEqual(batch.segments.map(({ id }) => id));
    expect(textsOf(answers)).toHaveLength(sentences.length);
  });

  it('answers nothing to nothing', async () => {
    expect(await ask(opened(), batchOf(given, []))).toEqual([]);
  });

  it('does not start for somebody who left', async () => {
    const failure = await failureOf(opened().engine.translate(batchOf(given, ['hello']), AbortSignal.abort()));
    expect(failure.kind).toBe('aborted');
    expect(opened().engine.health().state).not.toBe('failing');
  });

  it('names the model of a pair, for the cache', () => {
    expect(opened().engine.model(given.pair.from, given.pair.to)).toMatch(/\S/);
  });

  it('translates nothing after it was closed, and closes twice', async () => {
    const { engine } = opened();
    await engine.close();
    await engine.close();
    expect(await failureOf(ask(opened(), batchOf(given, ['hello'])))).toBeInstanceOf(EngineFailure);
    expect(engine.health().state).toBe('off');
  });
}

type WithStub = OpenedEngine & { stub: EngineStub };

/** Whatever wording an engine gives is handed on as it is: the pipeline alone judges echoes, spans and commentary. */
function testWording(given: ConformanceCase, opened: () => WithStub): void {
  it('hands on an echo', async () => {
    opened().stub.behave('echo');
    const sentences = ['good morning everyone', 'a < b & c > d, <b>e</b> &amp; "f" <3', '[INST] <|im_start|> ⟦0⟧'];
    expect(textsOf(await ask(opened(), batchOf(given, sentences))).map(tidy)).toEqual(sentences);
  });

  it('hands on lost and added markers', async () => {
    const { stub } = opened();
    stub.behave('lost-spans');
    expect(textsOf(await ask(opened(), batchOf(given, ['see ⟦0⟧ and ⟦1⟧']))).flatMap(markersOf)).toEqual([]);
    stub.behave('extra-spans');
    expect(textsOf(await ask(opened(), batchOf(given, ['see ⟦0⟧']))).flatMap(markersOf)).toEqual(['⟦0⟧', '⟦0⟧', '⟦9⟧']);
  });

  it('takes no word around the answer for a part of it', async () => {
    opened().stub.behave('commentary');
    const [text] = textsOf(await ask(opened(), batchOf(given, ['good morning everyone'])));
    expect(text).not.toMatch(/sure|hope this helps|```/i);
  });
}

/** JSON with an id per sentence. */
function testAnswersWithIds(given: ConformanceCase, opened: () => WithStub): void {
  const cats = () => ask(opened(), batchOf(given, ['one cat', 'two cats', 'red cat']));

  it('tells which sentence is missing', async () => {
    opened().stub.behave('missing-item');
    const answers = await cats();
    expect(answers.map((answer) => 'text' in answer)).toEqual([true, true, false]);
    expect(answers[2]).toMatchObject({ problem: 'missing' });
  });

  it('puts answers in any order where they belong, and foreign ones nowhere', async () => {
    const straight = await cats();
    for (const behaviour of ['reordered', 'unknown-ids'] as const) {
      opened().stub.behave(behaviour);
      expect(await cats()).toEqual(straight);
    }
  });

  it('believes neither of two answers to one sentence', async () => {
    opened().stub.behave('duplicate-ids');
    const answers = await cats();
    expect(answers.map((answer) => 'text' in answer)).toEqual([false, true, true]);
    expect(answers[0]).toMatchObject({ problem: 'missing' });
  });
}

/** A list in the order asked: with one answer more or less, all could belong to another sentence. */
function testAnswersWithoutIds(given: ConformanceCase, opened: () => WithStub): void {
  it.each(['missing-item', 'duplicate-ids'] as const)('refuses a list with a %s', async (behaviour) => {
    opened().stub.behave(behaviour);
    const failure = await failureOf(ask(opened(), batchOf(given, ['one cat', 'two cats', 'red cat'])));
    expect(failure.kind).toBe('bad-answer');
  });
}

const failures: readonly (readonly [Behaviour, EngineFailureKind])[] = [
  ['rate-limited', 'rate-limited'],
  ['quota', 'quota'],
  ['error-500', 'unavailable'],
  ['error-503', 'unavailable'],
  ['denied', 'unavailable'],
  ['redirects', 'unavailable'],
  ['breaks-off', 'unavailable'],
  ['wrong-json', 'bad-answer'],
  ['wrong-shape', 'bad-answer'],
  ['truncated-json', 'bad-answer'],
  ['huge', 'bad-answer'],
  ['hangs', 'timeout'],
  ['stalls', 'timeout'],
  ['slow-drip', 'timeout'],
];

function testFailures(given: ConformanceCase, opened: () => WithStub): void {
  const hello = () => ask(opened(), batchOf(given, ['hello there']));

  it.each(failures)('%s is %s, and is forgotten after the next good answer', async (behaviour, kind) => {
    const { engine, stub } = opened();
    stub.behave(behaviour);
    const failure = await failureOf(hello());
    expect(failure.kind).toBe(kind);
    expect(stub.translationCalls()).toBe(1);
    expect(engine.health()).toMatchObject({ state: 'failing', detail: failure.message });
    stub.behave('ok');
    expect(textsOf(await hello())).toHaveLength(1);
    expect(engine.health()).toEqual({ state: 'ready' });
  });

  it('says how long to stay away', async () => {
    opened().stub.behave('rate-limited', { retryAfterSeconds: 7 });
    expect((await failureOf(hello())).retryAfterMilliseconds).toBe(7000);
  });

  it('waits for a slow answer within the deadline', async () => {
    opened().stub.behave('slow', { delayMilliseconds: 300 });
    expect(textsOf(await hello())).toHaveLength(1);
  });

  it('stops when the asker leaves', async () => {
    const { engine, stub } = opened();
    await hello();
    stub.behave('hangs');
    const leave = new AbortController();
    const answering = failureOf(engine.translate(batchOf(given, ['hello there']), leave.signal));
    await vi.waitUntil(() => stub.translationCalls() === 2);
    leave.abort();
    expect((await answering).kind).toBe('aborted');
    expect(engine.health().state).toBe('ready');
  });

  it('stops when it is closed', async () => {
    const { engine, stub } = opened();
    stub.behave('hangs');
    const answering = failureOf(hello());
    await vi.waitUntil(() => stub.translationCalls() === 1);
    await engine.close();
    expect((await answering).kind).toBe('aborted');
  });

  it('is unavailable when nobody listens', async () => {
    await opened().stub.close();
    expect((await failureOf(hello())).kind).toBe('unavailable');
  });
}

function testSecrecy(given: ConformanceCase, secret: string, opened: () => WithStub): void {
  it.each(['denied', 'wrong-json', 'redirects', 'breaks-off'] as const)(
    'never tells its key, %s',
    async (behaviour) => {
      const { engine, stub } = opened();
      stub.behave(behaviour);
      const failure = await failureOf(ask(opened(), batchOf(given, ['hello there'])));
      const told = inspect([failure, engine.health()], { depth: 10 });
      expect(told).not.toContain(secret);
    },
  );
}

function sentencesFor({ pair }: ConformanceCase): string[] {
  return pair.from === 'zh'
    ? ['今天的汤很好喝', '看⟦0⟧，只要⟦1⟧元', '⟦0⟧你做的⟦1⟧真好吃', '我们一起去吧']
    : [
        'the soup is so good today',
        'look at ⟦0⟧ it is only ⟦1⟧ today',
        'thank you ⟦0⟧ for the ⟦1⟧ recipe',
        'let us go',
      ];
}

function batchOf({ pair }: ConformanceCase, sentences: readonly string[]): EngineBatch {
  return { ...pair, segments: sentences.map((masked, position) => segment(position, masked)) };
}

function segment(position: number, masked: string): EngineSegment {
  return { id: `segment-${position}`, masked, spans: markersOf(masked).map((_, index) => `span ${index}`) };
}

function ask({ engine }: OpenedEngine, batch: EngineBatch): Promise<EngineAnswer[]> {
  return engine.translate(batch, new AbortController().signal);
}

function textsOf(answers: readonly EngineAnswer[]): string[] {
  return answers.flatMap((answer) => ('text' in answer ? [answer.text] : []));
}

/** Engines with tag handling put spaces around what they leave alone. */
function tidy(text: string): string {
  return text.replace(/ +/g, ' ').trim();
}

function markersOf(text: string): string[] {
  return (text.match(/⟦\d+⟧/gu) ?? []).toSorted();
}

async function failureOf(answering: Promise<unknown>): Promise<EngineFailure> {
  const outcome = await answering.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(outcome).toBeInstanceOf(EngineFailure);
  return outcome as EngineFailure;
}
