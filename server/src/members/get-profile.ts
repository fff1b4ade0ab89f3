import { Problem, type ProfileView } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import type { MemberDeps } from './member-deps.ts';
import { findProfile, type ProfileRow } from './members.sql.ts';
import { profileView } from './profile-view.ts';
import { findShownMember } from './shown-member.ts';

export async function getProfile(deps: MemberDeps, handle: string, actor: Actor | undefined): Promise<ProfileView> {
  const { readers, settings } = deps;
  const shown = await findShownMember(deps, handle, actor);
  const [row, summaries, theirs] = await Promise.all([
    findProfile(deps.db, shown.id),
    readers.members.summaries([shown.id]),
    readers.relations.of(shown.id),
  ]);
  const summary = summaries.get(shown.id);
  if (!row || !summary) throw new Problem('not-found');
  const viewer = actor && {
    isSelf: actor.memberId === shown.id,
    follows: shown.relations.follows.has(shown.id),
    isFollowedBy: theirs.follows.has(actor.memberId),
    blocks: shown.relations.blocks.has(shown.id),
    mutes: shown.relations.mutes.has(shown.id),
  };
  return profileView(
    summary.view,
    viewer?.blocks ? withoutContent(row) : row,
    viewer,
    settings.current.showsCountryBadges,
  );
}

/** Whom I block I still find, to lift the block; nothing else of them. */
function withoutContent(row: ProfileRow): ProfileRow {
  const nothing = { bio: '', bio_language: 'zxx', bio_languages: [], languages_read: [], country: null };
  return { ...row, ...nothing, notes: 0, followers: 0, following: 0, received: 0 };
}
