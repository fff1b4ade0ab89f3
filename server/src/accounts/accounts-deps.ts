import type { Settings } from '../house/index.ts';
import type { Media } from '../media/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage, ListLanguages } from '../platform/language.ts';
import type { Readers } from '../readers.ts';
import type { Codes } from './codes.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';
import type { SignUpLimit } from './sign-up-limit.ts';
import type { WrongPasswords } from './wrong-passwords.ts';

/** What the use cases of this feature share. */
export interface AccountDeps extends Deps {
  sessions: Sessions;
  passwords: Passwords;
  codes: Codes;
  wrongPasswords: WrongPasswords;
  signUpLimit: SignUpLimit;
  settings: Settings;
  media: Media;
  detectLanguage: DetectLanguage;
  languagesIn: ListLanguages;
  readers: Readers;
}
