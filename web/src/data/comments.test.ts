import type { CommentView, ThreadView } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { withComment, withoutComment, withSought } from './comments.ts';

const threads = [
  thread('pinned', { isPinned: true }),
  thread('old', { replies: [comment('r1', 'old')], replyCount: 3 }),
];

test('a new comment stands below the pinned one', () => {
  expect(withComment(threads, comment('new')).map(({ id }) => id)).toEqual(['pinned', 'new', 'old']);
});

test('a reply joins the end of its thread and is counted', () => {
  const after = withComment(threads, comment('r2', 'old'))[1];
  expect(after?.replies.map(({ id }) => id)).toEqual(['r1', 'r2']);
  expect(after?.replyCount).toBe(4);
});

test('a deleted reply is counted out, other threads stay the same objects', () => {
  const after = withoutComment(threads, 'r1');
  expect(after[1]?.replyCount).toBe(2);
  expect(after[0]).toBe(threads[0]);
});

test('a deleted comment takes its thread along', () => {
  expect(withoutComment(threads, 'old').map(({ id }) => id)).toEqual(['pinned']);
});

test('the thread that was sought comes first, with the reply that was sought, each once', () => {
  const sought = thread('old', { replies: [comment('r1', 'old'), comment('r9', 'old')], replyCount: 9 });
  const shown = withSought(threads, sought);
  expect(shown.map(({ id }) => id)).toEqual(['old', 'pinned']);
  expect(shown[0]?.replies.map(({ id }) => id)).toEqual(['r1', 'r9']);
  expect(withSought(threads, thread('far')).map(({ id }) => id)).toEqual(['far', 'pinned', 'old']);
  expect(withSought(threads, null)).toBe(threads);
});

function comment(id: string, parentId?: string): CommentView {
  return { id, ...(parentId ? { parentId } : {}) } as unknown as CommentView;
}

function thread(id: string, more: Partial<ThreadView> = {}): ThreadView {
  return { id, isPinned: false, replies: [], replyCount: 0, ...more } as unknown as ThreadView;
}
