import { scriptCounts } from '@teahouse/engine';

/**
 * A language to tell engines for a sentence nobody recognised; where it is wrong, the checks of the output find it out.
 *
 * @param expected languages it is likely in, likeliest first
 * @returns `und` where nothing speaks for any language but the reader's own
 */
export function guessSource(sentence: string, to: string, expected: readonly string[]): string {
  const counts = scriptCounts(sentence);
  const [han, latin] = [counts.get('Han') ?? 0, counts.get('Latin') ?? 0];
  if (han === 0 && latin === 0) return 'und';
  const isHan = han > latin;
  const likely = expected.find((language) => language !== to && (isHan ? inHan : inLatin)(language));
  const usual = isHan ? 'zh' : 'en';
  return likely ?? (usual === to ? 'und' : usual);
}

const inOtherScripts = new Set(['ko', 'ru', 'uk', 'ar', 'he', 'fa', 'hi', 'bn', 'th']);

function inHan(language: string): boolean {
  return language === 'zh' || language === 'ja';
}

function inLatin(language: string): boolean {
  return !inHan(language) && !inOtherScripts.has(language);
}
