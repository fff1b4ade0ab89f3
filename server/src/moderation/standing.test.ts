import type { ComplianceState } from '@teahouse/contract';
import { expect, test } from 'vitest';
import { type Action, type Outcome, outcomeOf, released, standingAfter } from './standing.ts';
import type { SubjectKind } from './subjects.ts';

type Row = [SubjectKind, ComplianceState, Action, Outcome | ComplianceState, ComplianceState?];

test.each<Row>([
  ['note', 'allowed', 'limit', 'limited'],
  ['note', 'limited', 'limit', 'no-change'],
  ['note', 'allowed', 'remove', 'removed'],
  ['note', 'removed', 'remove', 'no-change', 'allowed'],
  ['note', 'removed', 'restore', 'allowed', 'allowed'],
  ['note', 'removed', 'restore', 'limited', 'limited'],
  ['note', 'removed', 'restore', 'allowed', 'held'],
  ['note', 'limited', 'restore', 'allowed'],
  ['note', 'held', 'restore', 'allowed'],
  ['note', 'allowed', 'restore', 'no-change'],
  ['note', 'allowed', 'dismiss', 'allowed'],
  ['note', 'allowed', 'suspend', 'unfit'],
  ['comment', 'allowed', 'remove', 'removed'],
  ['comment', 'allowed', 'limit', 'unfit'],
  ['comment', 'held', 'restore', 'allowed'],
  ['member', 'allowed', 'suspend', 'removed'],
  ['member', 'removed', 'suspend', 'no-change'],
  ['member', 'removed', 'unsuspend', 'allowed'],
  ['member', 'allowed', 'remove', 'unfit'],
])('a %s that is %s, after %s: %s', (kind, compliance, action, expected, beforeRemoval) => {
  const outcome = outcomeOf(action, { kind, compliance, beforeRemoval });
  const isRefused = expected === 'unfit' || expected === 'no-change';
  expect(outcome).toEqual(isRefused ? expected : { compliance: expected });
});

test('what is taken back never waits for a reader again', () => {
  expect([released('allowed'), released('limited'), released('held'), released(undefined)]).toEqual([
    'allowed',
    'limited',
    'allowed',
    'allowed',
  ]);
});

test('only what takes something away can be appealed', () => {
  const actions = ['hold', 'limit', 'remove', 'suspend', 'restore', 'unsuspend', 'dismiss'];
  expect(actions.map(standingAfter)).toEqual([
    'held',
    'limited',
    'removed',
    'removed',
    undefined,
    undefined,
    undefined,
  ]);
});
