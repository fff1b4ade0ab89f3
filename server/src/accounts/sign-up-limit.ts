import { Problem } from '@teahouse/contract';
import { addressKey } from '../platform/address-key.ts';
import type { Deps } from '../platform/deps.ts';

/** Sign-ups of one network (IPv4 /24, IPv6 /48): whoever owns one must not open accounts without end from all its addresses. */
export interface SignUpLimit {
  /** Counts a sign-up that is about to happen; refuses when the network had its share. */
  count(address: string): void;
}

const windowMilliseconds = 3_600_000;
/** Room for a school or a mobile carrier on the day everybody comes; a script is through in seconds. */
const mostPerNetwork = 300;
const mostNetworks = 50_000;

export function createSignUpLimit({ clock, config }: Pick<Deps, 'clock' | 'config'>): SignUpLimit {
  const most = Math.ceil(mostPerNetwork * config.rateLimitScale);
  const networks = new Map<string, { times: number; since: number }>();
  return {
    count(address) {
      if (most === 0) return;
      const key = networkOf(address);
      const known = networks.get(key);
      const current =
        known && clock.now() - known.since < windowMilliseconds ? known : { times: 0, since: clock.now() };
      if (current.times >= most) {
        const retryAfterSeconds = Math.ceil((current.since + windowMilliseconds - clock.now()) / 1000);
        throw new Problem('rate-limited', undefined, { retryAfterSeconds });
      }
      current.times += 1;
      networks.delete(key);
      networks.set(key, current);
      if (networks.size > mostNetworks) networks.delete(networks.keys().next().value ?? '');
    },
  };
}

function networkOf(address: string): string {
  const key = addressKey(address);
  return key.includes(':') ? key.split(':').slice(0, 3).join(':') : key.split('.').slice(0, 3).join('.');
}
