import type { Actor } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { deleteMute, insertMute } from './follows.sql.ts';
import { getOther, type RelationView, relationView } from './relation.ts';

export async function muteMember(
  deps: Pick<Deps, 'db' | 'clock'>,
  readers: Readers,
  { memberId }: Actor,
  handle: string,
): Promise<RelationView> {
  const other = await getOther(readers, { memberId }, handle);
  await insertMute(deps.db, memberId, other.id, dateOf(deps.clock));
  return relationView(deps, readers, memberId, other);
}

export async function unmuteMember(
  deps: Pick<Deps, 'db'>,
  readers: Readers,
  { memberId }: Actor,
  handle: string,
): Promise<RelationView> {
  const other = await getOther(readers, { memberId }, handle);
  await deleteMute(deps.db, memberId, other.id);
  return relationView(deps, readers, memberId, other);
}
