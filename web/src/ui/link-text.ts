export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'topic'; text: string; name: string }
  | { kind: 'mention'; text: string; handle: string };

// A link ends before closing punctuation of any script, so that "（https://a.b）" and "see https://a.b." keep theirs.
const pattern =
  /(?<link>https?:\/\/[^\s<>"'，。！？；：、（）《》「」【】]+)|(?<topic>[#＃][\p{L}\p{N}\p{M}_]+)|(?<mention>[@＠][\p{L}\p{N}\p{M}_.-]+)/gu;
const trailing = /[.,!?;:)\]}]+$/;

/**
 * Splits member text into what is linked and what is not. Only mentions the server confirmed become links, so that an
 * address like a@b.c or a name nobody has stays text.
 */
export function linkText(text: string, mentions: readonly { handle: string }[] = []): TextPart[] {
  const handles = mentions.map((mention) => mention.handle).sort((a, b) => b.length - a.length);
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const part = partOf(match, text, handles);
    if (!part) continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(part);
    end = match.index + part.text.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

function partOf(match: RegExpExecArray, text: string, handles: readonly string[]): TextPart | undefined {
  const { link, topic, mention } = match.groups ?? {};
  if (link) return linkPart(link);
  const before = text[match.index - 1] ?? ' ';
  if (topic) return /[\p{L}\p{N}&/]/u.test(before) && !isWide(before) ? undefined : topicPart(topic);
  if (mention && !/[\w.]/.test(before)) return mentionPart(mention, handles);
  return undefined;
}

function linkPart(raw: string): TextPart | undefined {
  const text = raw.replace(trailing, '');
  return URL.canParse(text) ? { kind: 'link', text, href: text } : undefined;
}

function topicPart(text: string): TextPart | undefined {
  const name = text.slice(1);
  // "#1" is a place in a list, not a topic.
  return /^\p{N}+$/u.test(name) ? undefined : { kind: 'topic', text, name };
}

/** Scripts without spaces run on after a name ("@mia你好"), so the longest confirmed handle wins. */
function mentionPart(text: string, handles: readonly string[]): TextPart | undefined {
  const written = text.slice(1).toLowerCase();
  const handle = handles.find((known) => written.startsWith(known.toLowerCase()) && endsThere(written, known.length));
  return handle ? { kind: 'mention', text: text.slice(0, handle.length + 1), handle } : undefined;
}

function endsThere(written: string, length: number): boolean {
  const next = written[length];
  return (
    next === undefined ||
    !/[\p{Script=Latin}\p{N}_]/u.test(next) ||
    !/[\p{Script=Latin}\p{N}_]/u.test(written[length - 1] ?? '')
  );
}

function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character);
}
