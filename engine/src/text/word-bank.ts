import { buildAutomaton, findPatterns } from './aho-corasick.ts';
import { type Unit, type UnitKind, unitsOf } from './word-bank-units.ts';

/** One entry of a word list. */
export type WordRule = {
  /** Stable id, quoted in statements of reasons. */
  id: string;
  /** As people write it; case, width and look-alikes do not matter. */
  term: string;
  /** Harmless wordings that contain the term: 妈妈的 for 妈的. */
  exceptions?: readonly string[];
};

export type WordList = { version: string; rules: readonly WordRule[] };

/** A term found in a text: offsets in UTF-16 units of the text as given, `end` exclusive. */
export type WordMatch = { ruleId: string; term: string; start: number; end: number };

export type WordBank = { version: string; match: (text: string) => WordMatch[] };

type Pattern = { rule: WordRule; units: readonly Unit[]; isException: boolean };
type Span = { first: number; last: number };

// A letter written this often or more is drawn out (sooooo); no term of a word list has three of a kind by spelling.
const DRAWN_OUT = 3;

/**
 * Compiles a word list (Aho & Corasick 1975): matching time grows with the text, not with the list.
 *
 * Before matching, text and terms are brought to one form: NFKC, lower case, look-alikes folded inside words of mixed
 * scripts, spaces and signs between Han characters and between single letters (`s.p.a.m`) ignored, drawn-out letters
 * taken for single or double ones. Terms of spaced scripts match whole words only.
 */
export function compileWordBank(list: WordList): WordBank {
  const patterns = list.rules.flatMap(patternsOf).filter(({ units }) => units.length > 0);
  const automaton = buildAutomaton(patterns.map(({ units }) => units.map(({ character }) => character)));
  return { version: list.version, match: (text) => matchText(text, patterns, automaton) };
}

function patternsOf(rule: WordRule): Pattern[] {
  const exceptions = (rule.exceptions ?? []).map((term) => ({ rule, units: unitsOf(term), isException: true }));
  return [{ rule, units: unitsOf(rule.term), isException: false }, ...exceptions];
}

function matchText(
  text: string,
  patterns: readonly Pattern[],
  automaton: ReturnType<typeof buildAutomaton>,
): WordMatch[] {
  const units = unitsOf(text);
  const found: { pattern: Pattern; span: Span }[] = [];
  for (const { pattern: index, end } of findPatterns(
    automaton,
    units.map(({ character }) => character),
  )) {
    const pattern = patterns[index];
    if (!pattern) continue;
    const span = { first: end - pattern.units.length + 1, last: end };
    if (isWhole(units, span) && hasSameRuns(units, span, pattern)) found.push({ pattern, span });
  }
  const excused = found.filter(({ pattern }) => pattern.isException);
  return found
    .filter(({ pattern }) => !pattern.isException)
    .filter(
      ({ pattern, span }) => !excused.some((other) => other.pattern.rule === pattern.rule && covers(other.span, span)),
    )
    .map(({ pattern, span }) => toMatch(pattern.rule, units, span));
}

/** A word of a spaced script must not go on beyond the match; a Han character on either side is no part of it. */
function isWhole(units: readonly Unit[], { first, last }: Span): boolean {
  return !isJoined(units[first - 1], units[first]) && !isJoined(units[last], units[last + 1]);
}

function isJoined(left: Unit | undefined, right: Unit | undefined): boolean {
  return left !== undefined && right !== undefined && isSpelt(left.kind) && isSpelt(right.kind);
}

function isSpelt(kind: UnitKind): boolean {
  return kind === 'letter' || kind === 'digit';
}

/** Repeated characters count as one unit; the match must repeat what the term repeats, or be drawn out. */
function hasSameRuns(units: readonly Unit[], { first }: Span, { units: wanted }: Pattern): boolean {
  return wanted.every((want, offset) => {
    const run = units[first + offset]?.run ?? 0;
    const isEdgeOfUnspaced = want.kind === 'unspaced' && (offset === 0 || offset === wanted.length - 1);
    return run === want.run || (run > want.run && (run >= DRAWN_OUT || isEdgeOfUnspaced));
  });
}

function covers(outer: Span, inner: Span): boolean {
  return outer.first <= inner.first && outer.last >= inner.last;
}

function toMatch(rule: WordRule, units: readonly Unit[], { first, last }: Span): WordMatch {
  return { ruleId: rule.id, term: rule.term, start: units[first]?.start ?? 0, end: units[last]?.end ?? 0 };
}
