import { expect, test } from 'vitest';
import { noteIdIn } from './note-id-in.ts';

const id = '0198f3c2-7a54-7d3e-9b1c-5d2f8e6a4b70';

test.each([id, ` ${id.toUpperCase()}\n`, `https://tea.example/notes/${id}?in=zh`, `/?note=${id}`])(
  'an address or an id names its note: %s',
  (text) => expect(noteIdIn(text)).toBe(id),
);

test('other words name none', () => {
  expect(noteIdIn('my best note')).toBeUndefined();
});
