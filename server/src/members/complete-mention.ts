import { type MemberView, normaliseText } from '@teahouse/contract';
import { handleKey } from '@teahouse/engine';
import type { Actor } from '../http/context.ts';
import type { MemberDeps } from './member-deps.ts';
import { selectByPrefix } from './members.sql.ts';

const shown = 8;

/** Members an @mention could mean; nobody who blocks the writer or is blocked by them. */
export async function completeMention(
  { db, readers }: MemberDeps,
  typed: string,
  actor: Actor,
): Promise<{ items: MemberView[] }> {
  const prefix = normaliseText(typed).replace(/^@/, '');
  if (prefix === '') return { items: [] };
  const { blocked } = await readers.relations.of(actor.memberId);
  const ids = await selectByPrefix(db, { handleKey: handleKey(prefix), name: prefix, limit: shown * 2 });
  const met = ids.filter((id) => !blocked.has(id)).slice(0, shown);
  const summaries = await readers.members.summaries(met);
  return { items: met.flatMap((id) => summaries.get(id)?.view ?? []) };
}
