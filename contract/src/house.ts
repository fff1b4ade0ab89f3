import { z } from 'zod';
import { role } from './accounts.ts';
import { instant } from './ids.ts';
import { defineRoute } from './route.ts';

/** How this house is set up; everything a client needs before anyone signs in. */
export const houseView = z.object({
  name: z.string(),
  version: z.string(),
  rulesVersion: z.number().int(),
  signUp: z.object({ isOpen: z.boolean(), methods: z.array(z.enum(['password', 'email', 'phone', 'passkey'])) }),
  showsCountryBadges: z.boolean(),
  hasOperator: z.boolean(),
  isDemo: z.boolean(),
  /** `read-only` while the disk is nearly full or an operator said so. */
  state: z.enum(['open', 'no-uploads', 'read-only']),
  memberCount: z.number().int(),
  noteCount: z.number().int(),
  languages: z.array(z.string()),
});

export const settingsView = z.object({
  name: z.string(),
  signUpIsOpen: z.boolean(),
  showsCountryBadges: z.boolean(),
  updatedAt: instant,
});

export const houseRoutes = {
  get: defineRoute({
    id: 'house.get',
    method: 'GET',
    path: '/api/house',
    access: 'public',
    rate: 'read',
    summary: 'About this house',
    response: houseView,
  }),
  getSettings: defineRoute({
    id: 'house.getSettings',
    method: 'GET',
    path: '/api/operations/settings',
    access: 'operator',
    rate: 'read',
    summary: 'Settings of the house',
    response: settingsView,
  }),
  updateSettings: defineRoute({
    id: 'house.updateSettings',
    method: 'PATCH',
    path: '/api/operations/settings',
    access: 'operator',
    rate: 'write',
    summary: 'Change settings of the house',
    body: z.object({
      name: z.string().trim().min(1).max(60).optional(),
      signUpIsOpen: z.boolean().optional(),
      showsCountryBadges: z.boolean().optional(),
    }),
    response: settingsView,
  }),
  setRole: defineRoute({
    id: 'house.setRole',
    method: 'PUT',
    path: '/api/operations/members/:handle/role',
    access: 'operator',
    rate: 'write',
    summary: 'Make a member moderator or operator, or take it back',
    params: z.object({ handle: z.string().min(1).max(120) }),
    body: z.object({ role }),
    response: z.object({ handle: z.string(), role }),
    problems: ['not-found', 'conflict'],
  }),
};
