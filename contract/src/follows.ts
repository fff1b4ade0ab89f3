import { z } from 'zod';
import { memberView } from './members.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const params = z.object({ handle: z.string().min(1).max(120) });
const relation = z.object({
  handle: z.string(),
  follows: z.boolean(),
  blocks: z.boolean(),
  mutes: z.boolean(),
  followerCount: z.number().int(),
});

/** A member of a list of people, with whether the viewer follows them. */
export const personView = memberView.extend({ follows: z.boolean() });
export type PersonView = z.infer<typeof personView>;

export const followRoutes = {
  follow: defineRoute({
    id: 'members.follow',
    method: 'PUT',
    path: '/api/members/:handle/follow',
    access: 'member',
    rate: 'react',
    summary: 'Follow',
    params,
    response: relation,
    problems: ['not-found'],
  }),
  unfollow: defineRoute({
    id: 'members.unfollow',
    method: 'DELETE',
    path: '/api/members/:handle/follow',
    access: 'member',
    rate: 'react',
    status: 200,
    summary: 'Stop following',
    params,
    response: relation,
    problems: ['not-found'],
  }),
  block: defineRoute({
    id: 'members.block',
    method: 'PUT',
    path: '/api/members/:handle/block',
    access: 'member',
    rate: 'write',
    summary: 'Block: neither sees, follows or answers the other',
    params,
    response: relation,
    problems: ['not-found'],
  }),
  unblock: defineRoute({
    id: 'members.unblock',
    method: 'DELETE',
    path: '/api/members/:handle/block',
    access: 'member',
    rate: 'write',
    status: 200,
    summary: 'Lift a block',
    params,
    response: relation,
    problems: ['not-found'],
  }),
  mute: defineRoute({
    id: 'members.mute',
    method: 'PUT',
    path: '/api/members/:handle/mute',
    access: 'member',
    rate: 'write',
    summary: 'Mute: I no longer meet their notes and comments; they are not told',
    params,
    response: relation,
    problems: ['not-found'],
  }),
  unmute: defineRoute({
    id: 'members.unmute',
    method: 'DELETE',
    path: '/api/members/:handle/mute',
    access: 'member',
    rate: 'write',
    status: 200,
    summary: 'Lift a mute',
    params,
    response: relation,
    problems: ['not-found'],
  }),
  listHidden: defineRoute({
    id: 'members.listHidden',
    method: 'GET',
    path: '/api/me/hidden-members',
    access: 'member',
    rate: 'read',
    summary: 'Members I block or mute',
    response: z.object({ blocked: z.array(memberView), muted: z.array(memberView) }),
  }),
  listFollowers: defineRoute({
    id: 'members.listFollowers',
    method: 'GET',
    path: '/api/members/:handle/followers',
    access: 'public',
    rate: 'read',
    summary: 'Who follows a member',
    params,
    query: pageQuery,
    response: pageOf(personView),
    problems: ['not-found', 'invalid-cursor'],
  }),
  listFollowing: defineRoute({
    id: 'members.listFollowing',
    method: 'GET',
    path: '/api/members/:handle/following',
    access: 'public',
    rate: 'read',
    summary: 'Whom a member follows',
    params,
    query: pageQuery,
    response: pageOf(personView),
    problems: ['not-found', 'invalid-cursor'],
  }),
};
