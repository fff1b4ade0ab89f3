import type { Settings } from '../house/index.ts';
import type { Media } from '../media/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage, ListLanguages } from '../platform/language.ts';
import type { Readers } from '../readers.ts';
import type { AccountDeps } from './accounts-deps.ts';
import { createCodes } from './codes.ts';
import { defineAccountJobs } from './jobs.ts';
import { createPasswords } from './passwords.ts';
import { accountHandlers } from './routes.ts';
import { createSessions } from './sessions.ts';
import { createSignUpLimit } from './sign-up-limit.ts';
import { createWrongPasswords } from './wrong-passwords.ts';

export { setMemberState } from './member-state.sql.ts';
export { openOperatorClaim } from './operator-claim.ts';

interface Others extends Readers {
  settings: Settings;
  media: Media;
  detectLanguage: DetectLanguage;
  languagesIn: ListLanguages;
}

export async function createAccounts(deps: Deps, { settings, media, detectLanguage, languagesIn, ...readers }: Others) {
  const accounts: AccountDeps = {
    ...deps,
    settings,
    media,
    detectLanguage,
    languagesIn,
    readers,
    sessions: createSessions(deps),
    passwords: createPasswords(),
    codes: createCodes(deps, () => settings.current.name),
    signUpLimit: createSignUpLimit(deps),
    wrongPasswords: createWrongPasswords(deps),
  };
  defineAccountJobs(accounts);
  return {
    handlers: accountHandlers(accounts),
    /** What is remembered about a member's sessions is read again from now on. */
    forgetSessions: accounts.sessions.forget,
    findActor: accounts.sessions.findActor,
  };
}
