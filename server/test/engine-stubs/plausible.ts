import { plausibleWords } from './plausible-words.ts';

/** Translations a stub knows, by `from>to>masked sentence`; see {@link phraseKey}. */
export type Phrases = ReadonlyMap<string, string>;

export function phraseKey(from: string, to: string, masked: string): string {
  return `${from}>${to}>${masked}`;
}

/**
 * A stand-in for a translation: the same every time, in the script of the target, as long as a translation would be, with every
 * digit and marker where it was. A phrase the stub was given comes out as given.
 */
export function plausibleTranslation(masked: string, from: string, to: string, phrases?: Phrases): string {
  const known = phrases?.get(phraseKey(from, to, masked));
  if (known !== undefined) return known;
  const target = primary(to);
  const said = (masked.match(tokens) ?? []).map((token) => sayToken(token, target));
  const text = joinTokens(said, target);
  return target === 'zh' || target === 'ja' ? text : text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

interface Said {
  kind: 'word' | 'exact' | 'mark' | 'space';
  text: string;
}

const tokens =
  /⟦\d+⟧|\d+(?:[.,:]\d+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,2}|[\p{L}\p{M}'’]+|\s+|./gsu;
const wideMarks: Readonly<Record<string, string>> = {
  '.': '。',
  ',': '，',
  '!': '！',
  '?': '？',
  ':': '：',
  ';': '；',
};
const narrowMarks: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(wideMarks).map(([narrow, wide]) => [wide, narrow])),
  '、': ',',
};

function sayToken(token: string, target: string): Said {
  if (/^[⟦\d]/.test(token)) return { kind: 'exact', text: token };
  if (/^\s/.test(token)) return { kind: 'space', text: token.includes('\n') ? token : ' ' };
  if (/^\p{L}/u.test(token)) return { kind: 'word', text: wordFor(token, target) };
  if (token === ',' && target === 'ja') return { kind: 'mark', text: '、' };
  const marks = target === 'zh' || target === 'ja' ? wideMarks : narrowMarks;
  return { kind: 'mark', text: marks[token] ?? token };
}

/** One or two Han characters are about a word elsewhere; a long word elsewhere is two characters, a short one a single. */
function wordFor(token: string, target: string): string {
  const hash = fnv1a(`${target}:${token.toLowerCase()}`);
  const list = plausibleWords[target] ?? plausibleWords.en ?? [];
  const word = list[hash % list.length] ?? '';
  return target === 'zh' && [...token].length < 5 && !/\p{Script=Hangul}/u.test(token)
    ? [...word].slice(0, 1).join('')
    : word;
}

/** Words of spaced scripts stand apart from each other and from markers and digits; marks stick to what is before them. */
function joinTokens(said: readonly Said[], target: string): string {
  const isSpaced = target !== 'zh' && target !== 'ja';
  let text = '';
  let before: Said | undefined;
  for (const token of said) {
    if (token.kind === 'space') {
      if (isSpaced || token.text !== ' ') text += token.text;
    } else {
      const wordsMeet =
        before !== undefined && before.kind !== 'mark' && token.kind !== 'mark' && before.kind !== 'space';
      const endsClause = before?.kind === 'mark' && /[.,!?:;]/.test(before.text) && token.kind !== 'mark';
      text += isSpaced && (wordsMeet || endsClause) ? ` ${token.text}` : token.text;
    }
    before = token;
  }
  return text;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

function primary(language: string): string {
  return language.split('-')[0] ?? language;
}
