import { expect, test } from 'vitest';
import { actionsFor } from './decision-choices.ts';

test('a held note can be released, limited or removed', () => {
  expect(actionsFor({ kind: 'note', compliance: 'held' }, true)).toEqual(['restore', 'limit', 'remove']);
});

test('what stands already is not offered, and a closed report cannot be dismissed', () => {
  expect(actionsFor({ kind: 'note', compliance: 'removed' }, false)).toEqual(['restore', 'limit']);
  expect(actionsFor({ kind: 'comment', compliance: 'allowed' }, true)).toEqual(['remove', 'dismiss']);
  expect(actionsFor({ kind: 'member', compliance: 'allowed' }, true)).toEqual(['suspend', 'dismiss']);
});
