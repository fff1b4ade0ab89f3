import { Problem } from '@teahouse/contract';
import type { Tx } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { enterConcept, leaveConcept, moveLabels, selectBonds, selectMembers } from './concepts.sql.ts';
import { countConcept, forgetCounters } from './topic-counters.sql.ts';
import type { LinkRow } from './topic-links.sql.ts';
import { oldestKeptHour } from './topic-registry.ts';

type JoinDeps = Pick<Deps, 'ids' | 'clock'>;

/**
 * Makes two spellings, with all that were joined to them before, one concept. Nobody counts meanwhile. Approved links never
 * close a circle, so taking one away always parts what it joined.
 */
export async function joinTopics({ ids, clock }: JoinDeps, tx: Tx, { topic, other }: LinkRow): Promise<void> {
  if (topic.concept_id !== null && topic.concept_id === other.concept_id)
    throw new Problem('conflict', 'They are one topic already.');
  const conceptId = topic.concept_id ?? other.concept_id ?? ids.next();
  const absorbedId = topic.concept_id === null ? undefined : (other.concept_id ?? undefined);
  const formerOwners = [topic, other].map((spelling) => spelling.concept_id ?? spelling.id);
  await enterConcept(tx, conceptId, [topic.id, other.id], absorbedId);
  await moveLabels(tx, formerOwners, conceptId);
  if (absorbedId !== undefined) await forgetCounters(tx, absorbedId);
  await countConcept(tx, conceptId, oldestKeptHour(clock.now()));
}

/** Takes the link out of its concept, whose link has just stopped being approved. The side with the most used spelling stays it. */
export async function partTopics({ ids, clock }: JoinDeps, tx: Tx, { topic }: LinkRow): Promise<string[]> {
  const conceptId = topic.concept_id;
  if (conceptId === null) return [];
  const members = (await selectMembers(tx, conceptId)).map((member) => member.id);
  const [kept, left] = sidesOf(members, await selectBonds(tx, members));
  const since = oldestKeptHour(clock.now());
  await settle(tx, left, left.length > 1 ? ids.next() : null, since);
  if (kept.length > 1) await countConcept(tx, conceptId, since);
  else {
    await moveLabels(tx, [conceptId], kept[0] ?? conceptId);
    await settle(tx, kept, null, since);
    await forgetCounters(tx, conceptId);
  }
  return members;
}

async function settle(tx: Tx, topicIds: readonly string[], conceptId: string | null, since: Date): Promise<void> {
  if (topicIds.length === 0) return;
  await leaveConcept(tx, topicIds, conceptId);
  if (conceptId !== null) await countConcept(tx, conceptId, since);
}

/** Those that bonds still hold to the first, and the others. */
export function sidesOf(
  members: readonly string[],
  bonds: readonly (readonly [string, string])[],
): [string[], string[]] {
  const held = new Set(members.slice(0, 1));
  for (const id of held)
    for (const [a, b] of bonds) {
      if (a === id) held.add(b);
      if (b === id) held.add(a);
    }
  return [members.filter((id) => held.has(id)), members.filter((id) => !held.has(id))];
}
