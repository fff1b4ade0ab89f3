import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { blockMember, unblockMember } from './block-member.ts';
import { followMember, unfollowMember } from './follow-member.ts';
import { listFollowers, listFollowing } from './list-follows.ts';
import { listHidden } from './list-hidden.ts';
import { muteMember, unmuteMember } from './mute-member.ts';

export function followHandlers(deps: Deps, readers: Readers): Handlers<typeof routes.follows> {
  return {
    follow: ({ actor, params }) => followMember(deps, readers, actor, params.handle),
    unfollow: ({ actor, params }) => unfollowMember(deps, readers, actor, params.handle),
    block: ({ actor, params }) => blockMember(deps, readers, actor, params.handle),
    unblock: ({ actor, params }) => unblockMember(deps, readers, actor, params.handle),
    mute: ({ actor, params }) => muteMember(deps, readers, actor, params.handle),
    unmute: ({ actor, params }) => unmuteMember(deps, readers, actor, params.handle),
    listHidden: ({ actor }) => listHidden(deps, readers, actor),
    listFollowers: ({ actor, params, query }) => listFollowers(deps, readers, actor, params.handle, query),
    listFollowing: ({ actor, params, query }) => listFollowing(deps, readers, actor, params.handle, query),
  };
}
