/** How an engine that reads markup is told to leave a marker alone. */
export interface MarkerTag {
  /** The marker `⟦n⟧` as markup. */
  wrap: (index: string) => string;
  /** The same markup in the engine's output; group 1 is the index. */
  pattern: RegExp;
}

const marker = /⟦(\d+)⟧/gu;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Escapes the wording, so that no member writes markup to the engine. */
export function toMarkup(masked: string, tag: MarkerTag): string {
  return masked
    .replace(/[&<>]/g, (character) => escapes[character] ?? character)
    .replace(marker, (_, index) => tag.wrap(index));
}

/** The masked sentence again, or undefined when the engine left broken markup of ours behind. */
export function fromMarkup(markup: string, tag: MarkerTag): string | undefined {
  const unwrapped = markup.replace(tag.pattern, '⟦$1⟧');
  // The wording was sent escaped: a bare tag is the rest of a marker.
  if (/<\/?[a-z][^>]*>?/i.test(unwrapped)) return undefined;
  return unwrapped.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, decodeEntity);
}

function decodeEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
}
