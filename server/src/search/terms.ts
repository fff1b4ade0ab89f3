import { isStopWord } from '@teahouse/engine';
import { simplifiedCharacters, traditionalCharacters } from './simplified-characters.ts';

/** Cuts a run of Han characters into words. */
export interface HanCutter {
  /** The words in order; together they are the run. */
  cut(run: string): string[];
  /** The same, and the shorter words inside long ones. */
  cutFinely(run: string): string[];
  /** Words the dictionary learnt from topics: notes may have been indexed before it knew them. */
  isLateWord(word: string): boolean;
}

/** One word of a search, as ways to meet it: a way is met when all its terms are there. */
export type TermGroup = readonly (readonly string[])[];

export interface NoteTexts {
  title: string;
  text: string;
  topics: readonly string[];
}

const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const latinMarks = /(?<=\p{Script=Latin})\p{M}+/gu;
const hanCharacter = /\p{Script=Han}/gu;
const simplified = new Map(
  [...traditionalCharacters].map((from, index) => [from, simplifiedCharacters[index] ?? from]),
);

// Runs of scripts written without spaces; then words of all others with the signs that belong inside (node.js, c++, what's).
const han = String.raw`\p{Script=Han}+`;
const unspaced = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|\p{Script=Hangul}+`;
const letter = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}]\p{M}*`;
const word = `(?:${letter})+(?:['’+#._-]+(?:${letter})+)*[+#]*`;
const pieces = new RegExp(`(${han})|(${unspaced})|(${word})`, 'gu');

/** Nobody searches for longer terms, and tsvector refuses lexemes above 2 kB. */
const longestTerm = 40;
/** Of a very long text the first this many different terms are found. */
const mostTerms = 1_500;
/** Further words make a search no better, only dearer. */
const mostGroups = 16;

/** Full and half width, traditional and simplified, accented and plain Latin, capitals and small letters become one. */
export function foldText(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(invisible, '');
  const plain = folded.normalize('NFD').replace(latinMarks, '').normalize('NFC');
  return plain.replace(hanCharacter, (character) => simplified.get(character) ?? character);
}

/** Spellings of a search that find the same. */
export function queryKey(query: string): string {
  return foldText(query).replace(/\s+/gu, ' ').trim();
}

/** Terms under which a note is found. Single Han characters and stop words count in its title only. */
export function termsOfNote(cutter: HanCutter, note: NoteTexts): string[] {
  const title = foldText([note.title, ...note.topics].join('\n'));
  const topics = note.topics.map((topic) => foldText(topic).replace(/\s+/gu, ''));
  const terms = new Set([
    ...(title.match(hanCharacter) ?? []),
    ...topics,
    ...termsIn(cutter, title),
    ...termsIn(cutter, foldText(note.text)).filter((term) => !isStopWord(term)),
  ]);
  return [...terms].filter((term) => term !== '' && term.length <= longestTerm).slice(0, mostTerms);
}

/** What a search asks for, word by word; stop words only when there is nothing else. */
export function termsOfQuery(cutter: HanCutter, query: string): TermGroup[] {
  const groups = piecesOf(foldText(query)).flatMap((piece) => groupsOf(cutter, piece));
  const meaningful = groups.filter(([way]) => !isStopWord(way?.join('') ?? ''));
  const distinct = new Map(
    (meaningful.length > 0 ? meaningful : groups).map((group) => [JSON.stringify(group), group]),
  );
  return [...distinct.values()].slice(0, mostGroups);
}

/** The same search without its rigour: words, parts of words and pairs of characters, any of which may be missing. */
export function looseTermsOf(cutter: HanCutter, query: string): string[] {
  const folded = foldText(query);
  const pairs = piecesOf(folded).flatMap(({ kind, text }) => (kind === 'han' ? pairsOf(text) : []));
  const terms = new Set([...termsIn(cutter, folded), ...pairs]);
  return [...terms].filter((term) => !isStopWord(term) && [...term].length > 1).slice(0, 2 * mostGroups);
}

interface Piece {
  kind: 'han' | 'unspaced' | 'word';
  text: string;
}

function piecesOf(folded: string): Piece[] {
  return [...folded.matchAll(pieces)].map(([text, isHan, isUnspaced]) => ({
    kind: isHan !== undefined ? 'han' : isUnspaced !== undefined ? 'unspaced' : 'word',
    text,
  }));
}

function termsIn(cutter: HanCutter, folded: string): string[] {
  return piecesOf(folded).flatMap(({ kind, text }) => {
    if (kind === 'han') return hanTerms(cutter, text);
    return kind === 'word' ? wordTerms(text) : [text, ...pairsOf(text)];
  });
}

/** A word the dictionary does not know falls into single characters: the pairs across their edges stand for it. */
function hanTerms(cutter: HanCutter, run: string): string[] {
  const words = cutter.cut(run);
  const edges = words.slice(1).flatMap((after, index) => {
    const before = words[index] ?? '';
    const mayBeOneWord = (isSingle(before) || isSingle(after)) && !isStopWord(before) && !isStopWord(after);
    return mayBeOneWord ? [edge(before, after)] : [];
  });
  return [...words, ...edges, ...(words.some((each) => each.length > 2) ? cutter.cutFinely(run) : [])];
}

function groupsOf(cutter: HanCutter, { kind, text }: Piece): TermGroup[] {
  if (kind === 'word') return [[[plainWord(text)]]];
  if (kind === 'unspaced') return [[pairsOf(text)]];
  const words = cutter.cut(text);
  const groups = words.flatMap((each, index): TermGroup[] => {
    if (!isSingle(each)) return [cutter.isLateWord(each) ? [[each], pairsOf(each)] : [[each]]];
    const next = words[index + 1] ?? '';
    return isSingle(next) && !isStopWord(each) && !isStopWord(next) ? [[[edge(each, next)]]] : [];
  });
  return groups.length > 0 ? groups : words.map((each) => [[each]]);
}

function edge(before: string, after: string): string {
  return `${[...before].at(-1)}${[...after][0]}`;
}

function isSingle(text: string): boolean {
  return text.length === 1 || [...text].length === 1;
}

function wordTerms(text: string): string[] {
  return [text, ...text.split(/['’+#._-]+/u)].map(plainWord);
}

/** The plural s of Latin words goes, as in the last rule of Harman's S-stemmer: cats finds cat, gatos finds gato. */
function plainWord(text: string): string {
  return /^[a-z]{2,}[^siu]s$/u.test(text) ? text.slice(0, -1) : text;
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
