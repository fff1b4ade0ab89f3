import type { ComplianceState } from '@teahouse/contract';
import type { MemberRelations } from '../follows/index.ts';

export interface VisibilityFacts {
  authorId: string;
  compliance: ComplianceState;
  isDeleted: boolean;
  /** The author's account is open. */
  authorIsActive: boolean;
}

/** Where a note would be shown: `listed` in feeds, search and topics; `direct` by its own address, a profile or a board. */
export type Surface = 'listed' | 'direct';

/** The compliance gate of every read path. Pure. Authors always reach their own notes unless they deleted them. */
export function isVisible(
  note: VisibilityFacts,
  surface: Surface,
  viewerId: string | undefined,
  relations: MemberRelations,
): boolean {
  if (note.isDeleted) return false;
  if (viewerId !== undefined && viewerId === note.authorId)
    return surface === 'direct' || note.compliance === 'allowed';
  if (!note.authorIsActive || relations.blocked.has(note.authorId)) return false;
  if (surface === 'direct') return note.compliance === 'allowed' || note.compliance === 'limited';
  return note.compliance === 'allowed' && !relations.mutes.has(note.authorId);
}
