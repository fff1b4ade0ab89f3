import { type BodyOf, beaconSize, type routes } from '@teahouse/contract';
import type { Teahouse } from '../app.ts';
import type { Actor } from '../http/context.ts';
import { playedRequest } from './played-request.ts';

export interface Looker {
  key: string;
  address: string;
  acceptLanguage?: string;
  /** Absent for visitors. */
  actor?: Actor;
}

export interface Lookers {
  /** Looks at a page of discovery, some way down, and opens what looks good. */
  look(looker: Looker): Promise<void>;
  /** Meets a note and opens it. */
  open(looker: Looker, noteId: string): Promise<void>;
}

type Events = BodyOf<typeof routes.feed.events>['events'];

const pageSize = 20;
/** Discovery is brought up to date as often as this, in the town's time: what is new may be met the same day. */
const refreshMilliseconds = 12 * 3_600_000;
/** Nobody leaves before the first screen. */
const leastSeen = 6;
const openShare = 0.08;
const longestDwell = 40_000;

/** What the town's people see is told as clients tell it: tokens of real pages, in a beacon. */
export function createLookers({ features, deps: { random, clock } }: Teahouse): Lookers {
  let freshAt = 0;

  async function bringUpToDate(): Promise<void> {
    if (clock.now() - freshAt < refreshMilliseconds) return;
    freshAt = clock.now();
    await features.feed.refresh();
  }

  async function tell({ key, address, acceptLanguage, actor }: Looker, events: Events): Promise<void> {
    const request = playedRequest(key, address, acceptLanguage);
    const body = { events: events.slice(0, beaconSize) };
    await features.feed.handlers.events({ body, actor, request, params: undefined, query: undefined });
  }

  const opening = (token: string): Events => [
    { kind: 'open', token },
    { kind: 'dwell', token, milliseconds: Math.round(1_000 + random() * longestDwell) },
  ];

  return {
    async look(looker) {
      await bringUpToDate();
      const request = playedRequest(looker.key, looker.address, looker.acceptLanguage);
      const query = { limit: pageSize, category: undefined, cursor: undefined };
      const { actor } = looker;
      const page = await features.feed.handlers.discover({ query, actor, request, params: undefined, body: undefined });
      const seen = page.items.slice(0, leastSeen + Math.floor(random() * (pageSize - leastSeen)));
      const events = seen.flatMap(({ token = '' }): Events => {
        const met = { kind: 'impression' as const, token };
        return random() < openShare ? [met, ...opening(token)] : [met];
      });
      if (events.length > 0) await tell(looker, events);
    },
    async open(looker, noteId) {
      const [card] = features.tokens.stamp([{ id: noteId } as { id: string; token?: string }], 'd', looker.key);
      const token = card?.token ?? '';
      await tell(looker, [{ kind: 'impression', token }, ...opening(token)]);
    },
  };
}
