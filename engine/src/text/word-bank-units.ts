import { foldConfusables } from './confusables.ts';
import { scriptOf } from './scripts.ts';

/** `unspaced`: Han and kana, written without spaces between words; `letter`: all other scripts. */
export type UnitKind = 'unspaced' | 'letter' | 'digit' | 'gap' | 'stop';

/** One character after normalisation; `run` is how often it stands there in a row. Offsets are those of the text. */
export type Unit = { character: string; kind: UnitKind; run: number; start: number; end: number };

const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]+$/u;

// The end of a sentence separates what belongs to two thoughts: 我不赌。博物馆很好看
const SENTENCE_END = /^[。！？；!?;\n]$/u;

const GAP_CHARACTER = ' ';
const STOP_CHARACTER = '\n';

/**
 * Brings a text to the form in which words are compared.
 *
 * @returns units in text order; spaces and signs appear only where they separate words
 */
export function unitsOf(text: string): Unit[] {
  return joinRuns(dropGaps(unmaskWords(charactersOf(text))));
}

/** NFKC may make several characters of one (㎞, eighteen of ﷺ); all of them keep its place in the text. */
function charactersOf(text: string): Unit[] {
  const folded = new Map<string, readonly Unit[]>();
  const units: Unit[] = [];
  let start = 0;
  for (const written of text) {
    const end = start + written.length;
    const ofOne = folded.get(written) ?? fold(written);
    folded.set(written, ofOne);
    for (const { character, kind } of ofOne) units.push({ character, kind, run: 1, start, end });
    start = end;
  }
  return units;
}

function fold(written: string): Unit[] {
  const characters = [...written.normalize('NFKC').toLowerCase()];
  return characters.flatMap((character) => (INVISIBLE.test(character) ? [] : toUnit(character, 0, 0)));
}

function toUnit(character: string, start: number, end: number): Unit {
  const kind = kindOf(character);
  const shown = kind === 'gap' ? GAP_CHARACTER : kind === 'stop' ? STOP_CHARACTER : character;
  return { character: shown, kind, run: 1, start, end };
}

function kindOf(character: string): UnitKind {
  const script = scriptOf(character);
  if (script === 'Han' || script === 'Hiragana' || script === 'Katakana') return 'unspaced';
  if (script) return 'letter';
  if (/^\p{N}$/u.test(character)) return 'digit';
  return SENTENCE_END.test(character) ? 'stop' : 'gap';
}

/** Look-alikes are folded only in words that mix scripts: whole words of Cyrillic or Greek are what they are. */
function unmaskWords(units: readonly Unit[]): Unit[] {
  return wordsOf(units).flatMap((word) => {
    const letters = new Set(word.flatMap(({ character, kind }) => (kind === 'letter' ? character : [])));
    const scripts = new Set([...letters].map(scriptOf));
    const isMasked = scripts.has('Latin') && scripts.size > 1;
    return isMasked ? word.map((unit) => ({ ...unit, character: foldConfusables(unit.character) })) : word;
  });
}

/**
 * Drops separators that separate nothing: beside a Han character, unless they end a sentence, and between single
 * letters (s.p.a.m, v i p).
 */
function dropGaps(units: readonly Unit[]): Unit[] {
  const words = wordsOf(units);
  return words.flatMap((word, index) => {
    if (!isSeparator(word[0])) return word;
    const before = words[index - 1];
    const after = words[index + 1];
    if (!before || !after) return [];
    const isStop = word.some(({ kind }) => kind === 'stop');
    const isBesideHan = before.at(-1)?.kind === 'unspaced' || after[0]?.kind === 'unspaced';
    const isBetweenLetters = isSingleLetter(before) && isSingleLetter(after);
    if ((isBesideHan && !isStop) || isBetweenLetters) return [];
    const separator = isStop ? toUnit(STOP_CHARACTER, 0, 0) : toUnit(GAP_CHARACTER, 0, 0);
    return [{ ...separator, start: word[0]?.start ?? 0, end: word.at(-1)?.end ?? 0 }];
  });
}

/** Splits into words of one kind and the separators between them; letters and digits make words together. */
function wordsOf(units: readonly Unit[]): Unit[][] {
  const words: Unit[][] = [];
  for (const unit of units) {
    const word = words.at(-1);
    if (word && classOf(word[0]) === classOf(unit)) word.push(unit);
    else words.push([unit]);
  }
  return words;
}

function classOf(unit: Unit | undefined): 'unspaced' | 'spelt' | 'separator' {
  if (isSeparator(unit)) return 'separator';
  return unit?.kind === 'unspaced' ? 'unspaced' : 'spelt';
}

function isSeparator(unit: Unit | undefined): boolean {
  return unit?.kind === 'gap' || unit?.kind === 'stop';
}

function isSingleLetter(word: readonly Unit[]): boolean {
  return word.length === 1 && word[0]?.kind === 'letter';
}

/** The units are of this one text: they are joined as they are. */
function joinRuns(units: readonly Unit[]): Unit[] {
  const joined: Unit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last && last.character === unit.character) {
      last.run += 1;
      last.end = unit.end;
    } else {
      joined.push(unit);
    }
  }
  return joined;
}
