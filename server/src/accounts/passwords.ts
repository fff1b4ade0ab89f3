import { Problem } from '@teahouse/contract';
import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** Hashes and checks passwords (scrypt, N 16384, r 16: about 85 ms and 32 MB each), a few at a time. */
export interface Passwords {
  /** `recheck` runs when the turn has come: what held when it queued may not hold any more, and may refuse. */
  hash(password: string, recheck?: () => Promise<void>): Promise<string>;
  /** Takes as long for an unknown account as for a known one. */
  verify(hash: string | undefined, password: string): Promise<boolean>;
}

/** Two threads of the pool stay free for files and pictures. */
const atOnce = 2;
/** About four seconds of work; whoever comes later hears that the house is busy. */
const mostWaiting = 100;

export function createPasswords(): Passwords {
  const waiting: (() => void)[] = [];
  let running = 0;
  let decoy: Promise<string> | undefined;

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new Problem('overloaded', undefined, { retryAfterSeconds: 10 });
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    hash: (password, recheck) =>
      inTurn(async () => {
        await recheck?.();
        return hashPassword(password);
      }),
    async verify(hash, password) {
      decoy ??= hashPassword('nobody has this password');
      const against = hash ?? (await decoy);
      const isRight = await inTurn(() => verifyPassword({ hash: against, password }));
      return isRight && hash !== undefined;
    },
  };
}
