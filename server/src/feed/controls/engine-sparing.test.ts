import { type NoteId, routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../../test/harness.ts';
import { readSaidControls } from './said-controls.ts';

const engine = { ranking: 'engine', threads: 1, pageMilliseconds: 5_000 } as const;
const size = { notes: 500, members: 200, rates: 2 ** 12, exposures: 1_024 };

async function publish(house: TestHouse, authors: readonly Person[], count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const author = number % authors.length;
    const topics = [['家常菜', '茶', '猫', '木工'][author] ?? ''];
    const body = { title: `${number} 号笔记`, text: `第 ${number} 天 ${number * 7919}`, topics };
    await authors[author]?.call(routes.notes.publish, { body });
    house.advance('1m');
  }
  await house.drain();
}

test('the engine hears of it before the page is filled anew: the same page, the next one, and after taking back', async () => {
  await using house = await openTeahouse({ traffic: engine }, { traffic: { size } });
  const [linwan, jake, priya] = [await house.as('linwan'), await house.as('jake'), await house.as('priya')];
  await publish(house, [linwan, jake, await house.as('mia'), await house.as('hana')], 40);
  await house.teahouse.features.traffic.start();
  await house.teahouse.features.traffic.replica.whenReady();

  const page = await priya.call(routes.feed.discover, { query: { limit: 6 } });
  const ids = page.items.map(({ id }) => id);
  const [noteId, ...unseen] = ids;
  const handle = page.items[0]?.author.handle;
  if (!noteId) throw new Error('The page is empty');
  const body = { reason: 'author' as const, page: { unseen, cursor: page.nextCursor } };
  const answer = await priya.call(routes.reactions.notInterested, { params: { noteId }, body });
  expect(answer.removed.length).toBeGreaterThan(0);
  expect(answer.replacements).toHaveLength(answer.removed.length);
  expect(answer.replacements.filter(({ author }) => author.handle === handle)).toEqual([]);
  const known = new Set<string>([...ids, ...answer.replacements.map(({ id }) => id)]);
  expect(known.size).toBe(ids.length + answer.replacements.length);

  const query = { limit: 6, cursor: answer.nextCursor ?? '' };
  const next = await priya.call(routes.feed.discover, { query });
  expect(next.items.filter(({ id }) => known.has(id))).toEqual([]);
  const byTheSame = next.items.filter(({ author }) => author.handle === handle).length;
  expect(byTheSame).toBeLessThanOrEqual(1);

  await priya.call(routes.reactions.undoNotInterested, { params: { noteId } });
  await house.drain();
  const again = await priya.call(routes.feed.discover, { query: { limit: 12 } });
  expect(again.items.some(({ author }) => author.handle === handle)).toBe(true);
});

test('an engine that knows nothing is told everything that was said and not taken back', async () => {
  await using house = await openTeahouse();
  const [linwan, jake, priya] = [await house.as('linwan'), await house.as('jake'), await house.as('priya')];
  await publish(house, [linwan, jake], 3);
  const { items } = await priya.call(routes.feed.newest);
  const [first, second, third] = items.map(({ id }) => id);
  if (!first || !second || !third) throw new Error('Three notes were published');
  const topic = await house.db.selectFrom('topic').select('id').where('name', '=', '家常菜').executeTakeFirstOrThrow();
  const spare = (noteId: NoteId, reason: 'note' | 'author' | 'topic') =>
    priya.call(routes.reactions.notInterested, { params: { noteId }, body: { reason } });
  await priya.call(routes.feedControls.change, { body: { foreignShare: 0.5, exploration: 'more' } });
  await priya.call(routes.feedControls.setTopic, { params: { topicId: topic.id }, body: { intensity: 'more' } });
  await spare(first, 'topic');
  await spare(second, 'author');
  await spare(third, 'note');
  await priya.call(routes.reactions.undoNotInterested, { params: { noteId: third } });

  const { clock } = house.teahouse.deps;
  const said = await readSaidControls(house.db, clock.now(), 100);
  const told = [
    { kind: 'language-mix', foreign: 0.5 },
    { kind: 'exploration', intensity: 'more' },
    { kind: 'topic-intensity', topic: topic.id, intensity: 'more' },
    { kind: 'spare', id: first, what: 'topic', note: first, subject: topic.id },
    { kind: 'spare', id: second, what: 'author', note: second, subject: jake.memberId },
  ];
  const at = clock.now();
  const expected = told.map((control) => ({ viewer: priya.memberId, at, control }));
  expect(said).toHaveLength(expected.length);
  expect(said).toEqual(expect.arrayContaining(expected));
});
