import { z } from 'zod';
import { boardView } from './boards.ts';
import { countryCode, instant, memberId } from './ids.ts';
import { mediaView } from './media.ts';
import { noteCard } from './note-views.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

/** A member as shown beside their words. Country and tenure are two badges, never one. */
export const memberView = z.object({
  id: memberId,
  handle: z.string(),
  name: z.string(),
  avatar: mediaView.optional(),
  /** 0–359; colours the drawn avatar when there is no picture. */
  avatarHue: z.number().int(),
  role: z.enum(['member', 'moderator', 'operator']),
  /** Year the member joined; the tenure badge. */
  joinedYear: z.number().int(),
  /** Joined less than 30 days ago. */
  isNew: z.boolean(),
});
export type MemberView = z.infer<typeof memberView>;

export const profileView = memberView.extend({
  bio: z.string(),
  bioLanguage: z.string(),
  /** Every language of the bio, main one first; empty without letters. */
  bioLanguages: z.array(z.string()),
  languagesRead: z.array(z.string()),
  country: countryCode.optional(),
  joinedAt: instant,
  noteCount: z.number().int(),
  followerCount: z.number().int(),
  followingCount: z.number().int(),
  /** Likes and collects received on notes. */
  receivedCount: z.number().int(),
  viewer: z
    .object({
      isSelf: z.boolean(),
      follows: z.boolean(),
      isFollowedBy: z.boolean(),
      blocks: z.boolean(),
      mutes: z.boolean(),
    })
    .optional(),
});
export type ProfileView = z.infer<typeof profileView>;

const params = z.object({ handle: z.string().min(1).max(120) });

export const memberRoutes = {
  getProfile: defineRoute({
    id: 'members.get',
    method: 'GET',
    path: '/api/members/:handle',
    access: 'public',
    rate: 'read',
    summary: "A member's profile",
    params,
    response: profileView,
    problems: ['not-found'],
  }),
  listNotes: defineRoute({
    id: 'members.listNotes',
    method: 'GET',
    path: '/api/members/:handle/notes',
    access: 'public',
    rate: 'read',
    summary: "A member's notes, newest first",
    params,
    query: pageQuery,
    response: pageOf(noteCard),
    problems: ['not-found', 'invalid-cursor'],
  }),
  listBoards: defineRoute({
    id: 'members.listBoards',
    method: 'GET',
    path: '/api/members/:handle/boards',
    access: 'public',
    rate: 'read',
    summary: "A member's open boards",
    params,
    response: z.object({ items: z.array(boardView) }),
    problems: ['not-found'],
  }),
  complete: defineRoute({
    id: 'members.complete',
    method: 'GET',
    path: '/api/members',
    access: 'member',
    rate: 'search',
    summary: 'Completion of an @mention',
    query: z.object({ prefix: z.string().min(1).max(60) }),
    response: z.object({ items: z.array(memberView) }),
  }),
};
