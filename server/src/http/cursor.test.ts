import { expect, it } from 'vitest';
import { z } from 'zod';
import { createCursors } from './cursor.ts';

const cursors = createCursors('s'.repeat(40));
const position = z.tuple([z.string(), z.number()]);

it('leads back to its position', () => {
  expect(cursors.decode('feed:linwan', cursors.encode('feed:linwan', ['x', 3]), position)).toEqual(['x', 3]);
});

it.each([
  ['another reader', () => cursors.encode('feed:mia', ['x', 3])],
  ['another list', () => cursors.encode('search:linwan', ['x', 3])],
  ['another shape', () => cursors.encode('feed:linwan', { offset: 3 })],
  ['another house', () => createCursors('t'.repeat(40)).encode('feed:linwan', ['x', 3])],
  ['SQL in base64', () => Buffer.from("' or 1=1 --").toString('base64url')],
  ['anything', () => 'abc'],
])('D5 refuses the marker of %s', (_, forge) => {
  expect(() => cursors.decode('feed:linwan', forge(), position)).toThrow(
    expect.objectContaining({ code: 'invalid-cursor' }),
  );
});
