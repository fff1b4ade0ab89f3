import { scriptOf } from '../text/scripts.ts';

/**
 * `unspaced`: Han, kana and single Korean letters (ㅋㅋ), which stand in a text without spaces; `hangul`: Korean syllables,
 * whose words take endings; `spelt`: letters and digits of other scripts; `sign`: everything else, emoji included.
 */
export type GlossaryUnitKind = 'unspaced' | 'hangul' | 'letter' | 'digit' | 'space' | 'sign';

/** One folded character; `run` is how often it stands there in a row. Offsets are UTF-16 units of the text. */
export type GlossaryUnit = { character: string; kind: GlossaryUnitKind; run: number; start: number; end: number };

const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\p{M}]+$/u;

/**
 * Brings a text to the form in which terms are compared: NFKC, lower case, straight apostrophes, repeated characters
 * joined. The space that many put between Chinese and Latin (V 我 50) is dropped; any other space or sign separates.
 */
export function glossaryUnits(text: string): GlossaryUnit[] {
  const units = joinRuns(readUnits(text));
  return units.filter((unit, index) => !isSpaceBetweenScripts(unit, units[index - 1], units[index + 1]));
}

/** Letters and digits that make a word of a spaced script. */
export function isSpelt(unit: GlossaryUnit | undefined): boolean {
  return unit?.kind === 'letter' || unit?.kind === 'digit';
}

function readUnits(text: string): GlossaryUnit[] {
  const known = new Map<string, readonly Pick<GlossaryUnit, 'character' | 'kind'>[]>();
  const units: GlossaryUnit[] = [];
  let start = 0;
  for (const written of text) {
    const end = start + written.length;
    const ofOne = known.get(written) ?? kindsOf(written);
    known.set(written, ofOne);
    for (const { character, kind } of ofOne) units.push({ character, kind, run: 1, start, end });
    start = end;
  }
  return units;
}

function kindsOf(written: string) {
  return [...fold(written)].flatMap((character) =>
    INVISIBLE.test(character) ? [] : { character, kind: kindOf(character) },
  );
}

function fold(written: string): string {
  if (written === '’' || written === '‘' || written === '`') return "'";
  // A line break ends a thought; an underscore joins the words of a tag (#cat_tax).
  if (written === '\n') return written;
  if (written === '_' || /\s/u.test(written)) return ' ';
  return written.normalize('NFKC').toLowerCase();
}

function kindOf(character: string): GlossaryUnitKind {
  if (character === ' ') return 'space';
  const script = scriptOf(character);
  if (script === 'Han' || script === 'Hiragana' || script === 'Katakana') return 'unspaced';
  if (script === 'Hangul') return /^[\uac00-\ud7a3]$/u.test(character) ? 'hangul' : 'unspaced';
  if (script) return 'letter';
  if (/^\p{L}$/u.test(character)) return 'unspaced';
  return /^\p{N}$/u.test(character) ? 'digit' : 'sign';
}

function joinRuns(units: readonly GlossaryUnit[]): GlossaryUnit[] {
  const joined: GlossaryUnit[] = [];
  for (const unit of units) {
    const last = joined.at(-1);
    if (last?.character === unit.character) {
      last.run += 1;
      last.end = unit.end;
    } else {
      joined.push({ ...unit });
    }
  }
  return joined;
}

function isSpaceBetweenScripts(unit: GlossaryUnit, before?: GlossaryUnit, after?: GlossaryUnit): boolean {
  if (unit.kind !== 'space') return false;
  return (before?.kind === 'unspaced' && isSpelt(after)) || (isSpelt(before) && after?.kind === 'unspaced');
}
