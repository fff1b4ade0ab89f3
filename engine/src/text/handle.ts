import { foldConfusables } from './confusables.ts';
import { countGraphemes, hasLoneSurrogate } from './graphemes.ts';
import { type Script, scriptOf } from './scripts.ts';

// docs: the design asks for 2–30 graphemes.
const LEAST_GRAPHEMES = 2;
const MOST_GRAPHEMES = 30;

// Four bytes for each grapheme; keeps stacks of combining marks out of addresses.
const MOST_CODE_POINTS = 60;

/** Names that speak for the house, or are paths, files and addresses of it (RFC 2142, RFC 8615, the route table). */
export const RESERVED_HANDLES: readonly string[] = (
  'about account accounts admin administrator all anonymous api app assets auth blog bot careers changelog contact ' +
  'data dashboard deleted demo developer docs download edit everyone export favicon feed file files following ftp ' +
  'guest health help here home host hostmaster images import inbox info invite legal list local localhost login ' +
  'logout mail mailer me media member members metrics mod moderation moderator mods myself nobody note notes notice ' +
  'notifications null official oauth openapi operator owner policy postmaster press privacy privacypolicy public ' +
  'register report reports robots root rooms rss rules search security self server service settings share shop shops ' +
  'signin signout signup site sitemap staff static status studio support sysadmin system team teahouse terms test ' +
  'topic topics transparency trust undefined unknown upload user users verified verify webmaster wellknown www ' +
  '茶馆 茶館 官方 管理员 管理員 客服 系统 系統 版主 运营'
).split(' ');

export type HandleProblem =
  | 'too-short'
  | 'too-long'
  | 'forbidden-character'
  | 'misplaced-sign'
  | 'mixed-scripts'
  | 'reserved';

// UTS #39 "highly restrictive": one script, or one of the mixtures East Asian writing is made of.
const SCRIPT_MIXTURES: readonly ReadonlySet<Script>[] = [
  new Set<Script>(['Latin', 'Han', 'Hiragana', 'Katakana']),
  new Set<Script>(['Latin', 'Han', 'Bopomofo']),
  new Set<Script>(['Latin', 'Han', 'Hangul']),
];

const ALLOWED = /^[\p{L}\p{M}0-9_.-]+$/u;

// Letters by category that draw nothing (U+3164) or a mere accent (ˈ); the long-vowel mark ー is the exception.
const INVISIBLE_LETTERS = /\p{Default_Ignorable_Code_Point}|(?!ー)(?=\p{Lm})[\p{Script=Common}\p{Script=Inherited}]/u;

// A mark belongs to a letter; a full stop or hyphen at an edge, or two together, belongs to a path or a sentence.
const MISPLACED = /^[\p{M}.-]|[.-]$|[.-]{2}|[0-9_.-]\p{M}/u;

/**
 * Checks a wished-for handle.
 *
 * @returns the handle as it is stored (NFKC) with its key, or what is wrong with it
 */
export function checkHandle(
  wished: string,
): { ok: true; handle: string; key: string } | { ok: false; problem: HandleProblem } {
  const handle = hasLoneSurrogate(wished) ? wished : wished.normalize('NFKC');
  const problem = findHandleProblem(handle);
  return problem ? { ok: false, problem } : { ok: true, handle, key: handleKey(handle) };
}

/**
 * The key under which handles must be unique: NFKC, lower case, look-alikes of Latin letters folded. `аdmin` with a
 * Cyrillic а, `ａｄｍｉｎ` and `Admin` share one.
 */
export function handleKey(handle: string): string {
  return foldConfusables(handle.normalize('NFKC').toLowerCase().normalize('NFKC'));
}

function findHandleProblem(handle: string): HandleProblem | undefined {
  if (handle === '') return 'too-short';
  if (!ALLOWED.test(handle) || INVISIBLE_LETTERS.test(handle)) return 'forbidden-character';
  if ([...handle].length > MOST_CODE_POINTS || countGraphemes(handle) > MOST_GRAPHEMES) return 'too-long';
  if (isReserved(handle)) return 'reserved';
  if (countGraphemes(handle) < LEAST_GRAPHEMES) return 'too-short';
  if (MISPLACED.test(handle)) return 'misplaced-sign';
  return mayStandTogether(handle) ? undefined : 'mixed-scripts';
}

/** Signs between and digits behind reserved words do not make them free: `a.d.m.i.n`, `teahouse_official`, `admin2`. */
function isReserved(handle: string): boolean {
  const key = handleKey(handle);
  if (RESERVED_SKELETONS.has(skeleton(key.replace(/[_.-]/g, '')))) return true;
  const words = key.split(/[_.-]+/).flatMap((word) => word.replace(/[0-9]+$/, '') || []);
  return words.length > 0 && words.every((word) => RESERVED_SKELETONS.has(skeleton(word)));
}

/** Digits read as the letters they imitate, and l as i: `0fficia1` reads as `official`. */
function skeleton(key: string): string {
  return key.replace(/[0135l]/g, (character) => ({ 0: 'o', 1: 'i', 3: 'e', 5: 's', l: 'i' })[character] ?? character);
}

const RESERVED_SKELETONS: ReadonlySet<string> = new Set(RESERVED_HANDLES.map((word) => skeleton(handleKey(word))));

function mayStandTogether(handle: string): boolean {
  const scripts = new Set<Script>();
  for (const character of handle) {
    const script = scriptOf(character);
    if (script) scripts.add(script);
  }
  if (scripts.has('Other')) return scripts.size === 1;
  return scripts.size <= 1 || SCRIPT_MIXTURES.some((mixture) => [...scripts].every((script) => mixture.has(script)));
}
