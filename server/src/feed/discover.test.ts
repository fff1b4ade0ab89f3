import { type NoteId, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../test/harness.ts';
import { createSeenNotes } from './seen-notes.ts';

/** Notes of linwan, told apart by number; each about something else, so that no caps stand in the way. */
async function publishNotes(house: TestHouse, count: number, from = 0): Promise<string[]> {
  const linwan = await house.as('linwan');
  const ids: string[] = [];
  for (let number = from; number < from + count; number += 1) {
    const body = {
      title: `${number} 号红烧肉`,
      text: `第 ${number} 天：${'茶酒饭菜汤面'.repeat(1 + (number % 3))} ${number * 7919}`,
    };
    ids.push((await linwan.call(routes.notes.publish, { body })).id);
    house.advance('60s');
  }
  await house.drain();
  return ids;
}

describe('discovery', () => {
  test('a note by one member is found by another, with a token for its slot', async () => {
    await using house = await openTeahouse();
    const [id] = await publishNotes(house, 1);
    const page = await (await house.as('priya')).call(routes.feed.discover);
    expect(page.items.map((card) => card.id)).toEqual([id]);
    expect(page.items[0]?.token).toMatch(/^[\w-]{60,200}$/);
    expect(page.items[0]?.viewer).toEqual({ likes: false, collects: false });
    expect(page.nextCursor).toBeUndefined();
  });

  test('visitors see it too, authors do not meet their own notes', async () => {
    await using house = await openTeahouse();
    const [id] = await publishNotes(house, 1);
    expect((await house.stranger().call(routes.feed.discover)).items.map((card) => card.id)).toEqual([id]);
    expect((await (await house.as('linwan')).call(routes.feed.discover)).items).toEqual([]);
  });

  test('leafing to the end shows every note once, each page within eight queries', async () => {
    await using house = await openTeahouse();
    const ids = await publishNotes(house, 45);
    const priya = await house.as('priya');
    const met: string[] = [];
    let cursor: string | undefined;
    do {
      let page: { items: { id: string }[]; nextCursor?: string | undefined } = { items: [] };
      const queries = await house.countQueries(async () => {
        page = await priya.call(routes.feed.discover, { query: { limit: 20, ...(cursor ? { cursor } : {}) } });
      });
      expect(queries).toBeLessThanOrEqual(8);
      expect(page.items.length).toBeGreaterThan(0);
      met.push(...page.items.map((card) => card.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(met).toHaveLength(45);
    expect(new Set(met)).toEqual(new Set(ids));
  });

  test('what was seen comes after what was not, and again when nothing else is left', async () => {
    await using house = await openTeahouse();
    await publishNotes(house, 12);
    const priya = await house.as('priya');
    const first = await priya.call(routes.feed.discover, { query: { limit: 6 } });
    const events = first.items.map((card) => ({ kind: 'impression' as const, token: card.token ?? '' }));
    await priya.call(routes.feed.events, { body: { events } });
    const seen = new Set(first.items.map((card) => card.id));
    const second = await priya.call(routes.feed.discover, { query: { limit: 12 } });
    expect(second.items).toHaveLength(12);
    expect(second.items.slice(0, 6).filter((card) => seen.has(card.id))).toEqual([]);
    expect(second.items.slice(6).every((card) => seen.has(card.id))).toBe(true);
  });

  test('what a viewer has seen is known again after a restart', async () => {
    await using house = await openTeahouse();
    const ids = await publishNotes(house, 8);
    const priya = await house.as('priya');
    const first = await priya.call(routes.feed.discover, { query: { limit: 4 } });
    const events = first.items.map((card) => ({ kind: 'impression' as const, token: card.token ?? '' }));
    await priya.call(routes.feed.events, { body: { events } });
    const rebuilt = await createSeenNotes(house.teahouse.deps).of(priya.memberId);
    const seen = new Set(first.items.map((card) => card.id));
    expect(ids.filter((id) => rebuilt.has(id))).toEqual(ids.filter((id) => seen.has(id as NoteId)));
  });

  test('"not interested" takes effect with the next page, and so does its undoing', async () => {
    await using house = await openTeahouse();
    const [id = ''] = await publishNotes(house, 3);
    const priya = await house.as('priya');
    await priya.call(routes.feed.discover);
    await priya.call(routes.reactions.notInterested, { params: { noteId: id }, body: { reason: 'note' } });
    expect((await priya.call(routes.feed.discover)).items.map((card) => card.id)).not.toContain(id);
    await priya.call(routes.reactions.undoNotInterested, { params: { noteId: id } });
    expect((await priya.call(routes.feed.discover)).items.map((card) => card.id)).toContain(id);
    await priya.call(routes.reactions.notInterested, { params: { noteId: id }, body: { reason: 'author' } });
    expect((await priya.call(routes.feed.discover)).items).toEqual([]);
  });

  test('blocked authors and withdrawn notes are absent at once, and the page is filled up', async () => {
    await using house = await openTeahouse();
    const ids = await publishNotes(house, 6);
    const mia = await house.as('mia');
    const other = await mia.call(routes.notes.publish, { body: { title: 'Cat tax from Ohio', text: 'Meet Biscuit.' } });
    await house.drain();
    const linwan = await house.as('linwan');
    await linwan.call(routes.notes.delete, { params: { noteId: ids[0] ?? '' } });
    const priya = await house.as('priya');
    const page = await priya.call(routes.feed.discover, { query: { limit: 6 } });
    expect(new Set(page.items.map((card) => card.id))).toEqual(new Set([...ids.slice(1), other.id]));
    await priya.call(routes.follows.block, { params: { handle: linwan.handle } });
    expect((await priya.call(routes.feed.discover)).items.map((card) => card.id)).toEqual([other.id]);
  });

  test('a category holds notes of its kind only', async () => {
    await using house = await openTeahouse();
    const [food = '', cats = ''] = await publishNotes(house, 3);
    await house.db.updateTable('note').set({ category: 'food' }).where('id', '=', food).execute();
    await house.db.updateTable('note').set({ category: 'cats' }).where('id', '=', cats).execute();
    await house.drain();
    const priya = await house.as('priya');
    const idsOf = async (category: 'food' | 'cats' | 'travel') =>
      (await priya.call(routes.feed.discover, { query: { category } })).items.map((card) => card.id);
    expect([await idsOf('food'), await idsOf('cats'), await idsOf('travel')]).toEqual([[food], [cats], []]);
  });

  test('a note held or limited is never listed, whatever the pool believes', async () => {
    await using house = await openTeahouse();
    const [held = '', limited = '', allowed = ''] = await publishNotes(house, 3);
    await house.db.updateTable('note').set({ compliance: 'held' }).where('id', '=', held).execute();
    await house.db.updateTable('note').set({ compliance: 'limited' }).where('id', '=', limited).execute();
    for (const id of [held, limited]) house.teahouse.features.readers.notes.invalidate(id);
    const person = await house.as('jake');
    expect((await person.call(routes.feed.discover)).items.map((card) => card.id)).toEqual([allowed]);
    expect((await person.call(routes.feed.newest)).items.map((card) => card.id)).toEqual([allowed]);
  });
});

describe('bad input', () => {
  const cases = [
    ['I1 forged cursor', `cursor=AAAA`],
    ['I1 unsigned cursor', `cursor=${Buffer.from('["feed.discover  ",{"latest":""}]').toString('base64url')}`],
    ['I1 cursor of 3 KB', `cursor=${'x'.repeat(3000)}`],
    ['I2 limit 0', 'limit=0'],
    ['I2 limit −1', 'limit=-1'],
    ['I2 limit as text', 'limit=many'],
    ['unknown category', 'category=politics'],
  ] as const;

  test('refused: '.concat(cases.map(([name]) => name).join(', ')), async () => {
    await using house = await openTeahouse();
    const answers = [];
    for (const [name, query] of cases)
      answers.push([name, (await house.stranger().send({ method: 'GET', url: `/api/feed/discover?${query}` })).status]);
    expect(answers).toEqual(cases.map(([name]) => [name, 400]));
  });

  test('I1 a cursor of one reader or list serves no other', async () => {
    await using house = await openTeahouse();
    await publishNotes(house, 5);
    const priya = await house.as('priya');
    const { nextCursor = '' } = await priya.call(routes.feed.discover, { query: { limit: 2 } });
    const jake = await house.as('jake');
    expect((await jake.refused(routes.feed.discover, { query: { cursor: nextCursor } })).code).toBe('invalid-cursor');
    expect((await priya.refused(routes.feed.newest, { query: { cursor: nextCursor } })).code).toBe('invalid-cursor');
  });

  test('I2 a limit above 50 is lowered to 50; I3 a client-sent score changes nothing', async () => {
    await using house = await openTeahouse();
    await publishNotes(house, 55);
    const priya = await house.as('priya');
    const answered = await priya.send({ method: 'GET', url: '/api/feed/discover?limit=500&score=9&pool=x&boost=1' });
    expect(answered.status).toBe(200);
    expect((answered.body as { items: unknown[] }).items).toHaveLength(50);
  });
});
