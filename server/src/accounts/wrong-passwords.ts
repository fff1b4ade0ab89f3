import { Problem } from '@teahouse/contract';
import type { RequestContext } from '../http/context.ts';
import { addressKey } from '../platform/address-key.ts';
import type { Deps } from '../platform/deps.ts';
import { createSigner } from '../platform/signing.ts';

/**
 * Slows guessing without locking anyone out (OWASP "device cookies"): a browser that signed in to the account before is counted by
 * itself; everyone else is counted by account and address, and all of them together by account. Attackers can fill the last two
 * only. Counts live in memory, one process each.
 */
export interface WrongPasswords {
  /** Refuses when this browser, or this account from elsewhere, had too many wrong ones lately. */
  check(account: string, request: RequestContext): void;
  count(account: string, request: RequestContext): void;
  /** After a right password: forgets this browser's wrong ones and makes it a usual device. */
  welcome(account: string, request: RequestContext): void;
}

const windowMilliseconds = 15 * 60_000;
const mostPerDevice = 10;
const mostPerAddress = 10;
const mostPerAccount = 30;
const mostKeys = 50_000;
const yearSeconds = 31_536_000;

interface Count {
  wrong: number;
  since: number;
}

export function createWrongPasswords({ clock, config, ids }: Pick<Deps, 'clock' | 'config' | 'ids'>): WrongPasswords {
  const signer = createSigner(config.secret, 'device');
  const counts = new Map<string, Count>();
  const secure = config.origin?.startsWith('https:') ?? false;
  const cookieName = secure ? '__Host-teahouse_device' : 'teahouse_device';

  /** Id of this browser if it signed in to the account before; the cookie remembers the last few accounts. */
  function deviceOf(account: string, request: RequestContext): string | undefined {
    const devices = readDevices(request);
    return devices.find((device) => device.account === account)?.id;
  }

  function readDevices(request: RequestContext): { account: string; id: string }[] {
    const text = signer.verify(request.raw.cookies[cookieName] ?? '');
    if (!text) return [];
    return text.split(' ').map((part) => {
      const [account = '', id = ''] = part.split('~');
      return { account, id };
    });
  }

  function keysOf(account: string, request: RequestContext): [string, number][] {
    const device = deviceOf(account, request);
    if (device) return [[`device ${device}`, mostPerDevice]];
    return [
      [`address ${account} ${addressKey(request.address)}`, mostPerAddress],
      [`account ${account}`, mostPerAccount],
    ];
  }

  function current(key: string): Count | undefined {
    const count = counts.get(key);
    return count && clock.now() - count.since < windowMilliseconds ? count : undefined;
  }

  return {
    check(account, request) {
      for (const [key, most] of keysOf(account, request)) {
        const count = current(key);
        if (!count || count.wrong < most) continue;
        const retryAfterSeconds = Math.ceil((count.since + windowMilliseconds - clock.now()) / 1000);
        throw new Problem('rate-limited', 'Too many wrong passwords. Wait, or sign in with a code.', {
          retryAfterSeconds,
        });
      }
    },
    count(account, request) {
      for (const [key] of keysOf(account, request)) {
        const count = current(key) ?? { wrong: 0, since: clock.now() };
        count.wrong += 1;
        counts.delete(key);
        counts.set(key, count);
      }
      while (counts.size > mostKeys) counts.delete(counts.keys().next().value ?? '');
    },
    welcome(account, request) {
      for (const [key] of keysOf(account, request).slice(0, 1)) counts.delete(key);
      const others = readDevices(request).filter((device) => device.account !== account);
      const id = deviceOf(account, request) ?? ids.next();
      const kept = [{ account, id }, ...others].slice(0, 5).map((device) => `${device.account}~${device.id}`);
      request.reply.setCookie(cookieName, signer.sign(kept.join(' ')), {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure,
        maxAge: yearSeconds,
      });
    },
  };
}
