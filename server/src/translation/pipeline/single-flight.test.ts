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
import { acquireLeases } from './leases.sql.ts';

let house: PipelineHouse;
beforeAll(async () => {
  house = await openPipelineHouse();
});
afterAll(() => house[Symbol.asyncDispose]());

/** Of the statement of a process that waits for another. */
const lookingElsewhere = 'is_leased';

test('a thousand readers of one comment in two processes make exactly one call', async () => {
  const gate = gated();
  const engine = scriptedEngine({ answer: gate.answer });
  const processes = [house.open({ engines: [engine] }), house.open({ engines: [engine] })];
  const text = 'Hahaha this kitten is adorable, where can I find one like it';
  const readers = Array.from({ length: 1_000 }, (_, index) =>
    processes[index % 2]?.translate(textOf(text, { askedBy: `reader ${index}` })),
  );
  await house.sees(lookingElsewhere);
  gate.open();
  const told = new Set((await Promise.all(readers)).map((made) => `${made?.state} ${made?.text}`));
  expect(told.size).toBe(1);
  expect([...told][0]).toMatch(/^ok /);
  expect(engine.asked()).toHaveLength(1);
  expect(await leases()).toEqual([]);
});

test('different texts asked for in two processes at once are each translated once', async () => {
  const engine = scriptedEngine();
  const processes = [house.open({ engines: [engine] }), house.open({ engines: [engine] })];
  const texts = Array.from({ length: 50 }, (_, index) => `Recipe number ${index} of my dear aunt is the best of all`);
  const made = await Promise.all(processes.flatMap((one) => texts.map((text) => one.translate(textOf(text)))));
  expect(made.every(({ state }) => state === 'ok')).toBe(true);
  expect(engine.asked()).toHaveLength(50);
});

test('the sentences of a process that died are taken over when its lease is over', async () => {
  const gate = gated();
  const dying = scriptedEngine({ answer: gate.answer });
  const alive = scriptedEngine();
  const [dead, heir] = [house.open({ engines: [dying] }), house.open({ engines: [alive] })];
  const text = textOf('The old theatre by the river has burnt down');
  const leasedBefore = Date.now();
  const lost = dead.translate(text);
  await gate.reached;
  const [lease] = await leases();
  const waiting = heir.translate(text);
  await house.sees(lookingElsewhere);
  expect(alive.calls).toHaveLength(0);
  await house.database.db
    .updateTable('translation_lease')
    .set({ until: new Date(0) })
    .execute();
  expect(await waiting).toMatchObject({ state: 'ok' });
  expect(alive.calls).toHaveLength(1);
  const limitMilliseconds = 2 * dying.capabilities().deadlineMilliseconds;
  expect((lease?.until.getTime() ?? 0) - leasedBefore).toBeGreaterThan(limitMilliseconds);
  gate.open();
  await lost;
});

test('a lease is ours, another’s, or overdue', async () => {
  const { db } = house.database;
  const mine = { holder: 'me', milliseconds: 60_000 };
  expect(await acquireLeases(db, ['k1', 'k2'], mine)).toEqual(new Set(['k1', 'k2']));
  expect(await acquireLeases(db, ['k1', 'k3'], { ...mine, holder: 'you' })).toEqual(new Set(['k3']));
  expect(await acquireLeases(db, ['k1'], mine)).toEqual(new Set(['k1']));
  await db
    .updateTable('translation_lease')
    .set({ until: new Date(0) })
    .where('key', '=', 'k2')
    .execute();
  expect(await acquireLeases(db, ['k2'], { ...mine, holder: 'you' })).toEqual(new Set(['k2']));
  await db.deleteFrom('translation_lease').execute();
});

test('what another process stored while a sentence waited for its turn is not translated again', async () => {
  const gate = gated();
  const busy = scriptedEngine({ answer: gate.answer, capabilities: { batchMax: 1 } });
  const [waits, works] = [house.open({ engines: [busy] }), house.open({ engines: [scriptedEngine()] })];
  const others = ['The violin is out of tune again', 'Nobody has the key to the cellar'].map((text) =>
    waits.translate(textOf(text)),
  );
  await gate.reached;
  const text = textOf('Snow fell on the orange trees in March');
  const waiting = waits.translate(text);
  while (waits.queue().running < 2 || waits.queue().waiting < 1) await new Promise(setImmediate);
  const made = await works.translate(text);
  gate.open();
  expect(await waiting).toEqual(made);
  await Promise.all(others);
  expect(busy.asked()).not.toContain(text.text);
});

test('a lease is renewed for the second try around lost spans', async () => {
  const untils: number[] = [];
  const engine = scriptedEngine({
    async answer(batch) {
      untils.push(...(await leases()).map(({ until }) => until.getTime()));
      const isFirst = untils.length === 1;
      return isFirst ? batch.segments.map(({ id }) => ({ id, problem: 'spans' as const })) : plausibly(batch);
    },
  });
  const text = textOf('Please read https://tea.example/rules before you join the tasting');
  expect(await house.open({ engines: [engine] }).translate(text)).toMatchObject({ state: 'ok' });
  expect(untils).toHaveLength(2);
  expect(untils[1]).toBeGreaterThan(untils[0] ?? 0);
});

test('when the process at work fails, the one that waits tries for itself', async () => {
  const gate = gated(failing('unavailable'));
  const [broken, fine] = [scriptedEngine({ answer: gate.answer }), scriptedEngine()];
  const [first, second] = [house.open({ engines: [broken] }), house.open({ engines: [fine] })];
  const text = textOf('My balcony tomatoes are finally turning red');
  const failed = first.translate(text);
  await gate.reached;
  const waiting = second.translate(text);
  await house.sees(lookingElsewhere);
  expect(fine.calls).toHaveLength(0);
  gate.open();
  expect(await failed).toMatchObject({ state: 'failed' });
  expect(await waiting).toMatchObject({ state: 'ok' });
});

test('readers who leave before their turn cost nothing; those who stay are served', async () => {
  const gate = gated();
  const engine = scriptedEngine({ answer: gate.answer, capabilities: { batchMax: 1, isLocal: true } });
  const translator = house.open({ engines: [engine] });
  const busy = ['First comment keeps the engine busy', 'Second comment keeps it busier'].map((text) =>
    translator.translate(textOf(text)),
  );
  await gate.reached;
  const leaving = new AbortController();
  const lost = translator.translate(textOf('Nobody waits for this sentence any more'), { signal: leaving.signal });
  const shared = 'Somebody waits for this sentence still';
  const left = translator.translate(textOf(shared), { signal: leaving.signal });
  const stays = translator.translate(textOf(shared, { askedBy: 'ben' }));
  while (translator.queue().waiting < 2) await new Promise(setImmediate);
  leaving.abort(new Error('gone'));
  await expect(lost).rejects.toThrow('gone');
  await expect(left).rejects.toThrow('gone');
  expect(translator.queue().dropped).toBe(1);
  gate.open();
  expect(await stays).toMatchObject({ state: 'ok' });
  await Promise.all(busy);
  expect(engine.asked()).not.toContain('Nobody waits for this sentence any more');
});

test('a call nobody waits for any more is called off, and who comes later starts anew', async () => {
  const gate = gated();
  const engine = scriptedEngine({ answer: gate.answer });
  const translator = house.open({ engines: [engine] });
  const leaving = new AbortController();
  const text = textOf('The last train leaves in ten minutes');
  const lost = translator.translate(text, { signal: leaving.signal });
  await gate.reached;
  leaving.abort();
  await expect(lost).rejects.toThrow();
  const again = translator.translate(text);
  gate.open();
  expect(await again).toMatchObject({ state: 'ok' });
  await translator.settle();
  expect(translator.queue()).toMatchObject({ waiting: 0, running: 0 });
  expect(engine.calls).toHaveLength(2);
});

test('a signal that is over already rejects at once', async () => {
  const engine = scriptedEngine();
  const translator = house.open({ engines: [engine] });
  const over = AbortSignal.abort(new Error('gone'));
  await expect(translator.translate(textOf('A text for nobody at all'), { signal: over })).rejects.toThrow('gone');
  expect(engine.calls).toHaveLength(0);
});

test('a house without room says so quickly', async () => {
  const gate = gated();
  const engine = scriptedEngine({ answer: gate.answer, capabilities: { batchMax: 1 } });
  const translator = house.open({ engines: [engine], mostWaiting: 1, sheds: (urgency) => urgency === 'later' });
  expect(await translator.translate(textOf('Backfill is shed in a surge', { urgency: 'later' }))).toMatchObject({
    state: 'failed',
  });
  expect(engine.calls).toHaveLength(0);
  const served = translator.translate(textOf('This one is on a screen'));
  const full = await translator.translate(textOf('This one finds no room in the queue', { urgency: 'next' }));
  expect(full).toMatchObject({ state: 'failed' });
  gate.open();
  expect(await served).toMatchObject({ state: 'ok' });
});

test('closing tells those who wait, and leaves no lease behind', async () => {
  const gate = gated();
  const engine = scriptedEngine({ answer: gate.answer });
  const translator = house.open({ engines: [engine] });
  const waiting = translator.translate(textOf('The lights in the library go out at ten'));
  await gate.reached;
  await translator.close();
  expect(await waiting).toMatchObject({ state: 'failed' });
  expect(await leases()).toEqual([]);
  expect(engine.isClosed).toBe(true);
});

test('what is forgotten while it is being translated is told, but not kept', async () => {
  const gate = gated();
  const engine = scriptedEngine({ answer: gate.answer });
  const translator = house.open({ engines: [engine] });
  const text = textOf('The key is under the blue flower pot', { space: '01946000-0000-7000-8000-000000000002' });
  const told = translator.translate(text);
  await gate.reached;
  await translator.forget(text.space ?? '');
  gate.open();
  expect(await told).toMatchObject({ state: 'ok' });
  expect(await translator.findKnown([text])).toEqual([undefined]);
});

function leases() {
  return house.database.db.selectFrom('translation_lease').selectAll().execute();
}
