import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { checkExternalDatabase, type DatabaseFacts, findFaults } from './external.ts';
import { launchPostgres } from './launch.ts';
import { temporaryFolder } from './temporary-folder.ts';

// Each real server costs an initdb.
vi.setConfig({ testTimeout: 60_000 });

const good: DatabaseFacts = {
  version: 150_018,
  encoding: 'UTF8',
  characterType: 'en_US.UTF-8',
  knowsChineseLetters: true,
  mayCreate: true,
  isReplica: false,
  synchronousCommit: 'on',
};

test.each([
  { facts: {}, faults: [] },
  { facts: { version: 140_009 }, faults: ['It is PostgreSQL 14.'] },
  { facts: { encoding: 'LATIN1' }, faults: [/LATIN1/] },
  { facts: { characterType: 'C', knowsChineseLetters: false }, faults: [/LC_CTYPE is C, .*Chinese/] },
  { facts: { isReplica: true, mayCreate: false }, faults: [/replica/, /may not create/] },
  { facts: { synchronousCommit: 'off' }, faults: [/synchronous_commit/] },
])('a database with $facts', ({ facts, faults }) => {
  const found = findFaults({ ...good, ...facts }).map(({ fault }) => fault);
  expect(found).toEqual(faults.map((fault) => expect.stringMatching(fault)));
});

test('a real server is measured, a wrong one refused in plain words', async () => {
  await using folder = await temporaryFolder();
  await using postgres = await launchPostgres({ dataDir: join(folder.path, 'data'), log: pino({ level: 'silent' }) });
  expect(await checkExternalDatabase(postgres.connectionString)).toMatchObject({ encoding: 'UTF8', isReplica: false });

  const client = new pg.Client(postgres.connection);
  await client.connect();
  await client.query(`create database plain encoding 'UTF8' locale_provider libc locale 'C' template template0`);
  await client.end();
  const plain = postgres.connectionString.replace('@/teahouse?', '@/plain?');
  await expect(checkExternalDatabase(plain)).rejects.toMatchObject({
    name: 'DatabaseUnsuitable',
    message: expect.stringContaining("locale 'C.UTF-8'"),
  });
});

test('an address that does not answer is explained without repeating the password', async () => {
  const refusal = await checkExternalDatabase('postgresql://tea:s3cret@127.0.0.1:1/tea').catch(
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ name: 'DatabaseUnsuitable', message: expect.stringContaining('No answer') });
  expect(String(refusal)).not.toContain('s3cret');
});
