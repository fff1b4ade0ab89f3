import { textAddressOf } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { subjectOf } from './subject-of.ts';

const [note, comment] = ['0190a000-0000-7000-8000-000000000001', '0190a000-0000-7000-8000-000000000002'];

test('a suggestion leads to the note its text stands in', () => {
  expect(subjectOf(textAddressOf('note.title', note))).toEqual({ field: 'title', noteId: note });
  expect(subjectOf(textAddressOf('comment.text', note, comment))).toEqual({ field: 'comment', noteId: note });
});

test('other texts stand by themselves, and a newer house may name some not known here', () => {
  expect(subjectOf(textAddressOf('member.bio', note))).toEqual({ field: 'bio' });
  expect(subjectOf('room.topic:1')).toEqual({ field: 'other' });
});
