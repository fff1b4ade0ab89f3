import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** Text as outlines, so that a card looks the same on a machine without fonts. Signs the font lacks (emoji) are left out. */
export interface Letters {
  /** SVG paths with the baseline's start at 0,0. */
  svg: string;
  width: number;
}

const family = '@fontsource-variable/noto-sans-sc';
const fileOf = (path: string) => fileURLToPath(import.meta.resolve(`${family}/${path}`));
/** Ideographs are spread over a hundred files; this many stay open. */
const mostOpenFonts = 40;
/** The files hold the thinnest weight; an outline of this many font units makes it read as medium, twice as many as bold. */
const outlineOf = { medium: 48, bold: 84 } as const;
export type Weight = keyof typeof outlineOf;

interface Subset {
  file: string;
  ranges: [number, number][];
}

const subsets = readSubsets();
const opened = new Map<string, Font>();

export function drawLetters(text: string, size: number, weight: Weight): Letters {
  const paths: string[] = [];
  let x = 0;
  for (const { font, part } of splitByFont(text)) {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(part);
    glyphs.forEach((glyph, index) => {
      const place = positions[index];
      const at = `translate(${round(x + (place?.xOffset ?? 0) * scale)} 0) scale(${round(scale, 5)} ${-round(scale, 5)})`;
      paths.push(`<path transform="${at}" d="${glyph.path.toSVG()}"/>`);
      x += ((place?.xAdvance ?? 0) + outlineOf[weight] / 3) * scale;
    });
  }
  return {
    svg: `<g stroke="currentColor" stroke-linejoin="round" stroke-width="${outlineOf[weight]}" fill="currentColor">${paths.join('')}</g>`,
    width: x,
  };
}

/** Lines no wider than `width`, at most `lines` of them; the last one ends with … when something is left over. */
export function wrapLetters(text: string, size: number, weight: Weight, width: number, lines: number): Letters[] {
  const wrapped: string[] = [];
  let rest = unbreakable(drawable(text)).flatMap((piece) =>
    drawLetters(piece, size, weight).width > width ? [...piece] : piece,
  );
  while (rest.length > 0 && wrapped.length < lines) {
    const isLast = wrapped.length === lines - 1;
    const count = countFitting(rest, size, weight, width);
    const line = rest.slice(0, count).join('').trim();
    wrapped.push(isLast && count < rest.length ? `${withoutLast(line)}…` : line);
    rest = rest.slice(count);
  }
  return wrapped.filter((line) => line !== '').map((line) => drawLetters(line, size, weight));
}

function countFitting(pieces: readonly string[], size: number, weight: Weight, width: number): number {
  let used = 0;
  for (const [index, piece] of pieces.entries()) {
    used += drawLetters(piece, size, weight).width;
    if (used > width && index > 0) return index;
  }
  return pieces.length;
}

function withoutLast(line: string): string {
  return [...line].slice(0, -1).join('').trimEnd();
}

const closing = /^[\s\p{Pe}\p{Pf}\p{Po}ー]+$/u;

/** Words, single ideographs; a closing mark stays with what it closes. */
function unbreakable(text: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    const last = pieces.at(-1);
    if (last !== undefined && closing.test(segment)) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

function drawable(text: string): string {
  return [...text.normalize('NFC').replace(/\s+/gu, ' ')]
    .filter((character) => fontFor(character.codePointAt(0) ?? 0) !== undefined)
    .join('')
    .trim();
}

function splitByFont(text: string): { font: Font; part: string }[] {
  const parts: { font: Font; part: string }[] = [];
  for (const character of text) {
    const font = fontFor(character.codePointAt(0) ?? 0);
    const last = parts.at(-1);
    if (font && last?.font === font) last.part += character;
    else if (font) parts.push({ font, part: character });
  }
  return parts;
}

function fontFor(codePoint: number): Font | undefined {
  for (const { file, ranges } of subsets) {
    if (!ranges.some(([first, last]) => codePoint >= first && codePoint <= last)) continue;
    const font = openFont(file);
    if (font.hasGlyphForCodePoint(codePoint)) return font;
  }
  return undefined;
}

function openFont(file: string): Font {
  const known = opened.get(file);
  const font = known ?? (create(readFileSync(fileOf(`files/${file}`))) as Font);
  opened.delete(file);
  opened.set(file, font);
  if (opened.size > mostOpenFonts) opened.delete(opened.keys().next().value ?? '');
  return font;
}

function readSubsets(): Subset[] {
  const byName = JSON.parse(readFileSync(fileOf('unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(byName)
    .map(([name, ranges]) => ({
      file: `noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`,
      ranges: ranges.split(',').map(rangeOf),
    }))
    .reverse();
}

function rangeOf(text: string): [number, number] {
  const [first = '', last = first] = text.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}
