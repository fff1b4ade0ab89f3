import { defaultPolicy, type TrafficPolicy } from '@teahouse/engine';
import type { Deps } from '../../platform/deps.ts';
import { readCurrentPolicy } from './current-policy.ts';

/** The policy as this process knows it: at once after its own change, within seconds after another process's. */
export interface PolicyInForce {
  current(): TrafficPolicy;
  refresh(): Promise<void>;
  start(): Promise<void>;
  stop(): void;
}

/** What another process put in force is known within this time. */
const refreshMilliseconds = 10_000;

export function createPolicyInForce({ db, events, log }: Pick<Deps, 'db' | 'events' | 'log'>): PolicyInForce {
  let known: TrafficPolicy = defaultPolicy;
  let timer: NodeJS.Timeout | undefined;
  const refresh = async () => {
    known = await readCurrentPolicy(db);
  };
  const refreshSoon = () => {
    refresh().catch((error) => log.warn({ err: error }, 'the traffic policy could not be read'));
  };
  events.afterDelivery('policy.changed', refreshSoon);
  return {
    current: () => known,
    refresh,
    async start() {
      timer ??= setInterval(refreshSoon, refreshMilliseconds);
      await refresh();
    },
    stop: () => clearInterval(timer),
  };
}
