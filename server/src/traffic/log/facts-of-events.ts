import type { HouseEvents } from '@teahouse/contract';
import { type Fact, queryVector, type TrafficPolicy, topicKey } from '@teahouse/engine';
import type { Queryable } from '../../platform/db/database.ts';
import {
  type MemberFactRow,
  selectMemberFacts,
  selectPolicies,
  selectPromotions,
  selectTopicsByKeys,
} from './around-facts.sql.ts';
import { type EventName, factsOfDeed, isDeed } from './facts-of-deeds.ts';
import { noteFactOf } from './note-fact.ts';
import { selectNoteFacts } from './note-facts.sql.ts';

export type LoggedEvent = { [N in EventName]: { name: N; payload: HouseEvents[N] } }[EventName];

/** What the engine is told of a batch, in its order: notes and members as they are now, each once, at their last mention. */
export async function factsOfEvents(db: Queryable, events: readonly LoggedEvent[], at: number): Promise<Fact[]> {
  const last = lastMentions(events);
  const [notes, members, topics, policies, promotions] = await Promise.all([
    noteFacts(db, idsOf(last, 'note'), at),
    memberFacts(db, idsOf(last, 'member'), at),
    topicsOfSearches(db, events),
    policyFacts(db, events, at),
    promotionFacts(db, promotionsIn(events), at),
  ]);
  return events.flatMap((event, index): readonly Fact[] => {
    if (isDeed(event)) return factsOfDeed(event, at);
    if (event.name === 'feed.searched') return [searchFact(event.payload, topics)];
    if (event.name === 'policy.changed') return policies.get(event.payload.version) ?? [];
    if (event.name === 'promotion.changed') return promotions.get(event.payload.promotionId) ?? [];
    const subject = subjectOf(event);
    if (last.get(subject) !== index) return [];
    return (event.name.startsWith('note.') ? notes : members).get(subject.slice(subject.indexOf(' ') + 1)) ?? [];
  });
}

/** `note <id>` or `member <id>`. */
function subjectOf(event: LoggedEvent): string {
  if ('noteId' in event.payload) return `note ${event.payload.noteId}`;
  return `member ${'memberId' in event.payload ? event.payload.memberId : ''}`;
}

/** Index of the last event about each note and member. */
function lastMentions(events: readonly LoggedEvent[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const [index, event] of events.entries())
    if (event.name.startsWith('note.') || event.name.startsWith('member.'))
      if (!isDeed(event)) last.set(subjectOf(event), index);
  return last;
}

function idsOf(mentions: ReadonlyMap<string, unknown>, kind: 'note' | 'member'): string[] {
  return [...mentions.keys()].flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : []));
}

type FactsById = ReadonlyMap<string, readonly Fact[]>;

export async function noteFacts(db: Queryable, ids: readonly string[], at: number): Promise<FactsById> {
  if (ids.length === 0) return new Map();
  const rows = new Map((await selectNoteFacts(db, ids, new Date(at))).map((row) => [row.id, row]));
  return new Map(
    ids.map((id) => {
      const row = rows.get(id);
      return [id, [row ? noteFactOf(row, at) : { kind: 'note-gone', at, note: id }]];
    }),
  );
}

async function memberFacts(db: Queryable, ids: readonly string[], at: number): Promise<FactsById> {
  if (ids.length === 0) return new Map();
  const rows = new Map((await selectMemberFacts(db, ids, new Date(at))).map((row) => [row.id, row]));
  return new Map(ids.map((id) => [id, [memberFactOf(id, rows.get(id), at)]]));
}

export function memberFactOf(id: string, row: MemberFactRow | undefined, at: number): Fact {
  if (!row?.is_here) return { kind: 'member-gone', at, member: id };
  return {
    kind: 'member',
    at,
    member: id,
    group: row.group,
    joinedAt: row.joined_at.getTime(),
    languages: row.languages_read,
    interests: row.interests,
    ...(row.country === null ? {} : { country: row.country }),
  };
}

async function topicsOfSearches(db: Queryable, events: readonly LoggedEvent[]): Promise<Map<string, string>> {
  const keys = events.flatMap((event) => (event.name === 'feed.searched' ? keysOf(event.payload.words) : []));
  return keys.length === 0 ? new Map() : selectTopicsByKeys(db, [...new Set(keys)]);
}

const mostWords = 12;

/** What was typed may be the name of a topic as a whole, or hold names as words. */
function keysOf(words: string): string[] {
  const typed = [words, ...words.split(/\s+/u).slice(0, mostWords)];
  return [...new Set(typed.map((word) => topicKey(word)).filter((key) => key !== ''))];
}

function searchFact(
  { viewerKey, at, words, noteIds = [] }: HouseEvents['feed.searched'],
  topics: Map<string, string>,
): Fact {
  const found = [...new Set(keysOf(words).flatMap((key) => topics.get(key) ?? []))];
  return { kind: 'search', at, viewer: viewerKey, vector: queryVector([words], found), topics: found, notes: noteIds };
}

async function policyFacts(
  db: Queryable,
  events: readonly LoggedEvent[],
  at: number,
): Promise<ReadonlyMap<number, readonly Fact[]>> {
  const versions = events.flatMap((event) => (event.name === 'policy.changed' ? [event.payload.version] : []));
  if (versions.length === 0) return new Map();
  const policies = await selectPolicies(db, versions);
  return new Map(
    [...policies].map(([version, policy]) => [version, [{ kind: 'policy', at, policy: policy as TrafficPolicy }]]),
  );
}

function promotionsIn(events: readonly LoggedEvent[]): string[] {
  return events.flatMap((event) => (event.name === 'promotion.changed' ? [event.payload.promotionId] : []));
}

export async function promotionFacts(db: Queryable, ids: readonly string[], at: number): Promise<FactsById> {
  if (ids.length === 0) return new Map();
  return new Map(
    (await selectPromotions(db, ids)).map((row) => [
      row.id,
      [
        {
          kind: 'promotion',
          at,
          promotion: row.id,
          note: row.note_id,
          impressions: row.stopped_at ? 0 : Math.max(0, row.impressions - row.delivered),
          until: row.ends_at.getTime(),
        },
      ],
    ]),
  );
}
