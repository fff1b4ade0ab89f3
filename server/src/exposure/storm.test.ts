import { routes } from '@teahouse/contract';
import { seededRandom } from '@teahouse/engine';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, passwordOf, type TestHouse } from '../../test/harness.ts';
import { checkLedger } from './index.ts';
import { rebuildSums, rollUp } from './roll-up.ts';

type Beacon = (from: Person) => Promise<unknown>;
type Act = () => Promise<unknown>;

/** People as both processes know them. */
async function readersOf(house: TestHouse, second: TestHouse): Promise<[Person, Person][]> {
  const names = ['mia', 'jake', 'priya', 'zhou', 'hana'] as const;
  const members = await Promise.all(
    names.map(async (name): Promise<[Person, Person]> => [await house.as(name), await second.as(name)]),
  );
  const visitors = await Promise.all(
    [0, 1, 2].map(async (): Promise<[Person, Person]> => {
      const [here, there] = [house.stranger(), second.stranger()];
      await here.call(routes.feed.discover);
      for (const [key, value] of here.cookies) there.cookies.set(key, value);
      return [here, there];
    }),
  );
  return [...members, ...visitors];
}

async function pageOf(person: Person, random: () => number): Promise<Beacon[]> {
  const { items } = await person.call(random() < 0.5 ? routes.feed.discover : routes.feed.newest);
  const tokens = items.map(({ token = '' }) => token).sort(() => random() - 0.5);
  return [tokens, tokens.slice(0, 3), tokens.slice(2)].map((some) => (from) => {
    const events = some.map((token) => ({ kind: 'impression' as const, token }));
    return from.call(routes.feed.events, { body: { events } }).catch(() => undefined);
  });
}

async function expectBalance(house: TestHouse, after: string): Promise<void> {
  const { counted, ledgerRows, examples } = await checkLedger(house.teahouse.deps);
  expect({ after, examples, difference: counted - ledgerRows }).toEqual({ after, examples: [], difference: 0 });
}

test.each([1, 2, 3])('after a storm of beacons the ledger is what was counted (storm %i)', async (seed) => {
  await using house = await openTeahouse();
  const second = await house.secondProcess();
  const random = seededRandom(seed);
  const any = <T>(things: readonly T[]): T => things[Math.floor(random() * things.length)] as T;
  const linwan = await house.as('linwan');
  const notes: string[] = [];
  for (let index = 0; index < 8; index += 1) {
    const author = index < 6 ? linwan : await house.as('mia');
    notes.push((await author.call(routes.notes.publish, { body: { title: `第${index}篇`, topics: ['猫税'] } })).id);
  }
  await house.drain();
  await second.teahouse.features.feed.refresh();
  const readers = await readersOf(house, second);
  for (let wave = 0; wave < 4; wave += 1) {
    const acts: Act[] = [];
    for (const [here, there] of readers)
      for (const beacon of [...(await pageOf(here, random)), ...(await pageOf(there, random))])
        for (const from of [here, there, any([here, there])]) acts.push(() => beacon(from));
    for (const { teahouse } of [house, second, house]) acts.push(() => rollUp(teahouse.deps));
    if (wave === 1) acts.push(() => linwan.call(routes.notes.delete, { params: { noteId: notes[0] ?? '' } }));
    if (wave === 2) acts.push(() => deleteMia(house));
    if (wave === 3) acts.push(() => rebuildSums(house.teahouse.deps));
    await Promise.all(acts.sort(() => random() - 0.5).map((act) => act()));
    await house.drain();
    await expectBalance(house, `wave ${wave}`);
    house.advance('20m');
  }
  await rollUp(house.teahouse.deps);
  await expectBalance(house, 'the last sums');
  const { rows } = await house.db
    .selectFrom('exposure_note')
    .select(({ fn }) => fn.sum<string>('impressions').as('rows'))
    .executeTakeFirstOrThrow();
  const { raw } = await house.db
    .selectFrom('exposure')
    .select(({ fn }) => fn.countAll<number>().as('raw'))
    .executeTakeFirstOrThrow();
  expect(Number(rows)).toBe(raw);
  expect(raw).toBeGreaterThan(20);
});

/** Her notes go with their rows; what she was shown stays under keys that say nothing. */
async function deleteMia(house: TestHouse): Promise<void> {
  const mia = await house.as('mia');
  await mia.call(routes.accounts.deleteAccount, { body: { password: passwordOf('mia'), handle: 'mia' } });
  await house.drain();
}
