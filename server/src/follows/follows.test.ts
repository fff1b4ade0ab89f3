import { routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const { follow, unfollow, block, unblock, mute, unmute, listFollowers, listFollowing, listHidden } = routes.follows;
const of = (person: Person) => ({ params: { handle: person.handle } });

async function countsOf(house: TestHouse, person: Person) {
  const { followers, following } = await house.db
    .selectFrom('member_stat')
    .select(['followers', 'following'])
    .where('member_id', '=', person.memberId)
    .executeTakeFirstOrThrow();
  return { followers, following };
}

test('Mia follows 林晚, who is counted and listed; a second tap changes nothing', async () => {
  await using house = await openTeahouse();
  const [mia, linwan] = [await house.as('mia'), await house.as('linwan')];

  const first = await mia.call(follow, of(linwan));
  expect(first).toEqual({ handle: 'linwan', follows: true, blocks: false, mutes: false, followerCount: 1 });
  await mia.call(follow, of(linwan));

  expect(await countsOf(house, linwan)).toEqual({ followers: 1, following: 0 });
  expect(await countsOf(house, mia)).toEqual({ followers: 0, following: 1 });
  expect((await linwan.call(listFollowers, of(linwan))).items.map(({ handle }) => handle)).toEqual(['mia']);
  expect((await linwan.call(listFollowing, of(mia))).items.map(({ handle }) => handle)).toEqual(['linwan']);
  expect((await linwan.call(listFollowing, of(mia))).items[0]?.follows).toBe(false);
  expect((await mia.call(listFollowing, of(mia))).items[0]?.follows).toBe(true);
});

test('unfollowing twice takes one follower away', async () => {
  await using house = await openTeahouse();
  const [mia, linwan] = [await house.as('mia'), await house.as('linwan')];
  await mia.call(follow, of(linwan));

  await mia.call(unfollow, of(linwan));
  expect(await mia.call(unfollow, of(linwan))).toMatchObject({ follows: false, followerCount: 0 });
  expect(await countsOf(house, mia)).toEqual({ followers: 0, following: 0 });
});

test('E2 twenty follows and unfollows at once leave counters equal to rows', async () => {
  await using house = await openTeahouse();
  const [mia, linwan] = [await house.as('mia'), await house.as('linwan')];
  const taps = Array.from({ length: 20 }, (_, index) =>
    (index % 2 ? mia : linwan).call(index % 3 ? follow : unfollow, of(index % 2 ? linwan : mia)),
  );
  await Promise.all(taps);

  const rows = await house.db.selectFrom('follow').selectAll().execute();
  for (const person of [mia, linwan]) {
    expect(await countsOf(house, person)).toEqual({
      followers: rows.filter((row) => row.followee_id === person.memberId).length,
      following: rows.filter((row) => row.member_id === person.memberId).length,
    });
  }
});

test('followers come page by page, newest first; the cursor of one reader is no good for another', async () => {
  await using house = await openTeahouse();
  const linwan = await house.as('linwan');
  for (const name of ['mia', 'jake', 'priya'] as const) {
    await (await house.as(name)).call(follow, of(linwan));
    house.advance('1m');
  }
  const mia = await house.as('mia');
  const first = await mia.call(listFollowers, { ...of(linwan), query: { limit: 2 } });
  expect(first.items.map(({ handle }) => handle)).toEqual(['priya', 'jake']);
  const cursor = first.nextCursor ?? '';
  const second = await mia.call(listFollowers, { ...of(linwan), query: { limit: 2, cursor } });
  expect(second.items.map(({ handle }) => handle)).toEqual(['mia']);
  expect(second.nextCursor).toBeUndefined();

  const jake = await house.as('jake');
  expect(await jake.refused(listFollowers, { ...of(linwan), query: { cursor } })).toMatchObject({
    code: 'invalid-cursor',
  });
});

test('a block ends following both ways and keeps each from the other', async () => {
  await using house = await openTeahouse();
  const [mia, jake] = [await house.as('mia'), await house.as('jake')];
  await mia.call(follow, of(jake));
  await jake.call(follow, of(mia));

  expect(await mia.call(block, of(jake))).toMatchObject({ follows: false, blocks: true, followerCount: 0 });
  for (const person of [mia, jake]) expect(await countsOf(house, person)).toEqual({ followers: 0, following: 0 });
  expect((await mia.call(listHidden)).blocked.map(({ handle }) => handle)).toEqual(['jake']);

  await mia.call(unblock, of(jake));
  expect(await jake.call(follow, of(mia))).toMatchObject({ follows: true });
});

test('a mute is known to the one who muted only', async () => {
  await using house = await openTeahouse();
  const [mia, jake] = [await house.as('mia'), await house.as('jake')];
  expect(await mia.call(mute, of(jake))).toMatchObject({ mutes: true });
  expect((await mia.call(listHidden)).muted.map(({ handle }) => handle)).toEqual(['jake']);
  expect(await jake.call(listHidden)).toEqual({ blocked: [], muted: [] });
  expect(await mia.call(unmute, of(jake))).toMatchObject({ mutes: false });
});

describe('E4 nobody follows', () => {
  const cases: {
    name: string;
    status: number;
    prepare: (house: TestHouse, mia: Person, jake: Person) => Promise<string>;
  }[] = [
    { name: 'themselves', status: 400, prepare: async (_house, mia) => mia.handle },
    {
      name: 'someone they block',
      status: 400,
      prepare: async (_house, mia, jake) => {
        await mia.call(block, of(jake));
        return jake.handle;
      },
    },
    {
      name: 'someone who blocks them',
      status: 404,
      prepare: async (_house, mia, jake) => {
        await jake.call(block, of(mia));
        return jake.handle;
      },
    },
    {
      name: 'a deleted member',
      status: 404,
      prepare: async (house, _mia, jake) => {
        await house.db.updateTable('member').set({ state: 'deleted' }).where('id', '=', jake.memberId).execute();
        return jake.handle;
      },
    },
    {
      name: 'a suspended member',
      status: 404,
      prepare: async (house, _mia, jake) => {
        await house.db.updateTable('member').set({ state: 'suspended' }).where('id', '=', jake.memberId).execute();
        return jake.handle;
      },
    },
    { name: 'nobody at all', status: 404, prepare: async () => 'no-such-member' },
    { name: 'a path', status: 404, prepare: async () => '../../etc/passwd' },
  ];
  test.for(cases)('E4 $name → $status', async ({ status, prepare }) => {
    await using house = await openTeahouse();
    const [mia, jake] = [await house.as('mia'), await house.as('jake')];
    const handle = await prepare(house, mia, jake);
    const problem = await mia.refused(follow, { params: { handle } });
    expect(problem.status).toBe(status);
    expect(await house.db.selectFrom('follow').selectAll().execute()).toEqual([]);
  });
});
