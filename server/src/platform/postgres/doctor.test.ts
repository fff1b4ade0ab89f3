import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Check, diagnose, formatChecks, isReadyToStart } from './doctor.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('names what is well and what is missing on this machine', async () => {
  await using folder = await temporaryFolder();
  const ffmpeg = join(folder.path, 'ffmpeg');
  await writeFile(ffmpeg, '');
  await chmod(ffmpeg, 0o755);
  const taken = createServer().listen(0);
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  try {
    const checks = await diagnose({
      dataDir: join(folder.path, 'data'),
      ports: [port],
      path: folder.path,
      nodeVersion: '20.20.2',
    });
    const byName = new Map(checks.map((check) => [check.name, check]));
    expect(byName.get('Node.js')).toMatchObject({ ok: false, detail: 'v20.20.2' });
    expect(byName.get('Database programs')).toMatchObject({ ok: true, detail: expect.stringContaining('18.') });
    for (const name of ['Library links', 'Database user', 'Data folder', 'Socket path', 'Locale']) {
      expect(byName.get(name)).toMatchObject({ ok: true });
    }
    expect(byName.get(`Port ${port}`)).toMatchObject({ ok: false, detail: expect.stringContaining('EADDRINUSE') });
    expect(byName.get('ffmpeg')).toMatchObject({ ok: true, detail: ffmpeg });
    expect(byName.get('Chromium')).toMatchObject({ ok: false, needed: 'for tests' });
    expect(isReadyToStart(checks)).toBe(false);
  } finally {
    taken.close();
  }
});

test('prints a line per check and the cure below what fails', () => {
  const checks: Check[] = [
    { name: 'Node.js', ok: true, detail: 'v24.0.0', cure: 'Use npm.', needed: 'to start' },
    { name: 'Port 80', ok: false, detail: 'taken', cure: 'Choose another.', needed: 'to start' },
    { name: 'ffmpeg', ok: false, detail: 'not found', cure: 'Install it.', needed: 'for more' },
  ];
  expect(formatChecks(checks)).toBe(
    ['✓ Node.js  v24.0.0', '✗ Port 80  taken', '           → Choose another.'].join('\n') +
      ['', '– ffmpeg   not found', '           → Install it.'].join('\n'),
  );
  expect(isReadyToStart(checks)).toBe(false);
  expect(isReadyToStart(checks.filter(({ needed }) => needed !== 'to start'))).toBe(true);
});
