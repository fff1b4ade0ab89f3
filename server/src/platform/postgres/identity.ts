import { type SpawnOptions, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

/**
 * Who PostgreSQL runs as. It refuses to run as root, and initdb needs a user that the system knows by name.
 * - `self`: the user who started Teahouse.
 * - `switch`: started by root, handed to an existing unprivileged user.
 * - `namespace`: a user namespace in which we bear another number. For data that only root can reach, and for user
 *   ids without a name (`docker run --user 12345`). Files stay owned by the user outside the namespace.
 * - `passage`: like `switch`, with the one capability that lets it through folders only root may enter. For containers
 *   that forbid user namespaces.
 */
export type Identity =
  | { readonly kind: 'self' }
  | { readonly kind: 'switch' | 'passage'; readonly user: string; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace'; readonly uid: number; readonly gid: number };

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** In order of preference: a user of our own, a user made for databases, the user without rights. */
const preferredUsers = ['teahouse', 'postgres', 'nobody'];

/** Programs are looked up here, not in the operator's PATH: the environment is read in one place only. */
export const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** All identities that could work, best first. */
export function candidateIdentities(who: {
  uid: number;
  isNamed: boolean;
  users: readonly SystemUser[];
  platform: string;
}): Identity[] {
  if (who.uid !== 0 && who.isNamed) return [{ kind: 'self' }];

  const known = preferredUsers.flatMap((name) => who.users.find((user) => user.name === name && user.uid !== 0) ?? []);
  const changes = (kind: 'switch' | 'passage'): Identity[] =>
    who.uid === 0 ? known.map(({ name, uid, gid }) => ({ kind, user: name, uid, gid })) : [];
  const alias = known[0] ?? who.users.find((user) => user.uid > 0);
  const namespaces: Identity[] =
    who.platform === 'linux' && alias ? [{ kind: 'namespace', uid: alias.uid, gid: alias.gid }] : [];
  const passages = who.platform === 'linux' ? changes('passage').slice(0, 1) : [];
  return [...changes('switch'), ...namespaces, ...passages];
}

export function currentCandidates(): Identity[] {
  return candidateIdentities({
    uid: currentUid(),
    isNamed: isNamed(),
    users: parsePasswd(readFileSync('/etc/passwd', 'utf8')),
    platform: process.platform,
  });
}

/** The user outside any namespace who must own the database files, and with them the socket folder. */
export function fileOwner(identity: Identity): { uid: number; gid: number } {
  if ('user' in identity) return { uid: identity.uid, gid: identity.gid };
  return { uid: currentUid(), gid: process.getgid?.() ?? 0 };
}

export function commandAs(
  identity: Identity,
  program: string,
  args: readonly string[],
): { program: string; args: string[]; options: SpawnOptions } {
  // Nothing of our environment is handed down: PG* variables would change what the server does.
  const options: SpawnOptions = { cwd: '/', env: { PATH: systemPath, LC_ALL: 'C', TZ: 'UTC' } };
  if (identity.kind === 'namespace') {
    const mapping = [`--map-user=${identity.uid}`, `--map-group=${identity.gid}`];
    return { program: 'unshare', args: ['--user', ...mapping, '--', program, ...args], options };
  }
  if (identity.kind === 'passage') {
    const user = [`--reuid=${identity.uid}`, `--regid=${identity.gid}`, '--clear-groups'];
    const passage = [
      '--bounding-set=-all,+dac_override',
      '--inh-caps=-all,+dac_override',
      '--ambient-caps=+dac_override',
    ];
    return { program: 'setpriv', args: [...user, ...passage, '--', program, ...args], options };
  }
  if (identity.kind === 'switch') Object.assign(options, { uid: identity.uid, gid: identity.gid });
  return { program, args: [...args], options };
}

/** Tries it instead of reading modes: access lists, containers and security modules all have a say. */
export function canEnter(identity: Identity, folder: string): boolean {
  return succeeds(identity, '/bin/sh', ['-c', 'cd -- "$0"', folder]);
}

export function canRun(identity: Identity, program: string): boolean {
  return succeeds(identity, program, ['--version']);
}

export function describeIdentity(identity: Identity): string {
  if (identity.kind === 'self') return 'the user who started Teahouse';
  if (identity.kind === 'switch') return `the user ${identity.user}`;
  if (identity.kind === 'passage') return `the user ${identity.user}, let through closed folders`;
  return 'an unprivileged user namespace';
}

export function parsePasswd(text: string): SystemUser[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    const user = { name: name ?? '', uid: Number(uid), gid: Number(gid) };
    return user.name && Number.isInteger(user.uid) && Number.isInteger(user.gid) ? [user] : [];
  });
}

function succeeds(identity: Identity, command: string, commandArgs: readonly string[]): boolean {
  const { program, args, options } = commandAs(identity, command, commandArgs);
  return spawnSync(program, args, { ...options, stdio: 'ignore' }).status === 0;
}

export function currentUid(): number {
  return process.getuid?.() ?? -1;
}

function isNamed(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
