import { normaliseText, Problem } from '@teahouse/contract';
import { readXmlTokens, type XmlToken } from './xml-tokens.ts';

/** One meaning in two or more languages. */
export interface TmxUnit {
  variants: { language: string; text: string }[];
}

// An import is held in memory once. The largest memories people share by hand (Tatoeba, UI strings) stay below.
const MOST_BYTES = 20_000_000;
const MOST_UNITS = 200_000;

// Each variant is a translation of every other one: their pairs grow with the square. The largest shared units (UNPC, Wikimedia)
// have six to forty.
const MOST_VARIANTS = 60;

// TMX 1.4b, 2.2: what stands in these is code of another format, not wording. <hi> alone marks wording up.
const CODE_ELEMENTS = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

/**
 * Reads a translation memory in TMX 1.1 to 1.4b: texts by language, inline tags taken out, regions dropped (zh-CN is zh).
 * Variants without wording are left out, and units that have fewer than two then.
 *
 * @throws Problem `invalid-request`, while iterating, when the file is no TMX or larger than 20 MB, 200,000 units or 60 variants of one
 */
export function* readTmx(xml: string): Generator<TmxUnit> {
  if (Buffer.byteLength(xml) > MOST_BYTES) throw new Problem('invalid-request', 'The file is larger than 20 MB.');
  const tokens = readXmlTokens(xml);
  const root = tokens.next();
  if (root.done || root.value.kind !== 'open' || root.value.name !== 'tmx') {
    throw new Problem('invalid-request', 'The file is not a translation memory: it does not begin with <tmx>.');
  }
  let units = 0;
  for (const token of tokens) {
    if (!isOpen(token, 'tu')) continue;
    units += 1;
    if (units > MOST_UNITS) throw new Problem('invalid-request', 'The file has more than 200,000 units.');
    const variants = readUnit(tokens, units).filter(({ text }) => text !== '');
    if (variants.length > 1) yield { variants };
  }
}

/** A translation memory that other programs read, piece by piece: TMX 1.4b, plain text segments. */
export const tmxFile = {
  head: `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    '<header creationtool="Teahouse" creationtoolversion="1" segtype="sentence" o-tmf="Teahouse" adminlang="en" srclang="*all*" datatype="plaintext"/>',
    '<body>',
  ].join('\n')}\n`,
  unit: ({ variants }: TmxUnit) => `<tu>${variants.map(writeVariant).join('')}</tu>\n`,
  tail: '</body>\n</tmx>\n',
};

/** The same as a whole. */
export function writeTmx(units: Iterable<TmxUnit>): string {
  return tmxFile.head + Array.from(units, tmxFile.unit).join('') + tmxFile.tail;
}

type Tokens = Iterator<XmlToken>;

function readUnit(tokens: Tokens, unit: number): TmxUnit['variants'] {
  const variants: TmxUnit['variants'] = [];
  for (const token of until(tokens, 'tu')) {
    if (!isOpen(token, 'tuv')) continue;
    // `lang` is how TMX 1.1 to 1.3 spelled it.
    const tag = token.attributes.get('xml:lang') ?? token.attributes.get('lang');
    variants.push({ language: languageOf(tag, unit), text: readVariant(tokens) });
    if (variants.length > MOST_VARIANTS)
      throw new Problem('invalid-request', `Unit ${unit} has more than ${MOST_VARIANTS} variants.`);
  }
  return variants;
}

function readVariant(tokens: Tokens): string {
  let text = '';
  for (const token of until(tokens, 'tuv')) if (isOpen(token, 'seg')) text = readSegment(tokens);
  return normaliseText(text);
}

function readSegment(tokens: Tokens): string {
  let text = '';
  for (const token of until(tokens, 'seg')) {
    if (token.kind === 'text') text += token.text;
    if (token.kind === 'open' && CODE_ELEMENTS.has(token.name)) skip(tokens, token.name);
  }
  return text;
}

function skip(tokens: Tokens, name: string): void {
  for (const token of until(tokens, name)) if (isOpen(token, name)) skip(tokens, name);
}

/** What comes before the end of the element; the tokenizer has made sure that there is one. */
function* until(tokens: Tokens, name: string): Generator<XmlToken> {
  for (let next = tokens.next(); !next.done; next = tokens.next()) {
    if (next.value.kind === 'close' && next.value.name === name) return;
    yield next.value;
  }
}

function isOpen(token: XmlToken, name: string): token is Extract<XmlToken, { kind: 'open' }> {
  return token.kind === 'open' && token.name === name;
}

/** The language alone, as members choose it: zh-CN, ZH_TW and zh-Hant are zh. */
function languageOf(tag: string | undefined, unit: number): string {
  if (tag === undefined) throw new Problem('invalid-request', `Unit ${unit} has a variant without a language.`);
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-')).language;
  } catch (cause) {
    throw new Problem('invalid-request', `Unit ${unit} names a language that is no language tag.`, { cause });
  }
}

function writeVariant({ language, text }: TmxUnit['variants'][number]): string {
  return `<tuv xml:lang="${escapeXml(language)}"><seg>${escapeXml(text)}</seg></tuv>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Signs that XML cannot carry draw nothing: they are dropped. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
