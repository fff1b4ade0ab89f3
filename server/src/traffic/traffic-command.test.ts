import { expect, test } from 'vitest';
import { openTeahouse } from '../../test/harness.ts';
import { runTrafficCommand } from './traffic-command.ts';

test('the command says what is kept, and forgets it', async () => {
  await using house = await openTeahouse(
    { traffic: { ranking: 'engine', threads: 0, pageMilliseconds: 5_000 } },
    { traffic: { size: { notes: 100, members: 100, rates: 2 ** 12 } } },
  );
  const { deps, features } = house.teahouse;
  await features.traffic.start();
  await features.traffic.replica.whenReady();
  const parts = { db: deps.db, blobs: deps.blobs, now: new Date(deps.clock.now()) };
  expect(await runTrafficCommand(parts, 'status')).toMatch(
    /^log: position 0\nsnapshot: position 0, \d+ bytes, 2025-01-14/,
  );
  expect(await deps.blobs.has('traffic/0')).toBe(true);
  expect(await runTrafficCommand(parts, 'rebuild')).toMatch(/^1 snapshots forgotten/);
  expect(await deps.blobs.has('traffic/0')).toBe(false);
  expect(await runTrafficCommand(parts, 'status')).not.toContain('snapshot');
});
