import { z } from 'zod';
import { instant, interfaceLanguage, memberId, passkeyId, sessionId } from './ids.ts';
import { interests, readableLanguageTags } from './languages.ts';
import { mediaView } from './media.ts';
import { defineRoute } from './route.ts';
import { memberText, optionalText } from './text.ts';
import { translationPreferences } from './translations.ts';

export const role = z.enum(['member', 'moderator', 'operator']);
export type Role = z.infer<typeof role>;

/** 2–30 graphemes; the finer rules (one script, look-alikes, reserved words) answer with a field of their own. */
export const handle = z
  .string()
  .min(2)
  .max(120)
  .refine((h) => h.isWellFormed(), { message: 'malformed-text' });
export const password = z
  .string()
  .min(8, { message: 'password-too-short' })
  .refine((p) => new TextEncoder().encode(p).length <= 1024, { message: 'password-too-long' });
/** Any country's number in E.164. */
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, { message: 'phone-format' });
export const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());
export const address = z.union([email, phone]);
const code = z.string().regex(/^\d{6}$/, { message: 'code-format' });

export const languagesRead = z
  .array(z.enum(readableLanguageTags))
  .min(1)
  .max(12)
  .refine(unique, { message: 'duplicate' });
export const chosenInterests = z
  .array(z.enum(interests))
  .max(interests.length)
  .refine(unique, { message: 'duplicate' });

/** What a signed-in member knows about themselves. */
export const me = z.object({
  id: memberId,
  handle: z.string(),
  name: z.string(),
  bio: z.string(),
  avatar: mediaView.optional(),
  avatarHue: z.number().int(),
  role,
  languagesRead: z.array(z.string()),
  translation: translationPreferences,
  interests: z.array(z.string()),
  interfaceLanguage,
  timeZone: z.string(),
  showsCountryBadge: z.boolean(),
  keepsSearchHistory: z.boolean(),
  email: z.string().optional(),
  phone: z.string().optional(),
  hasPassword: z.boolean(),
  acceptedRulesVersion: z.number().int(),
  unreadNotifications: z.number().int(),
  /** Send it back as `If-Match` when changing the profile. */
  version: z.number().int(),
  joinedAt: instant,
});
export type Me = z.infer<typeof me>;

export const sessionView = z.object({
  id: sessionId,
  device: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
  isCurrent: z.boolean(),
});
export const passkeyView = z.object({ id: passkeyId, name: z.string(), createdAt: instant });

const profileInput = {
  handle,
  name: memberText('name', { singleLine: true }),
  languagesRead,
  interests: chosenInterests.default([]),
  interfaceLanguage,
  timeZone: z.string().max(64).optional(),
  acceptedRulesVersion: z.number().int().min(1),
  /** The one-time token printed at the first start of an empty house. */
  operatorToken: z.string().max(200).optional(),
};

export const signUpBody = z.discriminatedUnion('by', [
  z.object({ by: z.literal('password'), password, ...profileInput }),
  z.object({ by: z.literal('code'), address, code, password: password.optional(), ...profileInput }),
]);
export type SignUpBody = z.output<typeof signUpBody>;

export const signInBody = z.discriminatedUnion('by', [
  /** `identifier`: handle, e-mail or phone. */
  z.object({
    by: z.literal('password'),
    identifier: z.string().min(1).max(254),
    password: z.string().min(1).max(1024),
  }),
  z.object({ by: z.literal('code'), address, code }),
]);

const meAnswer = z.object({ me });
/** WebAuthn's own JSON, produced and read by the ceremony library on both sides. */
const ceremony = z.record(z.string(), z.unknown());

export const accountRoutes = {
  handleAvailability: defineRoute({
    id: 'accounts.handleAvailability',
    method: 'GET',
    path: '/api/accounts/handle-availability',
    access: 'public',
    rate: 'read',
    summary: 'Whether a handle is free, and why not',
    query: z.object({ handle }),
    response: z.object({ available: z.boolean(), reason: z.enum(['taken', 'reserved', 'form']).optional() }),
  }),
  requestCode: defineRoute({
    id: 'accounts.requestCode',
    method: 'POST',
    path: '/api/accounts/codes',
    access: 'public',
    rate: 'code',
    status: 202,
    summary:
      'Send a one-time code to an e-mail address or phone number; the answer is the same whether it is known or not',
    body: z.object({
      address,
      purpose: z.enum(['sign-up', 'sign-in', 'reset-password']),
      language: interfaceLanguage.default('en'),
    }),
    response: z.object({ expiresInSeconds: z.number().int() }),
  }),
  signUp: defineRoute({
    id: 'accounts.signUp',
    method: 'POST',
    path: '/api/accounts',
    access: 'public',
    rate: 'sign-in',
    status: 201,
    summary: 'Open an account and a session',
    body: signUpBody,
    response: meAnswer,
    problems: ['handle-taken', 'address-taken', 'invalid-code', 'sign-up-closed'],
  }),
  signIn: defineRoute({
    id: 'accounts.signIn',
    method: 'POST',
    path: '/api/session',
    access: 'public',
    rate: 'sign-in',
    summary: 'Sign in with a password or a one-time code',
    body: signInBody,
    response: meAnswer,
    problems: ['wrong-credentials', 'invalid-code'],
  }),
  session: defineRoute({
    id: 'accounts.session',
    method: 'GET',
    path: '/api/session',
    access: 'public',
    rate: 'read',
    summary: 'Who is signed in, if anyone',
    response: z.object({ me: me.nullable() }),
  }),
  signOut: defineRoute({
    id: 'accounts.signOut',
    method: 'DELETE',
    path: '/api/session',
    access: 'member',
    rate: 'write',
    summary: 'Sign out here',
  }),
  listSessions: defineRoute({
    id: 'accounts.listSessions',
    method: 'GET',
    path: '/api/account/sessions',
    access: 'member',
    rate: 'read',
    summary: 'Devices signed in to this account',
    response: z.object({ items: z.array(sessionView) }),
  }),
  revokeSession: defineRoute({
    id: 'accounts.revokeSession',
    method: 'DELETE',
    path: '/api/account/sessions/:sessionId',
    access: 'member',
    rate: 'write',
    summary: 'Sign one device out',
    params: z.object({ sessionId }),
    problems: ['not-found'],
  }),
  revokeOtherSessions: defineRoute({
    id: 'accounts.revokeOtherSessions',
    method: 'DELETE',
    path: '/api/account/sessions',
    access: 'member',
    rate: 'write',
    summary: 'Sign every other device out',
  }),
  changePassword: defineRoute({
    id: 'accounts.changePassword',
    method: 'PUT',
    path: '/api/account/password',
    access: 'member',
    rate: 'sign-in',
    summary: 'Change or set the password; every other session ends',
    body: z.object({ currentPassword: z.string().max(1024).optional(), newPassword: password }),
    problems: ['wrong-credentials'],
  }),
  resetPassword: defineRoute({
    id: 'accounts.resetPassword',
    method: 'POST',
    path: '/api/accounts/password-reset',
    access: 'public',
    rate: 'sign-in',
    summary: 'Set a new password with a one-time code; every session ends',
    body: z.object({ address, code, newPassword: password }),
    problems: ['invalid-code'],
  }),
  passkeyOptions: defineRoute({
    id: 'accounts.passkeyOptions',
    method: 'POST',
    path: '/api/account/passkeys/options',
    access: 'member',
    rate: 'sign-in',
    summary: 'Begin adding a passkey',
    response: z.object({ options: ceremony }),
  }),
  addPasskey: defineRoute({
    id: 'accounts.addPasskey',
    method: 'POST',
    path: '/api/account/passkeys',
    access: 'member',
    rate: 'sign-in',
    status: 201,
    summary: 'Finish adding a passkey',
    body: z.object({ name: memberText('name', { singleLine: true }), response: ceremony }),
    response: passkeyView,
    problems: ['invalid-code'],
  }),
  listPasskeys: defineRoute({
    id: 'accounts.listPasskeys',
    method: 'GET',
    path: '/api/account/passkeys',
    access: 'member',
    rate: 'read',
    summary: 'Passkeys of this account',
    response: z.object({ items: z.array(passkeyView) }),
  }),
  removePasskey: defineRoute({
    id: 'accounts.removePasskey',
    method: 'DELETE',
    path: '/api/account/passkeys/:passkeyId',
    access: 'member',
    rate: 'write',
    summary: 'Remove a passkey',
    params: z.object({ passkeyId }),
    problems: ['not-found', 'conflict'],
  }),
  passkeySignInOptions: defineRoute({
    id: 'accounts.passkeySignInOptions',
    method: 'POST',
    path: '/api/session/passkey/options',
    access: 'public',
    rate: 'sign-in',
    summary: 'Begin signing in with a passkey',
    response: z.object({ options: ceremony }),
  }),
  passkeySignIn: defineRoute({
    id: 'accounts.passkeySignIn',
    method: 'POST',
    path: '/api/session/passkey',
    access: 'public',
    rate: 'sign-in',
    summary: 'Finish signing in with a passkey',
    body: z.object({ response: ceremony }),
    response: meAnswer,
    problems: ['wrong-credentials'],
  }),
  updateMe: defineRoute({
    id: 'accounts.updateMe',
    method: 'PATCH',
    path: '/api/me',
    access: 'member',
    rate: 'write',
    summary: 'Change profile and settings; `If-Match` with the version refuses a change made meanwhile',
    body: z.object({
      handle: handle.optional(),
      name: profileInput.name.optional(),
      bio: optionalText('bio').optional(),
      avatarId: z.uuid({ version: 'v7' }).nullable().optional(),
      languagesRead: languagesRead.optional(),
      translation: translationPreferences.optional(),
      interests: chosenInterests.optional(),
      interfaceLanguage: interfaceLanguage.optional(),
      timeZone: z.string().max(64).optional(),
      showsCountryBadge: z.boolean().optional(),
      keepsSearchHistory: z.boolean().optional(),
      acceptedRulesVersion: z.number().int().min(1).optional(),
    }),
    response: meAnswer,
    problems: ['handle-taken', 'changed-meanwhile', 'not-found'],
  }),
  deleteAccount: defineRoute({
    id: 'accounts.delete',
    method: 'DELETE',
    path: '/api/account',
    access: 'member',
    rate: 'sign-in',
    status: 200,
    summary: 'Delete the account for good; the answer says what stays and why',
    body: z.object({ handle, password: z.string().max(1024).optional() }),
    response: z.object({ kept: z.array(z.object({ what: z.string(), why: z.string() })) }),
    problems: ['wrong-credentials'],
  }),
  exportAccount: defineRoute({
    id: 'accounts.export',
    method: 'GET',
    path: '/api/account/export',
    access: 'member',
    rate: 'export',
    raw: 'application/zip',
    summary: 'Everything the house holds about this member, as a ZIP of JSON and pictures',
  }),
  claimOperator: defineRoute({
    id: 'accounts.claimOperator',
    method: 'POST',
    path: '/api/operator-claim',
    access: 'member',
    rate: 'sign-in',
    summary: 'Become operator of an empty house with the one-time token',
    body: z.object({ token: z.string().min(1).max(200) }),
    response: meAnswer,
    problems: ['invalid-code'],
  }),
};

function unique(list: readonly string[]): boolean {
  return new Set(list).size === list.length;
}
