import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentUid } from './identity.ts';
import { chooseSocketFolder, prepareSocketFolder, socketPathBytes, socketPathLimitBytes } from './socket-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

const me = { uid: currentUid(), gid: process.getgid?.() ?? 0 };

test.each([
  { name: 'a short path keeps its socket', dataDir: '/srv/tea', temporary: '/tmp', expected: /^\/srv\/tea\/run$/ },
  {
    name: 'a long one gets a name',
    dataDir: `/${'d'.repeat(90)}`,
    temporary: '/tmp',
    expected: /^\/tmp\/teahouse-\w{16}$/,
  },
  { name: 'Chinese counts in bytes', dataDir: `/${'茶'.repeat(30)}`, temporary: '/tmp', expected: /^\/tmp\/teahouse-/ },
  {
    name: 'TMPDIR may be long too',
    dataDir: `/${'d'.repeat(90)}`,
    temporary: `/${'t'.repeat(90)}`,
    expected: /^\/tmp\//,
  },
])('$name', ({ dataDir, temporary, expected }) => {
  const folder = chooseSocketFolder(dataDir, temporary);
  expect(folder).toMatch(expected);
  expect(socketPathBytes(folder)).toBeLessThanOrEqual(socketPathLimitBytes);
});

test('only its owner may enter, also when it was there before', async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, 'run'), { mode: 0o777 });
  const prepared = prepareSocketFolder(folder.path, me);
  expect((await stat(prepared)).mode & 0o777).toBe(0o700);
});

test('something else in its place is an error', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'run'), '');
  expect(() => prepareSocketFolder(folder.path, me)).toThrow();
});
