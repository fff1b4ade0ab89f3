import type { BodyOf, routes } from '@teahouse/contract';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { dayOf } from './event-days.ts';
import type { ImpressionTokens } from './impression-tokens.ts';
import type { SeenNotes } from './seen-notes.ts';
import { type EventRow, insertEvents } from './viewer-events.sql.ts';

type GivenEvents = BodyOf<typeof routes.feed.events>['events'];

/** Takes a beacon: what no token of this viewer proves is left out silently. Returns how many events were new. */
export async function recordEvents(
  deps: Pick<Deps, 'db' | 'clock'>,
  { notes }: Pick<Readers, 'notes'>,
  { tokens, seen }: { tokens: ImpressionTokens; seen: SeenNotes },
  viewerKey: string,
  given: GivenEvents,
): Promise<{ accepted: number }> {
  const events = provenEvents(tokens, viewerKey, given, deps.clock.now());
  if (events.length === 0) return { accepted: 0 };
  const { accepted, counted } = await inTransaction(deps.db, (tx) =>
    insertEvents(tx, viewerKey, dateOf(deps.clock), events),
  );
  for (const noteId of counted) notes.invalidateStats(noteId);
  seen.mark(
    viewerKey,
    events.filter((event) => event.kind === 'impression').map((event) => event.note_id),
  );
  return { accepted };
}

/** One event per token and kind; the day is the token's, so that a repetition after midnight meets the first one. */
function provenEvents(tokens: ImpressionTokens, viewerKey: string, given: GivenEvents, now: number): EventRow[] {
  const proven = new Map<string, EventRow>();
  for (const { kind, token, milliseconds } of given) {
    const impression = tokens.verify(token, viewerKey, now);
    if (!impression) continue;
    const { noteId, tokenId, surface, slot, issuedAt } = impression;
    proven.set(`${kind} ${tokenId}`, {
      day: dayOf(issuedAt),
      note_id: noteId,
      kind,
      token_id: tokenId,
      surface,
      slot,
      milliseconds: kind === 'dwell' ? (milliseconds ?? null) : null,
    });
  }
  return [...proven.values()];
}
