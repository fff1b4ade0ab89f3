import { routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';

async function publish(house: TestHouse, title: string, topics: string[]): Promise<string> {
  house.advance('60s');
  const linwan = await house.as('linwan');
  return (await linwan.call(routes.notes.publish, { body: { title, topics } })).id;
}

async function view(house: TestHouse, noteId: string, ...names: ('priya' | 'mia' | 'jake' | 'hana')[]): Promise<void> {
  for (const name of names) await (await house.as(name)).call(routes.feed.view, { params: { noteId } });
}

describe('a topic', () => {
  test('has one page under all its spellings', async () => {
    await using house = await openTeahouse();
    await publish(house, '一', ['Cat Tax']);
    await publish(house, '二', ['ｃａｔｔａｘ']);
    const visitor = house.stranger();
    const views = await Promise.all(
      ['Cat Tax', 'cattax', 'CAT_TAX', 'ＣＡＴ ＴＡＸ'].map((name) =>
        visitor.call(routes.topics.get, { params: { name } }),
      ),
    );
    expect(new Set(views.map((topic) => topic.id)).size).toBe(1);
    expect(views[0]).toMatchObject({ name: 'Cat Tax', noteCount: 2, viewCount: 0, viewsLastDay: 0 });
  });

  test('takes its views along when a note is edited or deleted, and equals its rows', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const first = await publish(house, '一', ['猫税', '上海']);
    const second = await publish(house, '二', ['猫税']);
    await view(house, first, 'priya', 'mia', 'jake');
    await view(house, second, 'priya');
    const counts = async (name: string) => {
      const topic = await house.stranger().call(routes.topics.get, { params: { name } });
      return [topic.noteCount, topic.viewCount];
    };
    expect([await counts('猫税'), await counts('上海')]).toEqual([
      [2, 4],
      [1, 3],
    ]);
    await linwan.call(routes.notes.edit, { params: { noteId: first }, body: { topics: ['上海', '早餐'] } });
    expect([await counts('猫税'), await counts('上海'), await counts('早餐')]).toEqual([
      [1, 1],
      [1, 3],
      [1, 3],
    ]);
    await linwan.call(routes.notes.delete, { params: { noteId: second } });
    expect((await house.stranger().refused(routes.topics.get, { params: { name: '猫税' } })).status).toBe(404);
    expect(await house.teahouse.features.topics.recount()).toBe(0);
  });

  test('forgets views of the day before, not those of ever', async () => {
    await using house = await openTeahouse();
    const id = await publish(house, '一', ['猫税']);
    await view(house, id, 'priya', 'mia');
    house.advance('23h');
    await view(house, id, 'jake');
    const get = () => house.stranger().call(routes.topics.get, { params: { name: '猫税' } });
    expect(await get()).toMatchObject({ viewCount: 3, viewsLastDay: 3 });
    house.advance('2h');
    expect(await get()).toMatchObject({ viewCount: 3, viewsLastDay: 1 });
  });

  test('counts hold when viewers and edits come at the same time', async () => {
    await using house = await openTeahouse();
    const linwan = await house.as('linwan');
    const id = await publish(house, '一', ['猫税']);
    const viewers = await Promise.all(
      (['priya', 'mia', 'jake', 'hana', 'zhou', 'wei'] as const).map((name) => house.as(name)),
    );
    const edits = [['上海'], ['猫税', '上海'], ['猫税']];
    const edit = async () => {
      for (const topics of edits) await linwan.call(routes.notes.edit, { params: { noteId: id }, body: { topics } });
    };
    await Promise.all([edit(), ...viewers.map((person) => person.call(routes.feed.view, { params: { noteId: id } }))]);
    expect(await house.teahouse.features.topics.recount()).toBe(0);
    const stat = await house.db.selectFrom('note_stat').select('views').where('note_id', '=', id).executeTakeFirst();
    expect(stat?.views).toBe(6);
  });

  test('corrects counters that drifted', async () => {
    await using house = await openTeahouse();
    await publish(house, '一', ['猫税']);
    await house.db.updateTable('topic_stat').set({ notes: 7, views: 9 }).execute();
    expect(await house.teahouse.features.topics.recount()).toBe(1);
    expect(await house.stranger().call(routes.topics.get, { params: { name: '猫税' } })).toMatchObject({
      noteCount: 1,
      viewCount: 0,
    });
  });
});

describe('notes of a topic', () => {
  test('come newest first or most liked first, page by page, each once', async () => {
    await using house = await openTeahouse();
    const ids: string[] = [];
    for (const number of [1, 2, 3, 4, 5]) ids.push(await publish(house, `第 ${number} 篇`, ['猫税']));
    await publish(house, '别的', ['上海']);
    const like = async (noteId: string, ...names: ('priya' | 'mia' | 'jake')[]) => {
      for (const name of names) await (await house.as(name)).call(routes.reactions.like, { params: { noteId } });
    };
    await like(ids[1] ?? '', 'priya', 'mia', 'jake');
    await like(ids[3] ?? '', 'priya');
    const walk = async (order: 'newest' | 'liked') => {
      const met: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { order, limit: 2, ...(cursor ? { cursor } : {}) };
        const page = await house.stranger().call(routes.topics.listNotes, { params: { name: '猫税' }, query });
        met.push(...page.items.map((card) => card.id));
        cursor = page.nextCursor;
      } while (cursor);
      return met.map((id) => ids.indexOf(id));
    };
    expect([await walk('newest'), await walk('liked')]).toEqual([
      [4, 3, 2, 1, 0],
      [1, 3, 4, 2, 0],
    ]);
  });
});

describe('completion', () => {
  test('offers topics that begin like this, fullest first; without a beginning those viewed most today', async () => {
    await using house = await openTeahouse();
    const id = await publish(house, '一', ['猫税', '100%_棉'.replace('%', '')]);
    await publish(house, '二', ['猫咪日常']);
    await publish(house, '三', ['猫咪日常', 'teatime']);
    await view(house, id, 'priya');
    const names = async (prefix: string) =>
      (await house.stranger().call(routes.topics.complete, { query: { prefix } })).items.map((topic) => topic.name);
    expect(await names('猫')).toEqual(['猫咪日常', '猫税']);
    expect(await names('#TEA')).toEqual(['teatime']);
    expect((await names('')).slice(0, 1)).toEqual(['猫税']);
    expect([await names('%'), await names('_'), await names('\u0000')]).toEqual([[], [], []]);
  });
});

const noTopics = [
  ['H8 NUL', '%00'],
  ['H8 dots', '%2e%2e%2e'],
  ['H8 encoded twice', '%252e%252e'],
  ['H8 NUL encoded twice', '%2500'],
  ['H8 slash', 'a%2Fb'],
  ['bidi override', '%E2%80%AE'],
  ['longer than a topic', 'a'.repeat(80)],
] as const;

test('refused: '.concat(noTopics.map(([name]) => name).join(', ')), async () => {
  await using house = await openTeahouse();
  const answers = [];
  for (const [name, path] of noTopics) {
    const topic = await house.stranger().send({ method: 'GET', url: `/api/topics/${path}` });
    const notes = await house.stranger().send({ method: 'GET', url: `/api/topics/${path}/notes` });
    answers.push([name, topic.status, notes.status]);
  }
  expect(answers).toEqual(noTopics.map(([name]) => [name, 400, 400]));
});

test('a topic that nobody carries is not found', async () => {
  await using house = await openTeahouse();
  expect((await house.stranger().refused(routes.topics.get, { params: { name: '没有这个话题' } })).code).toBe(
    'not-found',
  );
});
