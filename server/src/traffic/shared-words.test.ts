import { intensities, memberGroups, reasonCodes, surfaces, trafficKinds, trafficPolicy } from '@teahouse/contract';
import {
  defaultPolicy,
  intensities as engineIntensities,
  memberGroups as engineMemberGroups,
  reasonCodes as engineReasonCodes,
  surfaces as engineSurfaces,
  trafficKinds as engineTrafficKinds,
} from '@teahouse/engine';
import { expect, test } from 'vitest';

// The engine imports nothing, so that the words both speak stand twice; tokens and ledger rows depend on their order.
test.each([
  ['reasons', reasonCodes, engineReasonCodes],
  ['kinds of traffic', trafficKinds, engineTrafficKinds],
  ['surfaces', surfaces, engineSurfaces],
  ['groups of members', memberGroups, engineMemberGroups],
  ['intensities', intensities, engineIntensities],
])('contract and engine speak the same %s', (_name, asked, known) => {
  expect(known).toEqual(asked);
});

test('the policy that everybody reads is the policy of the engine', () => {
  expect(trafficPolicy.parse(defaultPolicy)).toEqual(defaultPolicy);
});
