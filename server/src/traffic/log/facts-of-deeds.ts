import type { HouseEventName, HouseEvents, SeenEvent } from '@teahouse/contract';
import type { Act, Control, Fact, ImpressionFact } from '@teahouse/engine';

/** Events that say all the engine needs. */
export const deedNames = [
  'feed.seen',
  'feed.controlled',
  'note.liked',
  'note.unliked',
  'note.collected',
  'note.uncollected',
  'note.commented',
  'note.shared',
  'note.reported',
  'member.followed',
  'member.unfollowed',
] as const satisfies HouseEventName[];

/** Events after which something has to be looked up. */
export const newsNames = [
  'note.published',
  'note.changed',
  'note.withdrawn',
  'member.joined',
  'member.changed',
  'member.left',
  'feed.searched',
  'policy.changed',
  'promotion.changed',
] as const satisfies HouseEventName[];

export type EventName = (typeof deedNames)[number] | (typeof newsNames)[number];
type Deed = { [N in (typeof deedNames)[number]]: { name: N; payload: HouseEvents[N] } }[(typeof deedNames)[number]];

export function isDeed(event: { name: HouseEventName }): event is Deed {
  return deedNames.some((name) => name === event.name);
}

const acts: Readonly<Partial<Record<Deed['name'], Act>>> = {
  'note.liked': 'like',
  'note.unliked': 'unlike',
  'note.collected': 'collect',
  'note.uncollected': 'uncollect',
  'note.commented': 'comment',
  'note.shared': 'share',
  'note.reported': 'report',
};

export function factsOfDeed({ name, payload }: Deed, at: number): Fact[] {
  switch (name) {
    case 'feed.seen':
      return payload.events.flatMap((event) => seenFacts(payload, event));
    case 'feed.controlled':
      return [{ kind: 'control', at: payload.at, viewer: payload.memberId, control: payload.control as Control }];
    case 'member.followed':
      return [{ kind: 'follow', at, member: payload.by, author: payload.memberId }];
    case 'member.unfollowed':
      return [{ kind: 'unfollow', at, member: payload.by, author: payload.memberId }];
    default: {
      const act = acts[name];
      const isOwn = 'authorId' in payload && payload.authorId === payload.memberId;
      return act && !isOwn ? [{ kind: 'act', at, viewer: payload.memberId, note: payload.noteId, act }] : [];
    }
  }
}

/** Reading a title and the first lines takes seconds; who stays this long reads the note. */
const longMilliseconds = 10_000;

function seenFacts({ viewerKey, at }: HouseEvents['feed.seen'], event: SeenEvent): Fact[] {
  if (event.kind === 'impression') return event.isFirst ? [impressionOf(viewerKey, at, event)] : [];
  if (event.kind === 'dwell' && (event.milliseconds ?? 0) < longMilliseconds) return [];
  return [{ kind: 'act', at, viewer: viewerKey, note: event.noteId, act: event.kind === 'open' ? 'open' : 'long' }];
}

function impressionOf(viewer: string, at: number, event: SeenEvent): ImpressionFact {
  return {
    kind: 'impression',
    at,
    viewer,
    note: event.noteId,
    surface: event.surface as ImpressionFact['surface'],
    traffic: event.traffic as ImpressionFact['traffic'],
    reason: event.reason as ImpressionFact['reason'],
    pool: event.pool,
    slot: event.slot,
    propensity: event.propensity,
    ...(event.promotionId === undefined ? {} : { promotion: event.promotionId }),
  };
}
