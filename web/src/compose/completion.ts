/** A topic or mention that is being written: what stands between its sign and the caret. */
export interface OpenToken {
  kind: 'topic' | 'mention';
  /** Where the sign stands, in UTF-16 units. */
  start: number;
  query: string;
}

// A sign inside a Latin word belongs to it (C#, a@b.c); scripts without spaces may run right up to it.
const open = /(?<![\p{Script=Latin}\p{N}_.&/])(?<sign>[#＃@＠])(?<query>[\p{L}\p{N}\p{M}_.·・-]{0,30})$/u;

/** The token that ends at the caret, if one does. */
export function openTokenAt(text: string, caret: number): OpenToken | undefined {
  const match = open.exec(text.slice(0, caret));
  if (!match?.groups) return undefined;
  const { sign = '', query = '' } = match.groups;
  return { kind: sign === '#' || sign === '＃' ? 'topic' : 'mention', start: match.index, query };
}

/** Text and caret after a completion was chosen. Topics lose their spaces: one word is one topic. */
export function complete(text: string, token: OpenToken, caret: number, name: string): { text: string; caret: number } {
  const written = token.kind === 'topic' ? `#${name.replace(/\s+/gu, '')}` : `@${name}`;
  const after = text.slice(caret);
  const gap = /^\s/u.test(after) ? '' : ' ';
  const before = text.slice(0, token.start) + written + gap;
  return { text: before + after, caret: before.length + (gap === '' ? 1 : 0) };
}
