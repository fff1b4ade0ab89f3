import { expect, test } from 'vitest';
import { newsOf } from './news.ts';

const day = '2025-01-14';
const told = (news: readonly { memberId: string; kind: string }[]) =>
  news.map(({ memberId, kind }) => `${memberId} ${kind}`);
const comment = { noteId: 'note', authorId: 'linwan', memberId: 'mia', commentId: 'c2' };

test("a comment is news for the note's author", () => {
  expect(told(newsOf['note.commented'](comment, day))).toEqual(['linwan comment']);
});

test("a reply is news for whom it answers, and for the note's author", () => {
  const reply = { ...comment, parentId: 'c1', parentAuthorId: 'jake' };
  expect(told(newsOf['note.commented'](reply, day))).toEqual(['jake reply', 'linwan comment']);
});

test("a reply to the note's author is told once", () => {
  const reply = { ...comment, parentId: 'c1', parentAuthorId: 'linwan' };
  expect(told(newsOf['note.commented'](reply, day))).toEqual(['linwan reply']);
});

test('nobody is told of their own deeds', () => {
  const own = { noteId: 'note', authorId: 'mia', memberId: 'mia' };
  expect(newsOf['note.liked'](own, day)).toEqual([]);
  expect(newsOf['note.commented']({ ...own, commentId: 'c1', parentId: 'c0', parentAuthorId: 'mia' }, day)).toEqual([]);
  expect(newsOf['member.mentioned']({ noteId: 'note', memberId: 'mia', by: 'mia' }, day)).toEqual([]);
});

test('likes of one note share a line for a day, likes and collects do not', () => {
  const like = { noteId: 'note', authorId: 'linwan', memberId: 'mia' };
  const keys = [
    newsOf['note.liked'](like, day),
    newsOf['note.liked']({ ...like, memberId: 'jake' }, day),
    newsOf['note.liked'](like, '2025-01-15'),
    newsOf['note.collected'](like, day),
  ].map(([news]) => news?.groupKey);
  expect(keys[0]).toBe(keys[1]);
  expect(new Set(keys).size).toBe(3);
});

test('a suggestion is news for the author, its acceptance for who made it; both lead to the note the text stands under', () => {
  const noteId = '01900000-0000-7000-8000-000000000000';
  const about = { suggestionId: 's1', of: `comment.text:${noteId}:${noteId}`, by: 'mia' };
  const [suggested] = newsOf['translation.suggested']({ ...about, authorId: 'linwan' }, day);
  expect(suggested).toMatchObject({ memberId: 'linwan', kind: 'system', noteId, actorId: 'mia' });
  expect(suggested?.message).toEqual({ key: 'translation.suggested', values: { suggestionId: 's1' } });
  const [accepted] = newsOf['translation.accepted']({ ...about, of: `member.bio:${noteId}`, memberId: 'jake' }, day);
  expect(accepted).toMatchObject({ memberId: 'jake', message: { key: 'translation.accepted' }, noteId: undefined });
  expect(newsOf['translation.suggested']({ ...about, authorId: 'mia' }, day)).toEqual([]);
});

test('an explained word is news from the house for everybody who had asked, and leads to the term', () => {
  const news = newsOf['gloss.answered']({ glossId: 'g1', term: '老铁', memberIds: ['mia', 'jake'] }, day);
  expect(told(news)).toEqual(['mia system', 'jake system']);
  expect(news[0]).toMatchObject({
    actorId: undefined,
    message: { key: 'gloss.answered', values: { glossId: 'g1', term: '老铁' } },
  });
});
