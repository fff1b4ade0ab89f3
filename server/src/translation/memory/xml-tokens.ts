import { Problem } from '@teahouse/contract';

/** One piece of an XML document in its order. Comments, processing instructions and the prolog are left out. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const NAME = String.raw`[\p{L}_:][\p{L}\p{N}\p{M}_:.\-]*`;
const OPENING = new RegExp(String.raw`<(${NAME})((?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>`, 'uy');
const CLOSING = new RegExp(String.raw`<\/(${NAME})\s*>`, 'uy');
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'gu');
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{1,8}));|&/giu;

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

// XML 1.0, production 2 (Char), turned round.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

const SKIPPED = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

// No translation memory nests deeper than header, body, unit, variant, segment and a handful of inline tags.
const DEEPEST = 64;

/**
 * Reads the XML that translation memories are written in: well formed, in one pass, without DTD. A DOCTYPE that only names
 * a file is passed over and the file never fetched; one that declares anything is refused, and so is every entity but the
 * five that XML itself defines.
 *
 * @throws Problem `invalid-request`, while iterating
 */
export function* readXmlTokens(xml: string): Generator<XmlToken> {
  if (FORBIDDEN.test(xml)) throw brokenXml(xml, xml.search(FORBIDDEN), 'a character that XML does not allow');
  const open: string[] = [];
  let hasRoot = false;
  let at = xml.startsWith('\ufeff') ? 1 : 0;
  while (at < xml.length) {
    const { token, end, isEmpty } = readToken(xml, at, hasRoot);
    if (token?.kind === 'open') {
      if (hasRoot && open.length === 0) throw brokenXml(xml, at, 'a second root element');
      if (open.push(token.name) > DEEPEST) throw brokenXml(xml, at, 'elements nested too deeply');
      hasRoot = true;
    }
    if (token?.kind === 'close' && open.pop() !== token.name) {
      throw brokenXml(xml, at, `</${token.name}> where another element is open`);
    }
    if (token?.kind === 'text' && open.length === 0) {
      if (token.text.trim() !== '') throw brokenXml(xml, at, 'text outside of the root element');
    } else if (token) yield token;
    if (token?.kind === 'open' && isEmpty) yield { kind: 'close', name: open.pop() ?? token.name };
    at = end;
  }
  if (open.length > 0 || !hasRoot) throw brokenXml(xml, at, hasRoot ? `<${open.at(-1)}> is not closed` : 'no element');
}

interface ReadToken {
  token?: XmlToken;
  end: number;
  isEmpty?: boolean;
}

function readToken(xml: string, at: number, hasRoot: boolean): ReadToken {
  if (xml[at] !== '<') return readText(xml, at);
  if (xml.startsWith('<![CDATA[', at)) {
    const end = endOf(xml, at, ']]>');
    return { token: { kind: 'text', text: xml.slice(at + '<![CDATA['.length, end - ']]>'.length) }, end };
  }
  for (const [start, stop] of SKIPPED) if (xml.startsWith(start, at)) return { end: endOf(xml, at, stop) };
  if (xml.startsWith('<!', at)) return { end: skipDoctype(xml, at, hasRoot) };
  return readTag(xml, at);
}

function readText(xml: string, at: number): ReadToken {
  const next = xml.indexOf('<', at);
  const end = next < 0 ? xml.length : next;
  return { token: { kind: 'text', text: decode(xml, at, xml.slice(at, end).replace(/\r\n?/g, '\n')) }, end };
}

function readTag(xml: string, at: number): ReadToken {
  CLOSING.lastIndex = at;
  const closing = CLOSING.exec(xml);
  if (closing) return { token: { kind: 'close', name: closing[1] ?? '' }, end: CLOSING.lastIndex };
  OPENING.lastIndex = at;
  const opening = OPENING.exec(xml);
  if (!opening) throw brokenXml(xml, at, 'a tag that is not well formed');
  const [, name = '', attributes = '', slash] = opening;
  return {
    token: { kind: 'open', name, attributes: readAttributes(xml, at, attributes) },
    end: OPENING.lastIndex,
    isEmpty: slash === '/',
  };
}

function readAttributes(xml: string, at: number, written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', inDouble, inSingle] of written.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw brokenXml(xml, at, `the attribute ${name} twice`);
    attributes.set(name, decode(xml, at, inDouble ?? inSingle ?? ''));
  }
  return attributes;
}

function skipDoctype(xml: string, at: number, hasRoot: boolean): number {
  const end = endOf(xml, at, '>');
  const declaration = xml.slice(at, end);
  if (hasRoot || !declaration.startsWith('<!DOCTYPE')) throw brokenXml(xml, at, 'a declaration where none belongs');
  if (declaration.includes('[')) throw brokenXml(xml, at, 'a DOCTYPE with declarations of its own');
  return end;
}

function decode(xml: string, at: number, text: string): string {
  return text.replace(REFERENCE, (reference: string, hexadecimal?: string, decimal?: string, named?: string) => {
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal ?? Number.NaN);
    const sign = named === undefined ? characterOf(code) : NAMED.get(named);
    if (sign === undefined) throw brokenXml(xml, at, `${reference} which is not among the entities of XML`);
    return sign;
  });
}

function characterOf(code: number): string | undefined {
  if (!(code <= 0x10ffff)) return undefined;
  const character = String.fromCodePoint(code);
  return FORBIDDEN.test(character) ? undefined : character;
}

function endOf(xml: string, at: number, stop: string): number {
  const found = xml.indexOf(stop, at);
  if (found < 0) throw brokenXml(xml, at, `an end without ${stop}`);
  return found + stop.length;
}

/** Lines are counted only here: a file that is well formed does not pay for it. */
function brokenXml(xml: string, at: number, found: string): Problem {
  const line = xml.slice(0, at).split('\n').length;
  return new Problem('invalid-request', `The file is not readable as XML: line ${line} has ${found}.`);
}
