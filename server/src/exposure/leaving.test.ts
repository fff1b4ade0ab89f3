import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import type { CastName } from '../../test/cast.ts';
import { openTeahouse, type Person, passwordOf, type TestHouse } from '../../test/harness.ts';
import { readSection, sections } from '../accounts/export.sql.ts';
import { checkLedger } from './index.ts';
import { rollUp } from './roll-up.ts';

async function look(person: Person): Promise<void> {
  const { items } = await person.call(routes.feed.newest);
  const events = items.map(({ token = '' }) => ({ kind: 'impression' as const, token }));
  await person.call(routes.feed.events, { body: { events } });
}

/** Linwan and Mia publish; both, and Jake, look. */
async function settle(house: TestHouse): Promise<void> {
  for (const name of ['linwan', 'mia'] as const)
    await (await house.as(name)).call(routes.notes.publish, { body: { title: `${name}的猫` } });
  await house.drain();
  for (const name of ['linwan', 'mia', 'jake'] as const) await look(await house.as(name));
  house.advance('1m');
  await rollUp(house.teahouse.deps);
}

async function leave(house: TestHouse, name: CastName): Promise<string> {
  const person = await house.as(name);
  await person.call(routes.accounts.deleteAccount, { body: { handle: name, password: passwordOf(name) } });
  await house.drain();
  return person.memberId;
}

test('when Mia leaves, what she was shown stays counted under keys that say nothing; her own notes leave the ledger', async () => {
  await using house = await openTeahouse();
  await settle(house);
  const before = await house.db.selectFrom('exposure').select('viewer_key').execute();
  expect(before).toHaveLength(6);
  const memberId = await leave(house, 'mia');
  const after = await house.db.selectFrom('exposure').select(['viewer_key', 'author_id']).execute();
  expect(after).toHaveLength(3);
  expect(JSON.stringify(after)).not.toContain(memberId);
  for (const table of ['exposure_note', 'exposure_note_hour'] as const)
    expect(new Set((await house.db.selectFrom(table).select('note_id').execute()).map((row) => row.note_id)).size).toBe(
      1,
    );
  expect(await checkLedger(house.teahouse.deps)).toMatchObject({ ledgerRows: 3, counted: 3, differingNotes: 0 });
});

test('a member can take along what they were shown, and why', async () => {
  await using house = await openTeahouse();
  await settle(house);
  const jake = await house.as('jake');
  const section = sections.find(({ file }) => file === 'shown-to-me.json');
  const rows: unknown[] = [];
  if (section) for await (const page of readSection(house.db, section, jake.memberId)) rows.push(...page);
  const shown = {
    surface: 'newest',
    traffic: 'free',
    reason: 'newest',
    viewer_group: 'newcomer',
    viewer_language: 'en',
  };
  expect(rows).toMatchObject([shown, shown]);
});

test('whoever was away for longer than sixty days is welcomed back as returning, for a month', async () => {
  await using house = await openTeahouse();
  const priya = await house.as('priya');
  const visit = async (after: string) => {
    house.advance(after);
    house.teahouse.features.accounts.forgetSessions(priya.memberId);
    return priya.call(routes.accounts.session);
  };
  const groupOfNext = async () => {
    const linwan = await house.as('linwan');
    const { id } = await linwan.call(routes.notes.publish, { body: { title: '又一只' } });
    await house.drain();
    await look(priya);
    const row = await house.db
      .selectFrom('exposure')
      .select('viewer_group')
      .where('note_id', '=', id)
      .where('viewer_key', '=', priya.memberId)
      .executeTakeFirstOrThrow();
    return row.viewer_group;
  };
  await visit('11m');
  expect(await groupOfNext()).toBe('native');
  // Sessions end after a fortnight without use: she signs in again.
  house.advance('61d');
  for (const name of ['priya', 'linwan'] as const) {
    const body = { by: 'password' as const, identifier: name, password: passwordOf(name) };
    await (await house.as(name)).call(routes.accounts.signIn, { body });
  }
  await visit('11m');
  expect(await groupOfNext()).toBe('returning');
});
