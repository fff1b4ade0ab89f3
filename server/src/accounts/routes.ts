import type { accountRoutes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { changePassword, resetPassword } from './change-password.ts';
import { codeSeconds } from './codes.ts';
import { deleteAccount } from './delete-account.ts';
import { exportAccount } from './export-account.ts';
import { handleAvailability } from './handle-availability.ts';
import { listSessions, revokeOtherSessions, revokeSession } from './manage-sessions.ts';
import { getMe } from './me-view.ts';
import { claimOperator } from './operator-claim.ts';
import * as passkeys from './passkeys.ts';
import { signIn, signOut } from './sign-in.ts';
import { signUp } from './sign-up.ts';
import { updateMe } from './update-me.ts';

export function accountHandlers(deps: AccountDeps): Handlers<typeof accountRoutes> {
  return {
    handleAvailability: ({ query, actor }) => handleAvailability(deps, query.handle, actor?.memberId),
    requestCode: async ({ body }) => {
      await deps.codes.request(body.purpose, body.address, body.language);
      return { expiresInSeconds: codeSeconds };
    },
    signUp: ({ body, request }) => signUp(deps, body, request),
    signIn: ({ body, request }) => signIn(deps, body, request),
    session: async ({ actor }) => ({ me: actor ? await getMe(deps.db, actor.memberId) : null }),
    signOut: async ({ request }) => void (await signOut(deps, request)),
    listSessions: ({ actor }) => listSessions(deps, actor),
    revokeSession: async ({ actor, params }) => void (await revokeSession(deps, actor, params.sessionId)),
    revokeOtherSessions: async ({ actor }) => void (await revokeOtherSessions(deps, actor)),
    changePassword: async ({ actor, body, request }) => void (await changePassword(deps, actor, body, request)),
    resetPassword: async ({ body }) => void (await resetPassword(deps, body)),
    passkeyOptions: ({ actor, request }) => passkeys.passkeyOptions(deps, actor, request),
    addPasskey: ({ actor, body, request }) => passkeys.addPasskey(deps, actor, body, request),
    listPasskeys: ({ actor }) => passkeys.listPasskeys(deps, actor),
    removePasskey: async ({ actor, params }) => void (await passkeys.removePasskey(deps, actor, params.passkeyId)),
    passkeySignInOptions: ({ request }) => passkeys.passkeySignInOptions(deps, request),
    passkeySignIn: ({ body, request }) => passkeys.passkeySignIn(deps, body.response, request),
    updateMe: ({ actor, body, request }) => updateMe(deps, actor, body, request),
    deleteAccount: ({ actor, body, request }) => deleteAccount(deps, actor, body, request),
    exportAccount: async ({ actor, request }) => void (await exportAccount(deps, actor, request)),
    claimOperator: ({ actor, body }) => claimOperator(deps, actor, body.token),
  };
}
