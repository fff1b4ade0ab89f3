import { describe, expect, test } from 'vitest';
import { candidateIdentities, canEnter, canRun, commandAs, currentCandidates, parsePasswd } from './identity.ts';
import { temporaryFolder } from './temporary-folder.ts';

const users = parsePasswd(
  [
    'root:x:0:0:root:/root:/bin/bash',
    'nobody:x:65534:65534::/nonexistent:/bin/false',
    'postgres:x:101:104:,,,:/var/lib/postgresql:/bin/bash',
    '# a comment',
    '',
  ].join('\n'),
);

describe('who may run the database', () => {
  const cases = [
    { who: 'an ordinary user', uid: 1000, isNamed: true, platform: 'linux', expected: ['self'] },
    {
      who: 'root',
      uid: 0,
      isNamed: true,
      platform: 'linux',
      expected: ['postgres', 'nobody', 'namespace 101', 'passage postgres'],
    },
    { who: 'root on macOS', uid: 0, isNamed: true, platform: 'darwin', expected: ['postgres', 'nobody'] },
    { who: 'a user without a name', uid: 12345, isNamed: false, platform: 'linux', expected: ['namespace 101'] },
  ];
  test.each(cases)('$who', ({ uid, isNamed, platform, expected }) => {
    const found = candidateIdentities({ uid, isNamed, platform, users }).map((identity) => {
      if (identity.kind === 'switch') return identity.user;
      if (identity.kind === 'passage') return `passage ${identity.user}`;
      return identity.kind === 'namespace' ? `namespace ${identity.uid}` : 'self';
    });
    expect(found).toEqual(expected);
  });

  test('a system that knows no unprivileged user offers root nobody', () => {
    expect(candidateIdentities({ uid: 0, isNamed: true, platform: 'linux', users: [] })).toEqual([]);
  });
});

test('nothing of the environment is handed to the server', () => {
  expect(Object.keys(commandAs({ kind: 'self' }, 'postgres', []).options.env ?? {})).toEqual(['PATH', 'LC_ALL', 'TZ']);
});

test('one of the candidates can enter an open folder and run a program', async () => {
  await using folder = await temporaryFolder();
  const able = currentCandidates().filter(
    (identity) => canEnter(identity, folder.path) && canRun(identity, process.execPath),
  );
  expect(able.length).toBeGreaterThan(0);
  expect(able.some((identity) => canEnter(identity, '/nowhere'))).toBe(false);
});
