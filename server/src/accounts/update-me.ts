import { type accountRoutes, type BodyOf, type Me, Problem } from '@teahouse/contract';
import { handleKey } from '@teahouse/engine';
import type { Updateable } from 'kysely';
import type { Actor, RequestContext } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { MemberTable } from '../platform/db/schema/members.ts';
import { countReservedHandles, markUsed, reserveHandles, takeHandle, updateMember } from './accounts.sql.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { acceptHandle, reservedDays } from './handles.ts';
import { getMe } from './me-view.ts';
import { acceptTimeZone } from './time-zone.ts';

type Change = BodyOf<(typeof accountRoutes)['updateMe']>;

/** Each handle given up stays reserved; more than this and a member would be hoarding names. */
const mostReserved = 5;

export async function updateMe(
  deps: AccountDeps,
  actor: Actor,
  change: Change,
  request: RequestContext,
): Promise<{ me: Me }> {
  const { memberId } = actor;
  const columns = columnsOf(deps, change);
  const wished = change.handle === undefined ? undefined : acceptHandle(change.handle);
  if (change.avatarId) await deps.media.getReadyPictures(memberId, [change.avatarId], '/body/avatarId');
  const me = await inTransaction(deps.db, async (tx) => {
    if (wished) await moveHandle(deps, tx, actor, wished.key);
    if (change.avatarId) await markUsed(tx, change.avatarId, dateOf(deps.clock));
    const isUpdated = await updateMember(tx, memberId, readVersion(request.ifMatch), {
      ...columns,
      ...(wished ? { handle: wished.handle } : {}),
      updated_at: dateOf(deps.clock),
    });
    if (!isUpdated) throw new Problem('changed-meanwhile');
    if (change.languagesRead || change.interests) await deps.events.emit(tx, 'member.changed', { memberId });
    return getMe(tx, memberId);
  });
  deps.events.wake();
  deps.readers.members.invalidate(memberId);
  deps.readers.tastes.invalidate(memberId);
  deps.sessions.forget(memberId);
  return { me };
}

async function moveHandle(deps: AccountDeps, tx: Tx, actor: Actor, key: string): Promise<void> {
  if (key === handleKey(actor.handle)) return;
  if ((await countReservedHandles(tx, actor.memberId, dateOf(deps.clock))) >= mostReserved)
    throw new Problem('rate-limited', 'You changed your handle often; wait until an old one is free again.');
  if (!(await takeHandle(tx, key, actor.memberId, dateOf(deps.clock)))) throw new Problem('handle-taken');
  await reserveHandles(tx, actor.memberId, key, new Date(deps.clock.now() + reservedDays * 86_400_000));
}

/** No version at all means: whatever it is now. One that is no number matches nothing. */
function readVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === '*') return undefined;
  return /^\d{1,9}$/.test(ifMatch) ? Number(ifMatch) : -1;
}

function columnsOf({ detectLanguage, languagesIn }: AccountDeps, change: Change): Updateable<MemberTable> {
  const columns: Updateable<MemberTable> = {
    name: change.name,
    bio: change.bio,
    bio_language: change.bio === undefined ? undefined : detectLanguage(change.bio).language,
    bio_languages: change.bio === undefined ? undefined : languagesIn(change.bio),
    translation_preferences: change.translation && JSON.stringify(change.translation),
    avatar_media_id: change.avatarId,
    languages_read: change.languagesRead,
    interests: change.interests,
    interface_language: change.interfaceLanguage,
    time_zone: change.timeZone === undefined ? undefined : acceptTimeZone(change.timeZone),
    shows_country_badge: change.showsCountryBadge,
    keeps_search_history: change.keepsSearchHistory,
    accepted_rules_version: change.acceptedRulesVersion,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
