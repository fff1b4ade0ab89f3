import { type CommentId, type MediaId, type NoteId, routes } from '@teahouse/contract';
import { describe, expect, test } from 'vitest';
import { openTeahouse, type Person, type TestHouse } from '../../test/harness.ts';

const { post, list, getThread, listReplies, pin, unpin, like, unlike } = routes.comments;
const remove = routes.comments.delete;

const on = (noteId: NoteId) => ({ params: { noteId } });
const at = (noteId: NoteId, commentId: CommentId) => ({ params: { noteId, commentId } });

async function publish(person: Person, title = '红烧肉'): Promise<NoteId> {
  return (await person.call(routes.notes.publish, { body: { title } })).id;
}

async function say(person: Person, noteId: NoteId, text: string, parentId?: CommentId) {
  return person.call(post, { ...on(noteId), body: { text, ...(parentId ? { parentId } : {}) } });
}

/** The counter beside what it should be: allowed comments under allowed roots. */
async function countsOf(house: TestHouse, noteId: NoteId) {
  const { comments } = await house.db
    .selectFrom('note_stat')
    .select('comments')
    .where('note_id', '=', noteId)
    .executeTakeFirstOrThrow();
  const rows = await house.db.selectFrom('comment').selectAll().where('note_id', '=', noteId).execute();
  const open = rows.filter((row) => row.deleted_at === null && row.compliance === 'allowed');
  const isOpen = (id: string | null) => id === null || open.some((row) => row.id === id);
  return { counter: comments, rows: open.filter((row) => isOpen(row.parent_id)).length };
}

async function readyPicture(
  house: TestHouse,
  owner: Person,
  state: 'ready' | 'processing' = 'ready',
): Promise<MediaId> {
  const { ids, clock } = house.teahouse.deps;
  const id = ids.next();
  await house.db
    .insertInto('media')
    .values({
      id,
      owner_id: owner.memberId,
      state,
      width: 720,
      height: 480,
      thumbhash: 'AAAA',
      widths: [360, 720],
      created_at: new Date(clock.now()),
    })
    .execute();
  return id as MediaId;
}

async function openScene() {
  const house = await openTeahouse();
  const [linwan, mia, jake] = [await house.as('linwan'), await house.as('mia'), await house.as('jake')];
  const noteId = await publish(linwan);
  return { house, linwan, mia, jake, noteId, [Symbol.asyncDispose]: () => house[Symbol.asyncDispose]() };
}

describe('a conversation', () => {
  test('comments stand newest first, replies oldest first, two levels deep', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, jake, noteId } = scene;
    const root = await say(mia, noteId, 'How long do you braise it?');
    expect(root).toMatchObject({ text: 'How long do you braise it?', language: 'en', isByNoteAuthor: false });
    const reply = await say(linwan, noteId, '小火一个半小时就够了', root.id);
    expect(reply).toMatchObject({ parentId: root.id, isByNoteAuthor: true, language: 'zh' });
    expect(reply.replyTo).toBeUndefined();
    const deeper = await say(jake, noteId, 'Thank you so much!', reply.id);
    expect(deeper).toMatchObject({ parentId: root.id, replyTo: { handle: 'linwan', name: '林晚' } });
    const newest = await say(jake, noteId, 'Looks delicious');

    const page = await house.stranger().call(list, on(noteId));
    expect(page.items.map(({ id }) => id)).toEqual([newest.id, root.id]);
    expect(page.items[1]).toMatchObject({ replyCount: 2, replies: [{ id: reply.id }, { id: deeper.id }] });
    expect(page.items[0]?.viewer).toBeUndefined();
    expect(await countsOf(house, noteId)).toEqual({ counter: 4, rows: 4 });
  });

  test('roots and replies are read page by page', async () => {
    await using scene = await openScene();
    const { mia, jake, noteId } = scene;
    const roots: CommentId[] = [];
    for (let index = 0; index < 5; index += 1) roots.unshift((await say(mia, noteId, `Comment number ${index}`)).id);
    const replies: CommentId[] = [];
    for (let index = 0; index < 5; index += 1)
      replies.push((await say(jake, noteId, `Reply number ${index}`, roots[0])).id);

    const first = await mia.call(list, { ...on(noteId), query: { limit: 2 } });
    const second = await mia.call(list, { ...on(noteId), query: { limit: 4, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(roots);
    expect(second.nextCursor).toBeUndefined();

    const thread = first.items[0];
    expect(thread?.replies.map(({ id }) => id)).toEqual(replies.slice(0, 3));
    const rest = await mia.call(listReplies, {
      ...at(noteId, roots[0] as CommentId),
      query: { cursor: thread?.repliesCursor ?? '' },
    });
    expect(rest.items.map(({ id }) => id)).toEqual(replies.slice(3));
  });

  test('a link to a comment leads to its thread, however late the comment stands in it', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, jake, noteId } = scene;
    const root = await say(mia, noteId, 'How long do you braise it?');
    const replies: CommentId[] = [];
    for (let index = 0; index < 9; index += 1)
      replies.push((await say(jake, noteId, `Reply number ${index}`, root.id)).id);
    const idsIn = async (person: Person, id: CommentId) => {
      const thread = await person.call(getThread, at(noteId, id));
      return [thread.id, ...thread.replies.map((reply) => reply.id)];
    };
    const early = [root.id, ...replies.slice(0, 3)];
    expect(await idsIn(house.stranger(), replies[8] as CommentId)).toEqual([...early, replies[8]]);
    expect(await idsIn(mia, replies[1] as CommentId)).toEqual(early);
    expect(await idsIn(mia, root.id)).toEqual(early);
    const thread = await mia.call(getThread, at(noteId, replies[8] as CommentId));
    const more = await mia.call(listReplies, {
      ...at(noteId, root.id),
      query: { cursor: thread.repliesCursor ?? '' },
    });
    expect(more.items.map(({ id }) => id)).toEqual(replies.slice(3));

    await linwan.call(remove, at(noteId, replies[8] as CommentId));
    expect((await mia.refused(getThread, at(noteId, replies[8] as CommentId))).code).toBe('not-found');
    await mia.call(routes.follows.block, { params: { handle: 'jake' } });
    expect((await mia.refused(getThread, at(noteId, replies[7] as CommentId))).code).toBe('not-found');
    expect(await idsIn(mia, root.id)).toEqual([root.id]);
    expect((await mia.refused(getThread, at(await publish(linwan), root.id))).code).toBe('not-found');
  });

  test('the thread of a note carries the first page', async () => {
    await using scene = await openScene();
    const { mia, noteId } = scene;
    await say(mia, noteId, 'How long do you braise it?');
    const { comments } = await mia.call(routes.notes.getThread, on(noteId));
    expect(comments.items).toMatchObject([
      { text: 'How long do you braise it?', viewer: { likes: false, canDelete: true } },
    ]);
  });

  test('a warm first page costs no query for a visitor and at most one for a member', async () => {
    await using scene = await openScene();
    const { house, mia, noteId } = scene;
    const { id } = await say(mia, noteId, 'How long do you braise it?');
    await mia.call(like, at(noteId, id));
    const { firstPage } = house.teahouse.features.comments;
    await firstPage(noteId, mia.memberId);
    expect(await house.countQueries(() => firstPage(noteId, undefined))).toBe(0);
    expect(await house.countQueries(() => firstPage(noteId, mia.memberId))).toBe(1);
  });

  test('mentions are linked and told once, and not to those who are told anyway', async () => {
    await using scene = await openScene();
    const { house, mia, jake, noteId } = scene;
    const view = await say(mia, noteId, '@jake你看 @linwan @nobody-here @Jake');
    expect(view.mentions.map(({ handle }) => handle).sort()).toEqual(['jake', 'linwan']);
    const rows = await house.db.selectFrom('outbox').selectAll().where('name', '=', 'member.mentioned').execute();
    expect(rows.map(({ payload }) => payload)).toEqual([
      { noteId, memberId: jake.memberId, by: mia.memberId, commentId: view.id },
    ]);
  });

  test('C14 the same idempotency key ×50 makes one comment', async () => {
    await using scene = await openScene();
    const { house, mia, noteId } = scene;
    const options = { ...on(noteId), body: { text: 'Once' }, headers: { 'idempotency-key': 'k-1' } };
    const answers = await Promise.all(Array.from({ length: 50 }, () => mia.call(post, options)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await countsOf(house, noteId)).toEqual({ counter: 1, rows: 1 });
  });

  test('a request taken up again with its reserved id finds the comment and counts nothing twice', async () => {
    await using scene = await openScene();
    const { house, mia, noteId } = scene;
    const options = { ...on(noteId), body: { text: 'Once' }, headers: { 'idempotency-key': 'k-2' } };
    const first = await mia.call(post, options);
    await house.db
      .updateTable('idempotency')
      .set({ status: null, response: null, created_at: new Date(0) })
      .execute();
    expect((await mia.call(post, options)).id).toBe(first.id);
    expect(await countsOf(house, noteId)).toEqual({ counter: 1, rows: 1 });
  });
});

describe('pictures', () => {
  test('are shown with their description and kept from deletion', async () => {
    await using scene = await openScene();
    const { house, mia, noteId } = scene;
    const mediaId = await readyPicture(house, mia);
    const view = await mia.call(post, { ...on(noteId), body: { pictures: [{ mediaId, alt: 'My own attempt' }] } });
    expect(view.pictures).toMatchObject([{ id: mediaId, alt: 'My own attempt', width: 720 }]);
    expect((await mia.refused(routes.media.deleteMedia, { params: { mediaId } })).code).toBe('conflict');

    await mia.call(remove, at(noteId, view.id));
    const { used_at } = await house.db
      .selectFrom('media')
      .select('used_at')
      .where('id', '=', mediaId)
      .executeTakeFirstOrThrow();
    expect(used_at).toBeNull();
  });

  test('C8 of someone else → 404, unfinished → 400, twice → 400', async () => {
    await using scene = await openScene();
    const { house, mia, jake, noteId } = scene;
    const his = await readyPicture(house, jake);
    const unfinished = await readyPicture(house, mia, 'processing');
    const mine = await readyPicture(house, mia);
    const refused = (...ids: MediaId[]) =>
      mia.refused(post, { ...on(noteId), body: { pictures: ids.map((mediaId) => ({ mediaId, alt: 'A bowl' })) } });
    expect((await refused(his)).status).toBe(404);
    expect((await refused(unfinished)).status).toBe(400);
    expect((await refused(mine, mine)).status).toBe(400);
    expect(await countsOf(house, noteId)).toEqual({ counter: 0, rows: 0 });
  });
});

describe('deleting', () => {
  test('a comment takes its replies with it, and the counters follow', async () => {
    await using scene = await openScene();
    const { house, mia, jake, noteId } = scene;
    const root = await say(mia, noteId, 'How long do you braise it?');
    const reply = await say(jake, noteId, 'I would like to know, too', root.id);
    await say(jake, noteId, 'Looks delicious');
    await jake.call(remove, at(noteId, reply.id));
    expect(await countsOf(house, noteId)).toEqual({ counter: 2, rows: 2 });
    expect((await mia.call(list, on(noteId))).items.at(-1)).toMatchObject({ replyCount: 0, replies: [] });

    await say(jake, noteId, 'Anyone?', root.id);
    await mia.call(remove, at(noteId, root.id));
    expect(await countsOf(house, noteId)).toEqual({ counter: 1, rows: 1 });
    expect((await mia.refused(listReplies, at(noteId, root.id))).status).toBe(404);
    expect((await mia.refused(remove, at(noteId, root.id))).status).toBe(404);
  });

  test("D7 the note's author removes a comment, and that is logged; nobody else can", async () => {
    await using scene = await openScene();
    const { house, linwan, mia, jake, noteId } = scene;
    const comment = await say(mia, noteId, 'First!');
    expect((await jake.refused(remove, at(noteId, comment.id))).status).toBe(404);
    await linwan.call(remove, at(noteId, comment.id));
    expect((await mia.call(list, on(noteId))).items).toEqual([]);
    const audit = await house.db.selectFrom('audit').selectAll().where('verb', '=', 'comment.delete').execute();
    expect(audit).toMatchObject([
      { actor_id: linwan.memberId, subject_id: comment.id, detail: { noteId, authorId: mia.memberId } },
    ]);
  });

  test('twenty replies racing with the deletion of their root leave the counters right', async () => {
    await using scene = await openScene();
    const { house, mia, jake, noteId } = scene;
    const root = await say(mia, noteId, 'How long do you braise it?');
    const replies = Array.from({ length: 20 }, (_, index) =>
      jake.send({
        method: 'POST',
        url: `/api/notes/${noteId}/comments`,
        payload: { text: `Reply ${index}`, parentId: root.id },
      }),
    );
    const answers = await Promise.all([
      ...replies,
      mia.send({ method: 'DELETE', url: `/api/notes/${noteId}/comments/${root.id}` }),
    ]);
    for (const { status } of answers) expect([201, 204, 404]).toContain(status);
    expect(await countsOf(house, noteId)).toEqual({ counter: 0, rows: 0 });
  });
});

describe('pinning', () => {
  test("one comment stands on top: the author's choice, and only hers", async () => {
    await using scene = await openScene();
    const { linwan, mia, noteId } = scene;
    const first = await say(mia, noteId, 'The very first comment');
    const second = await say(mia, noteId, 'The second comment');
    const third = await say(mia, noteId, 'The third comment');
    await linwan.call(pin, at(noteId, first.id));
    await linwan.call(pin, at(noteId, second.id));
    const order = async () => (await mia.call(list, on(noteId))).items.map(({ id, isPinned }) => [id, isPinned]);
    expect(await order()).toEqual([
      [second.id, true],
      [third.id, false],
      [first.id, false],
    ]);
    expect((await mia.refused(pin, at(noteId, first.id))).status).toBe(404);
    await linwan.call(unpin, at(noteId, second.id));
    expect((await order())[0]).toEqual([third.id, false]);
  });

  test('a reply cannot be pinned, and of ten pins at once one stays', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, noteId } = scene;
    const root = await say(mia, noteId, 'How long do you braise it?');
    const reply = await say(mia, noteId, 'And how hot?', root.id);
    expect((await linwan.refused(pin, at(noteId, reply.id))).status).toBe(400);
    const roots = await Promise.all(Array.from({ length: 10 }, (_, index) => say(mia, noteId, `Number ${index}`)));
    await Promise.all(roots.map(({ id }) => linwan.call(pin, at(noteId, id))));
    expect(await house.db.selectFrom('comment').select('id').where('is_pinned', '=', true).execute()).toHaveLength(1);
  });
});

describe('likes of comments', () => {
  test('E1 ×100 at once count once, and are taken back once', async () => {
    await using scene = await openScene();
    const { mia, jake, noteId } = scene;
    const { id } = await say(mia, noteId, 'How long do you braise it?');
    await Promise.all(Array.from({ length: 100 }, () => jake.call(like, at(noteId, id))));
    expect((await jake.call(list, on(noteId))).items[0]).toMatchObject({ likeCount: 1, viewer: { likes: true } });
    expect((await mia.call(list, on(noteId))).items[0]).toMatchObject({ likeCount: 1, viewer: { likes: false } });
    expect(await jake.call(unlike, at(noteId, id))).toEqual({ likes: false, likeCount: 0 });
    expect(await jake.call(unlike, at(noteId, id))).toEqual({ likes: false, likeCount: 0 });
  });

  test('whoever the commenter blocks is refused', async () => {
    await using scene = await openScene();
    const { mia, jake, noteId } = scene;
    const { id } = await say(mia, noteId, 'How long do you braise it?');
    await mia.call(routes.follows.block, { params: { handle: jake.handle } });
    expect((await jake.refused(like, at(noteId, id))).code).toBe('blocked-by-member');
  });
});

describe('who reads what', () => {
  test('the muted and the blocked are left out; everyone else reads on', async () => {
    await using scene = await openScene();
    const { linwan, mia, jake, noteId } = scene;
    await say(jake, noteId, 'Looks delicious');
    await say(linwan, noteId, '谢谢大家的喜欢');
    await mia.call(routes.follows.mute, { params: { handle: jake.handle } });
    expect((await mia.call(list, on(noteId))).items.map(({ author }) => author.handle)).toEqual(['linwan']);
    await jake.call(routes.follows.block, { params: { handle: mia.handle } });
    expect((await jake.call(list, on(noteId))).items).toHaveLength(2);
  });

  test('pages emptied by blocks are filled from further on', async () => {
    await using scene = await openScene();
    const { mia, jake, noteId } = scene;
    const own = await say(mia, noteId, 'How long do you braise it?');
    for (let index = 0; index < 5; index += 1) await say(jake, noteId, `Comment number ${index}`);
    await mia.call(routes.follows.block, { params: { handle: jake.handle } });
    const page = await mia.call(list, { ...on(noteId), query: { limit: 2 } });
    expect(page.items.map(({ id }) => id)).toEqual([own.id]);
  });

  test('words of a suspended member are not shown', async () => {
    await using scene = await openScene();
    const { house, mia, jake, noteId } = scene;
    await say(jake, noteId, 'Looks delicious');
    await house.db.updateTable('member').set({ state: 'suspended' }).where('id', '=', jake.memberId).execute();
    house.teahouse.features.readers.members.invalidate(jake.memberId);
    expect((await mia.call(list, on(noteId))).items).toEqual([]);
  });

  test('what the word bank holds only its author reads, until a moderator releases it', async () => {
    await using scene = await openScene();
    const { house, linwan, mia, noteId } = scene;
    const held = await say(mia, noteId, 'kill yourself');
    expect(held.compliance).toBe('held');
    expect((await mia.call(list, on(noteId))).items.map(({ id }) => id)).toEqual([held.id]);
    expect((await linwan.call(list, on(noteId))).items).toEqual([]);
    expect(await countsOf(house, noteId)).toEqual({ counter: 0, rows: 0 });
    expect((await linwan.refused(like, at(noteId, held.id))).status).toBe(404);

    const zhou = await house.as('zhou');
    const subject = { kind: 'comment' as const, id: held.id };
    const decision = { subject, action: 'restore' as const, rule: 1, explanation: 'A quotation' };
    await zhou.call(routes.moderation.decide, { body: decision });
    expect((await linwan.call(list, on(noteId))).items.map(({ id }) => id)).toEqual([held.id]);
    expect(await countsOf(house, noteId)).toEqual({ counter: 1, rows: 1 });
    await house.drain();
    expect((await linwan.call(routes.notifications.list)).items).toMatchObject([{ kind: 'comment' }]);

    await say(linwan, noteId, '别这样说话呀', held.id);
    await zhou.call(routes.moderation.decide, {
      body: { ...decision, action: 'remove', explanation: 'On second thoughts' },
    });
    expect((await linwan.call(list, on(noteId))).items).toEqual([]);
    expect(await countsOf(house, noteId)).toEqual({ counter: 0, rows: 0 });
  });
});
