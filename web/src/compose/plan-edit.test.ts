import { expect, test } from 'vitest';
import { type Composition, emptyComposition } from './composition.ts';
import { planEdit } from './plan-edit.ts';
import { writeVersion } from './versions.ts';

const before: Composition = {
  ...emptyComposition,
  title: '茶',
  versions: [
    { language: 'en', title: 'Tea', text: 'Green', isOutdated: true },
    { language: 'ja', title: 'お茶', text: '', isOutdated: false },
  ],
};

test('nothing changed, nothing sent', () => {
  expect(planEdit(before, { ...before })).toEqual({ content: undefined, put: [], remove: [] });
});

test('a new wording leaves the versions as they were, so that they show their age', () => {
  const plan = planEdit(before, { ...before, text: '绿的' });
  expect(plan.content).toMatchObject({ title: '茶', text: '绿的' });
  expect(plan.content).not.toHaveProperty('versions');
  expect(plan.put).toEqual([]);
});

test('rewritten, new and confirmed versions are sent, emptied and removed ones taken back', () => {
  const rewritten = writeVersion(before.versions, 'en', { text: 'Very green' });
  expect(planEdit(before, { ...before, versions: rewritten }).put).toEqual([
    { language: 'en', title: 'Tea', text: 'Very green' },
  ]);
  const confirmed = writeVersion(before.versions, 'en', { isOutdated: false });
  expect(planEdit(before, { ...before, versions: confirmed }).put.map(({ language }) => language)).toEqual(['en']);
  const other = writeVersion([], 'ko', { title: '차' });
  expect(planEdit(before, { ...before, versions: other })).toEqual({
    content: undefined,
    put: [{ language: 'ko', title: '차', text: '' }],
    remove: ['en', 'ja'],
  });
  const emptied = writeVersion(before.versions, 'ja', { title: ' ' });
  expect(planEdit(before, { ...before, versions: emptied }).remove).toEqual(['ja']);
});
