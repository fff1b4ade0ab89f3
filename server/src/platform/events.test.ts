import { expect, it } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';
import { inTransaction } from './db/database.ts';

const joined = (memberId: string) => ({ memberId });

it('delivers what was committed, in order and in one batch, and nothing of a transaction that was rolled back', async () => {
  await using house = await openTeahouse();
  const { events, db } = house.teahouse.deps;
  const seen: string[][] = [];
  events.on('member.joined', (batch) => void seen.push(batch.map((event) => event.memberId)));
  await inTransaction(db, (tx) => events.emit(tx, 'member.joined', joined('first'), joined('second')));
  await inTransaction(db, async (tx) => {
    await events.emit(tx, 'member.joined', joined('never'));
    throw new Error('rolled back');
  }).catch(() => {});
  await events.emit(db, 'member.joined', joined('third'));
  await events.drain();
  expect(seen).toEqual([['first', 'second', 'third']]);
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
  await events.emit(db, 'member.left', joined('someone'));
  await expect(events.drain()).rejects.toThrow('not yet');
  await events.drain();
  expect([attempts, told]).toEqual([2, [1]]);
});
