// http(s) and bare www addresses. Chinese text often follows an address without a space, so only ASCII belongs to it.
const LINKS = /(?:https?:\/\/|www\.)[\x21-\x7e]+/giu;

// local@host.tld: not a mention.
const MAIL_ADDRESSES = /(?<![@＠\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/gu;

const MENTIONS = /[@＠][\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*(?:@[\w.-]+)?/gu;

const TAGS = /[#＃][\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\u200d\ufe0f]+(?:\[话题\])?[#＃]?/gu;

// Stickers are written as a short name in brackets without spaces: [笑哭R], [doge].
const STICKERS = /\[[^\s[\]]{1,12}\]/gu;

const EMOJI =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3\ufe0f\u200d\u{e0020}-\u{e007f}]/gu;

// A bracketed face such as (｡･ω･｡) or (╯°□°）╯: brackets without two letters or digits in a row.
const BRACKETED_FACES = /[(（](?![^()（）]*[\p{L}\p{N}]{2})(?=[^()（）]*[^\p{L}\p{N}\s])[^()（）\n]{2,16}[)）]/gu;

// Faces made of letters: T_T, >_<, QAQ, QwQ, orz, :D, xD.
const LETTER_FACES =
  /(?<![\p{L}\p{N}])(?:[TtQqOoUuXx][_.-][TtQqOoUuXx]|[QTO][AwωUoO][QTO]|orz|OTZ|[xX:;=]-?[DPp3])(?![\p{L}\p{N}])/gu;

const NOT_PROSE = [LINKS, MAIL_ADDRESSES, MENTIONS, TAGS, STICKERS, BRACKETED_FACES, LETTER_FACES, EMOJI];

/**
 * Blanks out what is not a member's own wording: links, addresses, mentions, tags, stickers, emoji, faces.
 *
 * @returns a text of the same length in UTF-16 units, so that offsets stay valid
 */
export function blankNonProse(text: string): string {
  return NOT_PROSE.reduce((rest, pattern) => rest.replace(pattern, blank), text);
}

/** Blanks out links and mail addresses only, keeping offsets. */
export function blankLinks(text: string): string {
  return text.replace(LINKS, blank).replace(MAIL_ADDRESSES, blank);
}

function blank(match: string): string {
  return ' '.repeat(match.length);
}
