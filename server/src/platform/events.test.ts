import { expect, it } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';
import { inTransaction } from './db/database.ts';

const someone = (number: number) => `01900000-0000-7000-8000-00000000000${number}`;
const joined = (number: number) => ({ memberId: someone(number) });

it('delivers what was committed, in order and in one batch, and nothing of a transaction that was rolled back', async () => {
  await using house = await openTeahouse();
  const { events, db } = house.teahouse.deps;
  const seen: string[][] = [];
  events.on('member.joined', (batch) => void seen.push(batch.map((event) => event.memberId)));
  await inTransaction(db, (tx) => events.emit(tx, 'member.joined', joined(1), joined(2)));
  await inTransaction(db, async (tx) => {
    await events.emit(tx, 'member.joined', joined(3));
    throw new Error('rolled back');
  }).catch(() => {});
  await events.emit(db, 'member.joined', joined(4));
  await events.drain();
  expect(seen).toEqual([[1, 2, 4].map(someone)]);
  expect(await db.selectFrom('outbox').selectAll().execute()).toEqual([]);
});

it('keeps the events when a handler fails, and delivers them again', async () => {
  await using house = await openTeahouse();
  const { events, db } = house.teahouse.deps;
  let attempts = 0;
  const told: number[] = [];
  events.on('member.left', () => {
    attempts += 1;
    if (attempts === 1) throw new Error('not yet');
  });
  events.afterDelivery('member.left', (batch) => void told.push(batch.length));
  await events.emit(db, 'member.left', joined(5));
  await expect(events.drain()).rejects.toThrow('not yet');
  await events.drain();
  expect([attempts, told]).toEqual([2, [1]]);
});

it('gives a sequence the events of all its names in the order in which they were written', async () => {
  await using house = await openTeahouse();
  const { events, db } = house.teahouse.deps;
  const seen: string[] = [];
  events.onSequence(['member.joined', 'member.left'], (batch) => {
    for (const { name, payload } of batch) seen.push(`${name} ${payload.memberId.at(-1)}`);
  });
  await events.emit(db, 'member.joined', joined(1));
  await events.emit(db, 'member.left', joined(1));
  await events.emit(db, 'member.joined', joined(2));
  await events.drain();
  expect(seen).toEqual(['member.joined 1', 'member.left 1', 'member.joined 2']);
});
