import { routes } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { openTeahouse } from '../../../test/harness.ts';
import { type DraftFact, finishFact } from '../log/note-fact.ts';
import { readHistory } from './read-history.ts';

test('an engine that knows nothing is told the house as it stands, in the order of time', async () => {
  await using house = await openTeahouse();
  const [linwan, priya] = [await house.as('linwan'), await house.as('priya')];
  house.advance('1m');
  const [first, second] = [
    await linwan.call(routes.notes.publish, { body: { title: '龙井', text: '明前茶', topics: ['茶'] } }),
    await linwan.call(routes.notes.publish, { body: { title: '红烧肉', text: '小火慢炖' } }),
  ];
  const gone = await linwan.call(routes.notes.publish, { body: { title: '撤下' } });
  await linwan.call(routes.notes.delete, { params: { noteId: gone.id } });
  house.advance('1m');
  await priya.call(routes.reactions.like, { params: { noteId: first.id } });
  await priya.call(routes.reactions.notInterested, { params: { noteId: second.id }, body: { reason: 'author' } });
  await priya.call(routes.feedControls.change, { body: { newcomers: 'more', foreignShare: 0.3 } });
  house.advance('1m');

  const facts: DraftFact[] = [];
  for await (const some of readHistory(house.teahouse.deps, { notes: 100 })) facts.push(...some);

  expect(facts.map(({ at }) => at)).toEqual(facts.map(({ at }) => at).toSorted((a, b) => a - b));
  expect(facts.flatMap((fact) => (fact.kind === 'note' ? [fact.note] : []))).toEqual([first.id, second.id].sort());
  expect(facts.flatMap((fact) => (fact.kind === 'member' ? [fact.member] : [])).sort()).toEqual(
    [linwan.memberId, priya.memberId].sort(),
  );
  expect(facts).toContainEqual(
    expect.objectContaining({ kind: 'act', act: 'like', note: first.id, viewer: priya.memberId }),
  );
  const controls = facts.flatMap((fact) => (fact.kind === 'control' ? [fact.control] : []));
  expect(controls).toContainEqual({ kind: 'newcomers', intensity: 'more' });
  expect(controls).toContainEqual(expect.objectContaining({ kind: 'spare', what: 'author', subject: linwan.memberId }));
  expect(facts.at(-1)?.kind).toBe('tick');
  const [note] = facts.filter((fact) => fact.kind === 'note').map(finishFact);
  expect(note).toMatchObject({ kind: 'note', language: 'zh', authorGroup: 'native' });
});
