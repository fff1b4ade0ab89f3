// http(s) and bare www addresses. Chinese text often follows an address without a space, so only ASCII belongs to it.
export const LINKS = /(?:https?:\/\/|www\.)[\x21-\x7e]+/giu;

// local@host.tld: not a mention.
export const MAIL_ADDRESSES = /(?<![@＠\w.%+-])[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/gu;

const MENTIONS = /[@＠][\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*(?:@[\w.-]+)?/gu;

const TAGS = /[#＃][\p{L}\p{M}\p{N}_\p{Extended_Pictographic}\u200d\ufe0f]+(?:\[话题\])?[#＃]?/gu;

// Stickers are written as a short name in brackets without spaces: [笑哭R], [doge].
export const STICKERS = /\[[^\s[\]]{1,12}\]/gu;

const EMOJI =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3\ufe0f\u200d\u{e0020}-\u{e007f}]/gu;

// Ideographs that draw an eye or a mouth; any other one in brackets is a word.
const FACE_HAN = '口皿益人工目艹土彡凸丶罒血灬';

// Single letters of other scripts draw faces; two of one script in a row are a word: (ロシア), (バー), (สวัสดี).
const WORDS = [
  String.raw`[\p{Script=Latin}\p{Script=Hangul}\p{Script=Cyrillic}\p{N}]{2}`,
  String.raw`[\p{Script=Hiragana}\p{Script=Katakana}][\p{Script=Hiragana}\p{Script=Katakana}ー]`,
  ...['Greek', 'Hebrew', 'Arabic', 'Devanagari', 'Thai'].map((script) => String.raw`\p{Script=${script}}{2}`),
].join('|');

// A bracketed face such as (｡･ω･｡) or ٩(ˊᗜˋ*)و: no word in it (two letters or digits in a row, an ideograph), and
// either a sign that no sentence uses or the eyes and mouth of an ASCII face. Arms may stick out on both sides.
const BRACKETED_FACES = new RegExp(
  [
    String.raw`[\\ヽヾ٩ლᕙ╰┌щψ＼⊂Σ╭໒]{0,2}[(（]`,
    String.raw`(?![^()（）\n]*(?:${WORDS}|(?![${FACE_HAN}])\p{Script=Han}))`,
    String.raw`(?=[^()（）\n]*(?:(?![\p{Script=Latin}\p{Script=Han}\p{P}\p{Sc}\p{N}\s])[^\x00-\x7f]|[・･｡﹏ฅ]|([\^>TtoOuUxX;=.'-])[_.oO^-]{1,3}[\^<TtoOuUxX;=.'-]|\^\^))`,
    String.raw`[^()（）\n]{2,16}[)）]`,
    String.raw`[\/ﾉノ۶وっづゞᕗ╯┘┛щ╮♡✧☆♪ლ⊃]{0,3}`,
  ].join(''),
  'gu',
);

// Faces that stand without brackets: ╥﹏╥, ಠ_ಠ, ʕ•ᴥ•ʔ, ¯\_(ツ)_/¯, ┻━┻, ^_^, >_<, -_-.
const DRAWN_FACES =
  /¯\\*_*[(（][^()（）\n][)）]_*\/¯|ʕ[^\sʕʔ]{2,8}ʔ|[︵彡]?\s?[┻┬][━─]+[┻┬]|[┭┮╥]{1,2}[﹏_]+[┭┮╥]{1,2}|[ಠಥ◕◉⊙☉ᵔ≧￣＾•°ಢ][_﹏ω‿▽△︿益皿д口ᴗᴥ‸︵ヮㅂᗜ.]{1,3}[ಠಥ◕◉⊙☉ᵔ≦￣＾•°ಢ]|(?<![\^\w])\^[_.oωﾛ▽-]?\^(?![\^\w])|>[_.﹏ω]{1,2}<|(?<![-.=\w])([-=;])[_.ω]{1,3}\1(?![-.=\w])/gu;

// Faces made of letters: T_T, QAQ, uwu, orz, xD, :), <3. Only spellings that are no word: OUT and XP are some.
const LETTER_FACES =
  /(?<![\p{Script=Latin}\p{N}])(?:([TtQqOoUuXx])[_.-]\1|[Oo][_.][Oo]|Q[AωUo]Q|T[AωUo]T|OAO|[QTOU]w[QTOU]|owo|uwu|[Oo]rz|ORZ|OTZ|[xX]D)(?![\p{Script=Latin}\p{N}])|(?<![\p{Script=Latin}\p{N}])(?:[:;=]'?-?[DPp3)(]|<3)(?![\p{Script=Latin}\p{N}])/gu;

export const FACES: readonly RegExp[] = [BRACKETED_FACES, DRAWN_FACES, LETTER_FACES];

// Units are read in every language: 38kg in a Japanese title is not English.
const UNITS = /(?<=\d)\s?(?:kcal|kg|mg|g|km|cm|mm|ml|l|px|gb|mb|min)(?![\p{L}\p{N}])/giu;

const NOT_PROSE = [LINKS, MAIL_ADDRESSES, MENTIONS, TAGS, STICKERS, ...FACES, UNITS, EMOJI];

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
