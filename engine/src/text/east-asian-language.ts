import { CHINESE_ONLY_HAN, JAPANESE_HAN_WORDS, JAPANESE_ONLY_HAN } from './script-languages.ts';
import type { ScriptRun } from './scripts.ts';

type Assigned = { run: ScriptRun; language: 'zh' | 'ja'; confidence: number };

// Up to four characters may be either (最高, 大丈夫); longer Japanese has kana.
const EITHER_LANGUAGE = 4;

const CERTAIN = 0.99;

/**
 * Chinese or Japanese, run by run: a text may hold both.
 *
 * @param runs of Han, kana and bopomofo in text order
 */
export function assignEastAsian(text: string, runs: readonly ScriptRun[], priors: readonly string[]): Assigned[] {
  const expected = priors.find((language) => language === 'ja' || language === 'zh');
  const hasChinese = runs.some((run) => isChinese(text, run));
  const isOrnamented = isOrnament(text, runs) && (expected === 'zh' || hasChinese);
  if (isOrnamented || !runs.some(isKana)) return assignHan(text, runs, expected);
  let former: Assigned['language'] = 'ja';
  return runs.map((run, index) => {
    const next = runs[index + 1];
    const isJoined = (other: ScriptRun | undefined) =>
      other !== undefined && isKana(other) && (other.end === run.start || other.start === run.end);
    if (isChinese(text, run)) former = 'zh';
    else if (isKana(run) || !hasChinese || isJoined(next) || isJoined(runs[index - 1])) former = 'ja';
    return { run, language: former, confidence: CERTAIN };
  });
}

function assignHan(text: string, runs: readonly ScriptRun[], expected: 'zh' | 'ja' | undefined): Assigned[] {
  const han = runs.map(({ start, end }) => text.slice(start, end)).join('');
  const both = (language: Assigned['language'], confidence: number) =>
    runs.map((run) => ({ run, language, confidence }));
  if (CHINESE_ONLY_HAN.test(han) && !JAPANESE_ONLY_HAN.test(han)) return both('zh', CERTAIN);
  if (JAPANESE_ONLY_HAN.test(han)) return both('ja', 0.9);
  if ([...han].length > EITHER_LANGUAGE) return both('zh', CERTAIN);
  if (expected) return both(expected, 0.8);
  return both(JAPANESE_HAN_WORDS.test(han) ? 'ja' : 'zh', 0.5);
}

function isKana({ script }: ScriptRun): boolean {
  return script === 'Hiragana' || script === 'Katakana';
}

function isChinese(text: string, { script, start, end }: ScriptRun): boolean {
  return script === 'Bopomofo' || (script === 'Han' && CHINESE_ONLY_HAN.test(text.slice(start, end)));
}

/** A lone の is a fashion of Chinese shop signs and nicknames (奶茶の店). */
function isOrnament(text: string, runs: readonly ScriptRun[]): boolean {
  const kana = runs.filter(isKana);
  return kana.length === 1 && kana[0]?.letters === 1 && text[kana[0].start] === 'の';
}
