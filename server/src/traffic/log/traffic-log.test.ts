import { routes } from '@teahouse/contract';
import type { Fact } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { inTransaction } from '../../platform/db/database.ts';
import { readFacts, writeFacts } from './fact-json.ts';
import { insertLogRow, selectLastPosition, selectLogAfter } from './traffic-log.sql.ts';

async function factsIn(house: TestHouse, after = 0): Promise<Fact[]> {
  const rows = await selectLogAfter(house.db, after, '2025-01-01', 1_000);
  return rows.flatMap(({ facts }) => readFacts(facts));
}

function told(facts: readonly Fact[]): string[] {
  return facts.map((fact) => (fact.kind === 'act' ? fact.act : fact.kind));
}

test('facts come out of the log as they went in', () => {
  const facts: Fact[] = [
    { kind: 'search', at: 5, viewer: 'mia', vector: Int8Array.of(-128, -1, 0, 1, 127), topics: ['tea'] },
    { kind: 'tick', at: 7 },
  ];
  expect(readFacts(writeFacts(facts))).toEqual(facts);
});

test('what happens in the house stands in the log, in order', async () => {
  await using house = await openTeahouse();
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  await house.drain();
  const before = await selectLastPosition(house.db);
  const note = await linwan.call(routes.notes.publish, {
    body: { title: '红烧肉', text: '小火慢炖两小时', topics: ['家常菜'] },
  });
  await house.drain();
  const params = { noteId: note.id };
  await mia.call(routes.reactions.like, { params });
  await mia.call(routes.reactions.unlike, { params });
  await mia.call(routes.follows.follow, { params: { handle: 'linwan' } });
  await linwan.call(routes.reactions.like, { params });
  await house.drain();
  await linwan.call(routes.notes.delete, { params });
  await house.drain();
  const facts = await factsIn(house, before);
  expect(told(facts).filter((kind) => kind !== 'tick')).toEqual(['note', 'like', 'unlike', 'follow', 'note-gone']);
  expect(facts[0]).toMatchObject({ note: note.id, author: linwan.memberId, authorGroup: 'native', language: 'zh' });
  const vectors = facts.flatMap((fact) => (fact.kind === 'note' ? [fact.vector] : []));
  expect(vectors[0]?.some((value) => value !== 0)).toBe(true);
  expect(facts.flatMap((fact) => (fact.kind === 'note' ? fact.topics : []))).toHaveLength(1);
});

test('a note that changed twice in a batch is told once; a held one is gone', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  const note = await linwan.call(routes.notes.publish, { body: { title: '一', text: '一二三' } });
  await house.drain();
  const before = await selectLastPosition(house.db);
  const { events } = house.teahouse.deps;
  await events.emit(house.db, 'note.changed', ...Array(2).fill({ noteId: note.id, authorId: linwan.memberId }));
  await house.drain();
  await house.db.updateTable('note').set({ compliance: 'held' }).execute();
  await events.emit(house.db, 'note.changed', { noteId: note.id, authorId: linwan.memberId });
  await house.drain();
  expect(told(await factsIn(house, before))).toEqual(['note', 'note-gone']);
});

test('near-duplicates carry the name of the first of them', async () => {
  await using house = await openTeahouse();
  const [linwan, mia] = [await house.as('linwan'), await house.as('mia')];
  const text = 'A long recipe for the very same braised pork, word by word, copied by somebody who liked it a lot.';
  const first = await linwan.call(routes.notes.publish, { body: { title: 'Braised pork', text } });
  await house.drain();
  const before = await selectLastPosition(house.db);
  await mia.call(routes.notes.publish, { body: { title: 'Braised pork', text } });
  await house.drain();
  expect(await factsIn(house, before)).toMatchObject([
    { kind: 'note', duplicateGroup: first.id, authorGroup: 'newcomer' },
  ]);
});

test('positions become visible in their order: a later batch waits for the one before it', async () => {
  await using house = await openTeahouse();
  const order: string[] = [];
  const entered = Promise.withResolvers<void>();
  const leave = Promise.withResolvers<void>();
  const now = house.teahouse.deps.clock.now();
  const slow = inTransaction(house.db, async (tx) => {
    await insertLogRow(tx, now, '[]');
    entered.resolve();
    await leave.promise;
  }).then(() => order.push('slow'));
  await entered.promise;
  const quick = inTransaction(house.db, (tx) => insertLogRow(tx, now, '[]')).then(() => order.push('quick'));
  leave.resolve();
  await Promise.all([slow, quick]);
  expect(order).toEqual(['slow', 'quick']);
});
