import { type DraftId, draftBody, type draftView } from '@teahouse/contract';
import type { z } from 'zod';

export type DraftContent = z.output<typeof draftBody>;
export type DraftView = z.input<typeof draftView>;

/** A draft kept by an older version of the house is read as far as it still fits. */
export function viewOfDraft(row: { id: string; content: unknown; updated_at: Date }): DraftView {
  const content = draftBody.safeParse(row.content);
  return { ...(content.data ?? draftBody.parse({})), id: row.id as DraftId, updatedAt: row.updated_at.toISOString() };
}
