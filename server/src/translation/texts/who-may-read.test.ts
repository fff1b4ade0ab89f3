import { routes, type TextAddress, textAddressOf } from '@teahouse/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CastName } from '../../../test/cast.ts';
import { openTeahouse, type Person, type TestHouse } from '../../../test/harness.ts';

type Reader = CastName | 'stranger';
type Compliance = 'allowed' | 'limited' | 'held' | 'removed';

// mia writes; jake has blocked her, priya is blocked by her, linwan has muted her; zhou and hana moderate, wei operates.
const everybody: Reader[] = ['stranger', 'mia', 'jake', 'priya', 'linwan', 'zhou', 'wei'];
const but = (...names: Reader[]) => everybody.filter((name) => !names.includes(name));
const unknown = '019471f0-7c00-7000-8000-000000000000';

let house: TestHouse;
const people = new Map<Reader, Person>();
const person = (name: Reader) => people.get(name) as Person;
const places = new Map<string, TextAddress>();

beforeAll(async () => {
  house = await openTeahouse();
  for (const name of [...everybody, 'hana'] as const)
    people.set(name, name === 'stranger' ? house.stranger() : await house.as(name));
  await writeNotes();
  await writeComments();
  await writeAbout();
  await writeGlosses();
  await writeDecisions();
  const mia = { params: { handle: person('mia').handle } };
  await person('jake').call(routes.follows.block, mia);
  await person('linwan').call(routes.follows.mute, mia);
  await person('mia').call(routes.follows.block, { params: { handle: person('priya').handle } });
});
afterAll(() => house[Symbol.asyncDispose]());

describe('a text is translated for whom it is there, and for nobody else', () => {
  test.each<[place: string, readers: Reader[]]>([
    ['note', but('jake', 'priya')],
    ['limited note', but('jake', 'priya')],
    ['held note', ['mia']],
    ['removed note', ['mia']],
    ['deleted note', []],
    ['text of a held note', ['mia']],
    ['comment', but('jake', 'priya', 'linwan')],
    ['held comment', ['mia']],
    ['limited comment', ['mia']],
    ['removed comment', ['mia']],
    ['deleted comment', []],
    ['comment under a held note', []],
    ['comment under a removed note', []],
    ['comment under another note', []],
    ['bio', but('jake', 'priya')],
    ['open board', but('jake', 'priya', 'linwan')],
    ['closed board', ['mia']],
    ['proposed term', everybody],
    ['remark', but('jake', 'priya', 'linwan')],
    ['remark under another term', []],
    ['declined term', ['mia', 'zhou', 'wei']],
    ["others' remark on a declined term", ['mia', 'zhou', 'wei']],
    ['statement', ['mia', 'zhou', 'wei']],
    ['appeal', ['mia', 'zhou', 'wei']],
    ['answer to an appeal', ['mia', 'zhou', 'wei']],
    ['report', ['zhou', 'wei']],
    ['reported text', ['zhou', 'wei']],
    ['nothing', []],
  ])('%s: %j', async (place, readers) => {
    expect(await readersOf(addressOf(place))).toEqual(readers);
  });

  test('what one may not read and what is not there are refused with the same words', async () => {
    const refusals: unknown[] = [];
    for (const place of ['held note', 'comment', 'closed board', 'declined term', 'statement', 'report', 'nothing'])
      for (const call of [rate, report, suggest])
        refusals.push(withoutId(await call(person('jake'), addressOf(place))));
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal)))).toEqual(new Set([JSON.stringify(refusals[0])]));
    expect(refusals[0]).toMatchObject({ code: 'not-found' });
  });

  test('nobody asks for the meaning of words in a text that is not there for them', async () => {
    const ask = (name: Reader) =>
      person(name).refused(routes.glosses.ask, { body: { words: 'held', of: addressOf('held note') } });
    expect((await ask('jake')).code).toBe('not-found');
  });

  test('versions, readers and the lock of a note are its author’s alone', async () => {
    const noteId = idIn('note');
    const answers = await Promise.all([
      person('zhou').refused(routes.translations.listVersions, { params: { noteId } }),
      person('zhou').refused(routes.translations.readers, { params: { noteId } }),
      person('zhou').refused(routes.translations.lock, { params: { noteId }, body: { isLocked: true } }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(['not-found', 'not-found', 'not-found']);
  });

  test('what was translated while a note was open is not handed out once it is held', async () => {
    const address = addressOf('note');
    const [homeId, text] = [idIn('note'), 'A stored translation'];
    await house.db
      .insertInto('translation')
      .values({
        ...{ home_id: homeId, address, language: 'es', source_hash: 'x', source_languages: ['en'], state: 'ok', text },
        ...{ pairs: '[]', origin: 'machine', pipeline_version: 1, rules_version: '1', made_at: new Date(0) },
      })
      .execute();
    await setCompliance('note', homeId, 'held');
    expect(await readersOf(address, 'es')).toEqual(['mia']);
    await setCompliance('note', homeId, 'allowed');
  });

  test('a suspended member takes everything out of sight, other processes follow within the time of their caches', async () => {
    const bio = addressOf('bio of somebody suspended');
    const comment = addressOf('comment of somebody suspended');
    expect(await readersOf(bio)).toContain('stranger');
    expect(await readersOf(comment)).toContain('stranger');
    await person('zhou').call(routes.moderation.decide, {
      body: decision('member', person('priya').memberId, 'suspend'),
    });
    expect(await readersOf(bio)).toEqual([]);
    expect(await readersOf(comment)).toEqual([]);
  });
});

async function readersOf(address: TextAddress, to: 'ko' | 'es' = 'ko'): Promise<Reader[]> {
  const seen = await Promise.all(
    everybody.map(async (name) => {
      const { items } = await person(name).call(routes.translations.request, { body: { to, texts: [address] } });
      const payload = { to, texts: [address] };
      const { body } = await person(name).send({ method: 'POST', url: '/api/translations/stream', payload });
      expect(String(body).includes(`"of":"${address}"`)).toBe(items.length > 0);
      return items.length > 0 ? [name] : [];
    }),
  );
  return seen.flat();
}

function addressOf(place: string): TextAddress {
  const address = places.get(place);
  if (!address) throw new Error(`no ${place}`);
  return address;
}

function idIn(place: string) {
  return addressOf(place).split(':')[1] as never;
}

async function writeNotes(): Promise<void> {
  for (const state of ['allowed', 'limited', 'held', 'removed', 'deleted'] as const) {
    const name = state === 'allowed' ? 'note' : `${state} note`;
    const { id } = await publish(`A ${state} note about tea`);
    places.set(name, textAddressOf('note.title', id));
    if (state === 'deleted') await person('mia').call(routes.notes.delete, { params: { noteId: id } });
    else await setCompliance('note', id, state);
  }
  places.set('text of a held note', textAddressOf('note.text', idIn('held note')));
  places.set('nothing', textAddressOf('note.title', unknown));
}

function publish(title: string) {
  return person('mia').call(routes.notes.publish, { body: { title, text: 'Words under the title, held or not.' } });
}

async function writeComments(): Promise<void> {
  const { id: noteId } = await person('zhou').call(routes.notes.publish, { body: { title: '大家聊聊' } });
  const post = async (name: Reader, place: string, state: Compliance | 'deleted', under = noteId) => {
    const body = { text: `This comment is ${state}` };
    const { id } = await person(name).call(routes.comments.post, { params: { noteId: under }, body });
    places.set(place, textAddressOf('comment.text', under, id));
    if (state === 'deleted')
      await person(name).call(routes.comments.delete, { params: { noteId: under, commentId: id } });
    else await setCompliance('comment', id, state);
    return id;
  };
  const id = await post('mia', 'comment', 'allowed');
  for (const state of ['held', 'limited', 'removed', 'deleted'] as const) await post('mia', `${state} comment`, state);
  for (const state of ['held', 'removed'] as const) {
    const note = await publish(`Soon ${state}`);
    await post('wei', `comment under a ${state} note`, 'allowed', note.id);
    await setCompliance('note', note.id, 'held');
    // Its author reads on beneath it: only others' words are asked for here.
    await house.db
      .updateTable('note')
      .set({ author_id: person('hana').memberId })
      .where('id', '=', note.id)
      .execute();
  }
  places.set('comment under another note', textAddressOf('comment.text', idIn('note'), id));
  await post('priya', 'comment of somebody suspended', 'allowed');
}

async function writeAbout(): Promise<void> {
  for (const name of ['mia', 'priya'] as const) {
    await person(name).call(routes.accounts.updateMe, { body: { bio: 'I bake bread at night.' } });
    const place = name === 'mia' ? 'bio' : 'bio of somebody suspended';
    places.set(place, textAddressOf('member.bio', person(name).memberId));
  }
  for (const isOpen of [true, false]) {
    const { id } = await person('mia').call(routes.boards.create, { body: { name: 'Kitchen dreams', isOpen } });
    places.set(isOpen ? 'open board' : 'closed board', textAddressOf('board.name', id));
  }
}

async function writeGlosses(): Promise<void> {
  const propose = async (term: string) => {
    const body = { term, language: 'en' as const, sense: 'A word of ours.', renderings: { zh: { text: '咱们的话' } } };
    return (await person('mia').call(routes.glosses.propose, { body })).id;
  };
  const remark = (name: Reader, glossId: Awaited<ReturnType<typeof propose>>) =>
    person(name).call(routes.glosses.remark, { params: { glossId }, body: { text: 'Said at our table, too.' } });
  const open = await propose('teapotting');
  const declined = await propose('kettlefishing');
  const { id } = await remark('mia', open);
  const { id: onDeclined } = await remark('wei', declined);
  await person('zhou').call(routes.glosses.decide, { params: { glossId: declined }, body: { decision: 'decline' } });
  places.set('proposed term', textAddressOf('gloss.sense', open));
  places.set('remark', textAddressOf('gloss.remark', open, id));
  places.set('remark under another term', textAddressOf('gloss.remark', declined, id));
  places.set('declined term', textAddressOf('gloss.sense', declined));
  places.set("others' remark on a declined term", textAddressOf('gloss.remark', declined, onDeclined));
}

async function writeDecisions(): Promise<void> {
  const { id: noteId } = await publish('Too many of the same');
  const { id: reportId } = await person('jake').call(routes.moderation.report, {
    body: { subject: { kind: 'note', id: noteId }, reason: 'spam', detail: 'The same again.' },
  });
  const { id } = await person('zhou').call(routes.moderation.decide, { body: decision('note', noteId, 'remove') });
  await person('mia').call(routes.moderation.appeal, { params: { decisionId: id }, body: { text: 'Only twice.' } });
  const [appeal] = (await person('hana').call(routes.moderation.listAppeals)).items;
  if (!appeal) throw new Error('no appeal');
  const answer = { outcome: 'upheld' as const, answer: 'Twenty times.' };
  await person('hana').call(routes.moderation.decideAppeal, { params: { appealId: appeal.id }, body: answer });
  places.set('statement', textAddressOf('statement.explanation', id));
  places.set('appeal', textAddressOf('appeal.text', id));
  places.set('answer to an appeal', textAddressOf('appeal.answer', id));
  places.set('report', textAddressOf('report.detail', reportId));
  places.set('reported text', textAddressOf('report.subject', reportId));
}

function decision(kind: 'note' | 'member', id: string, action: 'remove' | 'suspend') {
  return { subject: { kind, id }, action, rule: 8, explanation: 'The same text twenty times.' };
}

async function setCompliance(table: 'note' | 'comment', id: string, compliance: Compliance): Promise<void> {
  await house.db.updateTable(table).set({ compliance }).where('id', '=', id).execute();
  house.teahouse.features.readers.notes.invalidate(id);
}

const to = 'ko' as const;
const rate = (reader: Person, of: TextAddress) =>
  reader.refused(routes.translations.rate, { body: { of, to, verdict: 'wrong' } });
const report = (reader: Person, of: TextAddress) => reader.refused(routes.translations.report, { body: { of, to } });
const suggest = (reader: Person, of: TextAddress) =>
  reader.refused(routes.translations.suggest, { body: { of, to, text: '차' } });

function withoutId({ requestId: _, ...refusal }: { requestId?: string | undefined }): object {
  return { ...refusal, instance: undefined };
}
