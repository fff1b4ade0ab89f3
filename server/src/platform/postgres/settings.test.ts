import { expect, test } from 'vitest';
import { serverSettings } from './settings.ts';

const gb = 1024 ** 3;

test.each([
  { memory: 1, expected: '128MB' },
  { memory: 1.5, expected: '192MB' },
  { memory: 24, expected: '256MB' },
])('shared buffers on $memory GB are $expected', ({ memory, expected }) => {
  expect(serverSettings({ memoryBytes: memory * gb }).shared_buffers).toBe(expected);
});

test('an operator may choose, and durability is never given up', () => {
  expect(serverSettings({ memoryBytes: 2 * gb, sharedBuffersMb: 512 })).toMatchObject({
    shared_buffers: '512MB',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
  });
});
