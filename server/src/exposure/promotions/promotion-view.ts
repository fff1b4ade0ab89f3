import type { NoteId, promotionView } from '@teahouse/contract';
import type { z } from 'zod';
import type { PromotionRow } from './promotions.sql.ts';

export function viewPromotion(row: PromotionRow, now: Date): z.output<typeof promotionView> {
  return {
    id: row.id,
    noteId: row.note_id as NoteId,
    noteTitle: row.title ?? '',
    authorHandle: row.handle ?? '',
    payer: row.payer,
    impressions: row.impressions,
    delivered: row.delivered,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    state: stateOf(row, now),
  };
}

function stateOf({ stopped_at, delivered, impressions, starts_at, ends_at }: PromotionRow, now: Date) {
  if (stopped_at) return 'stopped';
  if (delivered >= impressions || ends_at <= now) return 'done';
  return starts_at > now ? 'waiting' : 'running';
}
