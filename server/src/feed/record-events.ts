import type { BodyOf, routes } from '@teahouse/contract';
import type { LedgerViewer } from '../exposure/index.ts';
import { dateOf } from '../platform/clock.ts';
import { retrying } from '../platform/db/database.ts';
import { dayOf } from '../platform/db/day-partitions.sql.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { Impression, ImpressionTokens } from './impression-tokens.ts';
import type { SeenNotes } from './seen-notes.ts';
import { type EventRow, insertEvents } from './viewer-events.sql.ts';

type GivenEvents = BodyOf<typeof routes.feed.events>['events'];

/** Takes a beacon: what no token of this viewer proves is left out silently. Returns how many events were new. */
export async function recordEvents(
  deps: Pick<Deps, 'db' | 'clock' | 'events'>,
  { notes }: Pick<Readers, 'notes'>,
  { tokens, seen }: { tokens: ImpressionTokens; seen: SeenNotes },
  viewer: LedgerViewer,
  given: GivenEvents,
): Promise<{ accepted: number }> {
  const events = provenEvents(tokens, viewer.key, given, deps.clock.now());
  if (events.length === 0) return { accepted: 0 };
  const { accepted, counted } = await retrying(() => insertEvents(deps.db, viewer, dateOf(deps.clock), events));
  if (accepted > 0) deps.events.wake();
  for (const noteId of counted) notes.invalidateStats(noteId);
  seen.mark(
    viewer.key,
    events.filter((event) => event.kind === 'impression').map((event) => event.note_id),
  );
  return { accepted };
}

/** One event per token and kind. */
function provenEvents(tokens: ImpressionTokens, viewerKey: string, given: GivenEvents, now: number): EventRow[] {
  const proven = new Map<string, EventRow>();
  for (const { kind, token, milliseconds } of given) {
    const impression = tokens.verify(token, viewerKey, now);
    if (!impression) continue;
    const key = `${kind} ${impression.tokenId}`;
    const place = proven.get(key)?.place ?? proven.size;
    const row = { ...slotRow(impression), kind, milliseconds: kind === 'dwell' ? (milliseconds ?? null) : null };
    proven.set(key, { place, ...row });
  }
  return [...proven.values()];
}

/** The day is the token's, so that a repetition after midnight meets the first one. */
function slotRow({ noteId, tokenId, surface, slot, issuedAt, story }: Impression) {
  const [first] = story.reasons;
  return {
    day: dayOf(issuedAt),
    note_id: noteId,
    token_id: tokenId,
    surface,
    slot,
    traffic: story.traffic,
    reason: first?.code ?? 'popular',
    pool: story.pool,
    propensity: story.propensity,
    promotion_id: (story.traffic === 'paid' && story.reasons.find(({ code }) => code === 'promoted')?.subject) || null,
  };
}
