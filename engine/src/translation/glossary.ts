import { type Automaton, buildAutomaton, findPatterns } from '../text/aho-corasick.ts';
import { blankLinks } from '../text/prose.ts';
import { extractMentions } from '../text/topics.ts';
import { type GlossaryUnit, glossaryUnits, isSpelt } from './glossary-units.ts';

/** What the matcher needs to know of a gloss. */
export type GlossaryTerm = {
  id: string;
  /** ISO 639 code of the language the term is used in. */
  language: string;
  term: string;
  /** Other spellings with the same meaning. */
  variants: readonly string[];
  /** Has an everyday meaning too: counts only beside one of `needs` or as the whole text. */
  isAmbiguous: boolean;
  needs?: readonly string[];
  /** Longer words that contain the term by chance: 拒绝了 for 绝了. */
  exceptions?: readonly string[];
};

type Place = { start: number; end: number };

/** A term found in a text: offsets in UTF-16 units, `end` exclusive; `start` and `end` are those of its first occurrence. */
export type GlossMatch = Place & {
  termId: string;
  /** False where an ambiguous term stands alone: fit for a footnote, not for replacing words. */
  isCertain: boolean;
  occurrences: Place[];
};

export type Glossary = {
  /** @returns each term once, in order of first occurrence */
  match: (text: string) => GlossMatch[];
  /** Language of a word that is slang of one language only, for language detection of short texts. */
  wordLanguage: (word: string) => string | undefined;
};

type Role = 'term' | 'exception' | 'need';
type Pattern = { term: GlossaryTerm; role: Role; units: readonly GlossaryUnit[] };
/** Indexes of the first and the last unit. */
type Span = { first: number; last: number };
type Hit = Span & { pattern: Pattern; isExact: boolean };
type Claim = Hit & { isCertain: boolean };
type Compiled = { patterns: readonly Pattern[]; automaton: Automaton };
/** Where the context words of a term begin, as indexes of units. */
type Context = ReadonlySet<number>;

// A letter written this often is drawn out (yyyyds); no term has three of a kind by spelling except those meant so (666).
const DRAWN_OUT = 3;

// A context word begins at most this many characters away, about a clause; tried on Tatoeba's everyday sentences.
const CONTEXT_UNITS = 16;
const NO_CONTEXT: Context = new Set();

/**
 * Compiles terms (Aho & Corasick 1975): matching time grows with the text, not with the glossary.
 *
 * The longest term wins where several overlap. Case, width and drawn-out letters make no difference; words of spaced
 * scripts match as a whole, Korean ones with their endings. Nothing is found inside links and mentions; topics are read
 * like any words.
 */
export function compileGlossary(terms: readonly GlossaryTerm[]): Glossary {
  const patterns = terms.flatMap(patternsOf).filter(({ units }) => units.length > 0);
  const automaton = buildAutomaton(patterns.map(({ units }) => units.map(({ character }) => character)));
  const compiled = { patterns, automaton };
  return {
    match: (text) => matchText(text, compiled),
    wordLanguage: (word) => findWordLanguage(word, compiled),
  };
}

function patternsOf(term: GlossaryTerm): Pattern[] {
  const toPattern = (role: Role) => (written: string) => ({ term, role, units: glossaryUnits(written) });
  return [
    ...[term.term, ...term.variants].map(toPattern('term')),
    ...(term.exceptions ?? []).map(toPattern('exception')),
    ...(term.needs ?? []).map(toPattern('need')),
  ];
}

function matchText(text: string, compiled: Compiled): GlossMatch[] {
  const units = glossaryUnits(blankMentions(blankLinks(text)));
  const hits = findHits(units, compiled);
  const contexts = readContexts(hits);
  const words = { first: units.findIndex(isWordy), last: units.findLastIndex(isWordy) };
  const claims = hits.flatMap((hit) => toClaim(hit, words, contexts.get(hit.pattern.term) ?? NO_CONTEXT) ?? []);
  const kept = keepLongest(claims, units).filter(({ pattern }) => pattern.role === 'term');
  return toMatches(kept, units);
}

function blankMentions(text: string): string {
  const letters = text.split('');
  for (const { start, end } of extractMentions(text)) letters.fill(' ', start, end);
  return letters.join('');
}

function findHits(units: readonly GlossaryUnit[], { patterns, automaton }: Compiled): Hit[] {
  const characters = units.map(({ character }) => character);
  return findPatterns(automaton, characters).flatMap(({ pattern: index, end: last }) => {
    const pattern = patterns[index];
    if (!pattern) return [];
    const first = last - pattern.units.length + 1;
    if (!isWhole(units, first, last) || !hasSameRuns(units, first, pattern.units)) return [];
    const isExact = pattern.units.every(({ run }, offset) => run === units[first + offset]?.run);
    return [{ pattern, first, last, isExact }];
  });
}

function isWhole(units: readonly GlossaryUnit[], first: number, last: number): boolean {
  const isInsideKorean = units[first]?.kind === 'hangul' && units[first - 1]?.kind === 'hangul';
  return !isInsideKorean && !isOneWord(units[first - 1], units[first]) && !isOneWord(units[last], units[last + 1]);
}

function isOneWord(left: GlossaryUnit | undefined, right: GlossaryUnit | undefined): boolean {
  return isSpelt(left) && isSpelt(right);
}

function hasSameRuns(units: readonly GlossaryUnit[], first: number, wanted: readonly GlossaryUnit[]): boolean {
  return wanted.every(({ run: want, kind }, offset) => {
    const run = units[first + offset]?.run ?? 0;
    if (run === want || kind === 'space') return true;
    if (run < want) return false;
    // Digits are exact (88 is no 888) unless the term itself is a row of them (666).
    if (kind === 'digit') return want >= DRAWN_OUT;
    const isEdge = offset === 0 || offset === wanted.length - 1;
    return run >= DRAWN_OUT || (kind !== 'letter' && isEdge);
  });
}

function readContexts(hits: readonly Hit[]): Map<GlossaryTerm, Context> {
  const needs = Map.groupBy(hits, ({ pattern }) => (pattern.role === 'need' ? pattern.term : undefined));
  const contexts = new Map<GlossaryTerm, Context>();
  for (const [term, found] of needs) if (term) contexts.set(term, new Set(found.map(({ first }) => first)));
  return contexts;
}

/** @returns undefined for what claims no place: context words, and ambiguous terms without context */
function toClaim(hit: Hit, words: Span, context: Context): Claim | undefined {
  const { term, role } = hit.pattern;
  if (role === 'need') return undefined;
  if (role === 'exception' || !term.isAmbiguous || isInContext(hit, context)) return { ...hit, isCertain: true };
  const isWholeText = hit.first <= words.first && hit.last >= words.last;
  return isWholeText ? { ...hit, isCertain: false } : undefined;
}

/** A context word may also lie within the spelling (吃瓜群众) or hold it (太6了). */
function isInContext({ first, last }: Span, context: Context): boolean {
  for (let at = first - CONTEXT_UNITS; at <= last + CONTEXT_UNITS; at += 1) if (context.has(at)) return true;
  return false;
}

/** Signs, emoji and spaces around a term do not make it less than the whole text. */
function isWordy({ kind }: GlossaryUnit): boolean {
  return kind !== 'sign' && kind !== 'space';
}

/** Of overlapping claims the longest stays; among equals the exact spelling, then the certain one. */
function keepLongest(claims: readonly Claim[], units: readonly GlossaryUnit[]): Claim[] {
  const lengthOf = ({ pattern }: Claim) => pattern.units.reduce((sum, { run }) => sum + run, 0);
  const ranked = claims.toSorted(
    (a, b) =>
      b.last - b.first - (a.last - a.first) ||
      Number(b.isExact) - Number(a.isExact) ||
      Number(b.isCertain) - Number(a.isCertain) ||
      lengthOf(b) - lengthOf(a),
  );
  const taken = new Uint8Array(units.length);
  return ranked.filter(({ first, last }) => {
    if (taken.subarray(first, last + 1).includes(1)) return false;
    taken.fill(1, first, last + 1);
    return true;
  });
}

function toMatches(claims: readonly Claim[], units: readonly GlossaryUnit[]): GlossMatch[] {
  const matches = new Map<string, GlossMatch>();
  for (const { pattern, first, last, isCertain } of claims.toSorted((a, b) => a.first - b.first)) {
    const place = { start: units[first]?.start ?? 0, end: units[last]?.end ?? 0 };
    const match = matches.get(pattern.term.id);
    if (match) {
      match.occurrences.push(place);
      match.isCertain ||= isCertain;
    } else {
      matches.set(pattern.term.id, { termId: pattern.term.id, ...place, isCertain, occurrences: [place] });
    }
  }
  return [...matches.values()];
}

function findWordLanguage(word: string, compiled: Compiled): string | undefined {
  const units = glossaryUnits(word);
  const languages = findHits(units, compiled)
    .filter(({ pattern, first, last }) => first === 0 && last === units.length - 1 && pattern.role === 'term')
    .map(({ pattern }) => (pattern.term.isAmbiguous ? undefined : pattern.term.language));
  return new Set(languages).size === 1 ? languages[0] : undefined;
}
