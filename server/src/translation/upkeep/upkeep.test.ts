import { type NoteId, routes, type TextAddress, textAddressOf } from '@teahouse/contract';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTeahouse, type TestHouse } from '../../../test/harness.ts';
import { failing, type ScriptedEngine, scriptedEngine } from '../../../test/pipeline-house.ts';

type NoteTable = 'translation' | 'note_version' | 'translation_reader';

async function publish(house: TestHouse, title = '红烧肉怎么做', text = '今天的红烧肉特别好吃'): Promise<NoteId> {
  const linwan = await house.as('linwan');
  return (await linwan.call(routes.notes.publish, { body: { title, text, topics: [] } })).id;
}

async function read(house: TestHouse, ...texts: TextAddress[]) {
  const mia = await house.as('mia');
  const { items } = await mia.call(routes.translations.request, { body: { to: 'en', texts, waitMilliseconds: 3000 } });
  return items;
}

const textsOf = (id: NoteId) => [textAddressOf('note.title', id), textAddressOf('note.text', id)];

async function stored(house: TestHouse): Promise<string[]> {
  const rows = await house.db
    .selectFrom('translation')
    .select(['address', 'language'])
    .orderBy('address')
    .orderBy('language')
    .execute();
  return rows.map(({ address, language }) => `${address.split(':')[0]} ${language}`);
}

/** Runs the jobs of a task that wait for later, too. */
async function runJobs(house: TestHouse, task: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update graphile_worker._private_jobs as job set run_at = now()
    from graphile_worker._private_tasks as task where task.id = job.task_id and task.identifier = ${task}`.execute(
    house.db,
  );
  await house.drain();
  return Number(numAffectedRows);
}

async function run(house: TestHouse, task: string): Promise<void> {
  await house.teahouse.deps.jobs.add(house.db, task, {});
  await house.drain();
}

test('an edit makes stale what was made of the former wording, once however often it is saved', async () => {
  await using house = await openTeahouse({}, { engines: [scriptedEngine()] });
  const id = await publish(house);
  await read(house, ...textsOf(id));
  const mia = await house.as('mia');
  const [titleOf, textOf] = textsOf(id) as [TextAddress, TextAddress];
  await mia.call(routes.translations.rate, { body: { of: textOf, to: 'en', verdict: 'wrong' } });
  expect(await stored(house)).toEqual(['note.text en', 'note.title en']);

  const linwan = await house.as('linwan');
  for (const text of ['昨天的红烧肉特别好吃', '昨天的红烧肉真的很好吃'])
    await linwan.call(routes.notes.edit, { params: { noteId: id }, body: { title: '红烧肉怎么做', text, topics: [] } });
  await house.drain();
  expect(await runJobs(house, 'translation.after-edit')).toBe(1);
  expect(await stored(house)).toEqual(['note.title en']);
  expect(await house.db.selectFrom('translation_verdict').select('verdict').execute()).toEqual([]);
  const [title, text] = await read(house, titleOf, textOf);
  expect([title?.state, text?.state, text?.feedback]).toEqual(['ok', 'ok', { good: 0, wrong: 0 }]);
});

test('with a deleted note go its translations, its versions and what was remembered of it, at once', async () => {
  await using house = await openTeahouse({}, { engines: [scriptedEngine()] });
  const [id, other] = [await publish(house), await publish(house, '今天吃鱼', '今天的鱼也很好吃')];
  const linwan = await house.as('linwan');
  await linwan.call(routes.translations.putVersion, {
    params: { noteId: id, language: 'es' },
    body: { title: 'Cerdo', text: 'Primero el azúcar' },
  });
  await read(house, ...textsOf(id), ...textsOf(other));
  const mia = await house.as('mia');
  await mia.call(routes.translations.report, { body: { of: textAddressOf('note.text', id), to: 'en' } });
  await house.teahouse.features.translation.settle();
  await linwan.call(routes.notes.delete, { params: { noteId: id } });
  await house.drain();

  expect(await stored(house)).toEqual(['note.text en', 'note.title en']);
  const homes = await house.db.selectFrom('translation').select('home_id').distinct().execute();
  expect(homes).toEqual([{ home_id: other }]);
  for (const table of ['note_version', 'translation_review', 'translation_report', 'translation_memory'] as const)
    expect(await house.db.selectFrom(table).select(sql<number>`1`.as('one')).execute(), table).toEqual([]);
});

test('a note that a moderator took down keeps its translations, unread, for the case of an appeal', async () => {
  await using house = await openTeahouse({}, { engines: [scriptedEngine()] });
  const id = await publish(house);
  await read(house, ...textsOf(id));
  const zhou = await house.as('zhou');
  await zhou.call(routes.moderation.decide, {
    body: { subject: { kind: 'note', id }, action: 'remove', rule: 8, explanation: 'Twenty times.' },
  });
  await house.drain();
  expect(await read(house, ...textsOf(id))).toEqual([]);
  expect(await stored(house)).toEqual(['note.text en', 'note.title en']);
});

test('the daily round removes what lost its text, and sentences nobody said for half a year', async () => {
  await using house = await openTeahouse({}, { engines: [scriptedEngine()] });
  const id = await publish(house);
  const linwan = await house.as('linwan');
  const [kept, gone] = [
    await linwan.call(routes.comments.post, { params: { noteId: id }, body: { text: '真的很好吃啊' } }),
    await linwan.call(routes.comments.post, { params: { noteId: id }, body: { text: '大家都来试试看' } }),
  ];
  await read(
    house,
    ...textsOf(id),
    textAddressOf('comment.text', id, kept.id),
    textAddressOf('comment.text', id, gone.id),
    textAddressOf('member.bio', linwan.memberId),
  );
  await house.teahouse.features.translation.settle();
  await linwan.call(routes.comments.delete, { params: { noteId: id, commentId: gone.id } });
  const nobodys = house.teahouse.deps.ids.next();
  await sql`insert into translation_reader select ${nobodys}, 'v', 'en', now()`.execute(house.db);
  await run(house, 'translation.tidy');
  expect(await stored(house)).toEqual(['comment.text en', 'note.text en', 'note.title en']);
  const count = async (table: NoteTable | 'translation_segment') =>
    (await house.db.selectFrom(table).select(sql<number>`1`.as('one')).execute()).length;
  expect([await count('translation_reader'), (await count('translation_segment')) > 0]).toEqual([1, true]);

  house.advance('181d');
  await run(house, 'translation.tidy');
  expect([await count('translation_segment'), await count('translation')]).toEqual([0, 3]);
});

async function meetOften(house: TestHouse, id: NoteId, impressions = 50): Promise<void> {
  await house.db.updateTable('note_stat').set({ impressions }).where('note_id', '=', id).execute();
}

/** A community that reads Chinese and English. */
async function gather(house: TestHouse): Promise<void> {
  for (const name of ['linwan', 'mia', 'zhou'] as const) await house.as(name);
}

function chineseEngine(): ScriptedEngine {
  return scriptedEngine({ supports: (from, to) => from === 'zh' && to === 'en' });
}

test('what many have met is translated ahead into the languages of the community, once', async () => {
  const engine = chineseEngine();
  await using house = await openTeahouse({}, { engines: [engine] });
  await gather(house);
  const [met, unmet, long, locked] = [
    await publish(house),
    await publish(house, '没人看的', '还没有人看过'),
    await publish(house, '很长的一篇', '这一篇真的很长。'.repeat(40)),
    await publish(house, '不要翻译', '请不要翻译这篇'),
  ];
  await meetOften(house, unmet, 49);
  for (const id of [met, long, locked]) await meetOften(house, id);
  const linwan = await house.as('linwan');
  await linwan.call(routes.translations.lock, { params: { noteId: locked }, body: { isLocked: true } });
  await run(house, 'translation.backfill');

  const rows = await house.db.selectFrom('translation').select(['home_id', 'address', 'language']).execute();
  expect(rows.map(({ address, language }) => [address, language]).sort()).toEqual(
    [
      [`note.text:${met}`, 'en'],
      [`note.title:${long}`, 'en'],
      [`note.title:${met}`, 'en'],
    ].sort(),
  );
  const calls = engine.calls.length;
  await run(house, 'translation.backfill');
  expect(engine.calls).toHaveLength(calls);
  await read(house, ...textsOf(met));
  expect(engine.calls).toHaveLength(calls);
});

test('nothing is translated ahead of old notes, by nobody, or while the house saves its strength', async () => {
  const engine = chineseEngine();
  await using house = await openTeahouse({}, { engines: [engine] });
  await gather(house);
  await meetOften(house, await publish(house));
  house.teahouse.deps.houseState.set('read-only');
  await run(house, 'translation.backfill');
  house.teahouse.deps.houseState.set('open');
  engine.currentHealth = { state: 'off' };
  await run(house, 'translation.backfill');
  engine.currentHealth = { state: 'ready' };
  house.advance('6d');
  await run(house, 'translation.backfill');
  expect(engine.calls).toEqual([]);
});

test('what an engine could not translate ahead is not asked for again in every run', async () => {
  const engine = chineseEngine();
  engine.answer = failing('bad-answer');
  await using house = await openTeahouse({}, { engines: [engine] });
  await gather(house);
  await meetOften(house, await publish(house));
  await run(house, 'translation.backfill');
  const calls = engine.calls.length;
  expect(calls).toBeGreaterThan(0);
  await run(house, 'translation.backfill');
  expect(engine.calls).toHaveLength(calls);
  house.advance('7h');
  await run(house, 'translation.backfill');
  expect(engine.calls.length).toBeGreaterThan(calls);
});
