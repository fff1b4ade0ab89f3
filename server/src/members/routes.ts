import type { memberRoutes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import { completeMention } from './complete-mention.ts';
import { getProfile } from './get-profile.ts';
import { listBoards } from './list-boards.ts';
import { listNotes } from './list-notes.ts';
import type { MemberDeps } from './member-deps.ts';

export function memberHandlers(deps: MemberDeps): Handlers<typeof memberRoutes> {
  return {
    getProfile: ({ params, actor }) => getProfile(deps, params.handle, actor),
    listNotes: ({ params, query, actor }) => listNotes(deps, params.handle, query, actor),
    listBoards: ({ params, actor }) => listBoards(deps, params.handle, actor),
    complete: ({ query, actor }) => completeMention(deps, query.prefix, actor),
  };
}
