import { countGraphemes } from '../text/graphemes.ts';
import { type Script, scriptRuns } from '../text/scripts.ts';
import { areNumbersKept } from './check-numbers.ts';
import { looksObeyed } from './check-obedience.ts';
import { inventsPrice } from './check-prices.ts';
import { saysQuotation } from './check-quotations.ts';
import { couldGiveOrders } from './could-give-orders.ts';
import { isInThirdLanguage } from './foreign-words.ts';
import { lengthBounds, scriptsOf } from './language-shapes.ts';
import { dropMarkers } from './markers.ts';
import type { OutputProblem, Segment } from './prepared-text.ts';
import { baseLanguage } from './source-language.ts';

export type OutputCheck = {
  segment: Pick<Segment, 'masked'>;
  /** As the engine gave it, markers included. */
  output: string;
  from: string;
  to: string;
  /** Secret words of the engine's own prompt. */
  canary?: string;
  /** Whether the text around the segment could give orders to a translator; without it, the segment is asked. */
  isSuspect?: boolean;
  /** An engine that only ever translates cannot obey. */
  takesOrders?: boolean;
};

// Longer than any translation of a sentence (300 characters of Chinese make at most 2,740 of English): what an engine says after it
// shows in the length. Patterns that are quick on a page are not on a megabyte.
const MOST_READ = 4_000;

// A letter of Han or kana is worth this many of an alphabet (FLORES-200 devtest, English to Chinese).
const LETTERS_PER_WIDE = 3;

// Bergamot's outputs and the references of FLORES-200 devtest have at least .8; a short comment may be half names.
const LEAST_OWN_SCRIPT = 0.4;

// No Japanese sentence of FLORES-200 devtest is without kana; titles and menus of this length may be.
const MOST_HAN_WITHOUT_KANA = 12;

// Names and words that languages share: OK, pizza, Taylor Swift, 最高.
const SHARED_WORDS = 2;
const SHARED_IDEOGRAPHS = 4;
const SHARED_WITH_JAPANESE = 2;

// The same words four times in a row, or the same letter eight times; enough of it in the source is a member's own cry.
const REPETITION = /(\S.{1,39}?)\1{3,}|([^\d\s.…~～!！?？=*_-])\2{7,}/su;
const REPEATED_BEFORE = /(\S.{1,39}?)\1{2,}|([^\d\s.…~～!！?？=*_-])\2{5,}/su;

// Said by a machine about its work, in the languages it speaks to operators in.
const ANNOUNCEMENT: readonly RegExp[] = [
  /^\W*(?:sure|certainly|of course|okay)?[,!. ]*here(?:'s|’s| is| are)\b.{0,40}\btranslat/iu,
  /^\W*(?:the )?(?:english|chinese|japanese|korean|spanish|french)? ?translat(?:ion|ed text)\b.{0,30}[:：]/iu,
  /^\W*(?:(?:以下|这)是.{0,12}(?:翻译|译文)|(?:翻译|译文|中文翻译|翻译结果)(?:如下)?[:：]|翻译如下)/u,
  /^\W*(?:以下(?:は|が).{0,12}(?:翻訳|訳)|(?:翻訳|訳文|日本語訳)[:：])/iu,
  /^\W*(?:다음은.{0,12}번역|번역(?:문|결과)?\s*[:：])/iu,
  /^\W*(?:aquí (?:está|tienes)|esta es).{0,20}traducci|^\W*traducción\s*[:：]/iu,
];
const REFUSAL: readonly RegExp[] = [
  /\b(?:as|i['’]?a?m) an? (?:ai|artificial intelligence|(?:large )?language model)\b|\bmy (?:rules|instructions|prompt) (?:are|is|say)\b/iu,
  /\bi(?:'m| am|’m)? ?(?:sorry|afraid|unable|cannot|can't|can’t)\b.{0,40}\b(?:translat|assist|help with (?:that|this)|fulfil|comply|provide|this request)/iu,
  /(?:作为|我是)(?:一[个款])?大?(?:ai|人工智能|语言模型)|我的(?:规则|指令|任务)是|(?:抱歉|对不起).{0,6}我?(?:无法|不能)(?:翻译|提供|协助|帮助|处理|完成|满足|回答)/iu,
  /(?:AI|言語モデル)として|申し訳.{0,12}(?:翻訳|お手伝い|対応)/iu,
  /(?:AI|언어 ?모델)로서|죄송.{0,12}(?:번역|도와)/iu,
  /como (?:una )?(?:ia|inteligencia artificial|modelo de lenguaje)\b|lo siento.{0,20}no puedo (?:traducir|ayudar)/iu,
];
const ABOUT_TRANSLATION = /transl|翻译|译文|翻訳|訳|번역|traduc/iu;
const ABOUT_REFUSAL =
  /(?<!\p{L})(?:ai|ia|artificial|model|sorry|apolog|afraid|siento|disculp)|人工智能|人工知能|模型|抱歉|对不起|道歉|謝|申し訳|すみません|인공지능|모델|죄송|미안/iu;
const NOTE =
  /(?:^|[\n(（【[])\s*(?:translator'?s? )?(?:note|注|注意|备注|译者注|说明|訳注|備考|참고|주|nota|remarque)\s*[:：]/iu;
const NOTE_WORD = /note|n\.?b\.?|注|备注|說明|说明|提示|ps|メモ|備考|参考|참고|주의|nota|ojo|remarque/iu;
const CODE =
  /```|~~~|^\s*[[{]\s*["{[]|<\/?(?:script|div|span|p|html|body|img|a)\b|\b(?:console\.log|function\s*\(|def \w+\(|import \w+ from ['"]|drop table \w|delete from \w|insert into \w|select \S+ from \w|rm -rf|sudo \w)/iu;
// Brackets of code and markup: a translation brings none of its own.
const MACHINE_BRACKETS = /[{}`]|<\/?(?=[a-z!])/giu;

/**
 * What is wrong with an engine's output, cheaply told. Spans are not looked at: putting them back does that.
 *
 * @returns nothing for a plausible translation
 */
export function checkOutput(check: OutputCheck): OutputProblem[] {
  const source = dropMarkers(check.segment.masked).trim();
  const whole = dropMarkers(check.output).trim();
  const output = whole.slice(0, MOST_READ);
  if (!/[\p{L}\p{N}]/u.test(output)) return ['empty'];
  const { least, most } = lengthBounds(countGraphemes(source), check.from, check.to);
  const length = countGraphemes(whole);
  const findings: [OutputProblem, boolean][] = [
    ['echo', isEcho(source, output, check.to)],
    ['wrong-script', isWrongScript(source, output, check.to) || isInThirdLanguage(source, output, check.to)],
    ['length', length < least || length > most],
    ['repetition', REPETITION.test(output) && !REPEATED_BEFORE.test(source)],
    ['numbers', !areNumbersKept(source, output) || inventsPrice(source, output)],
    ['commentary', isCommentary(check.segment.masked, check.output.slice(0, MOST_READ))],
    ['instruction', isObeying(source, output, check)],
  ];
  return findings.flatMap(([problem, isFound]) => (isFound ? [problem] : []));
}

function isEcho(source: string, output: string, to: string): boolean {
  if (foldText(source) !== foldText(output)) return false;
  const words = source.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];
  const ideographs = source.match(/\p{Script=Han}/gu)?.length ?? 0;
  return ideographs > 0 ? ideographs > sharedIdeographs(to) : words.length > SHARED_WORDS;
}

/** Chinese and Japanese share names and two-character words; Korean writes even those in its own letters. */
function sharedIdeographs(to: string): number {
  if (to === 'ko') return 0;
  return to === 'ja' || to === 'zh' ? SHARED_WITH_JAPANESE : SHARED_IDEOGRAPHS;
}

function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
}

/** Words taken over from the source are left out: brand names and quotations may stay. */
function isWrongScript(source: string, output: string, to: string): boolean {
  const known = new Set(source.toLowerCase().match(/[\p{Script=Latin}\p{M}\d]+/gu));
  const own = output.replace(/[\p{Script=Latin}\p{M}\d]+/gu, (word) => (known.has(word.toLowerCase()) ? ' ' : word));
  const weights = new Map<Script, number>();
  for (const { script, letters } of scriptRuns(own)) {
    weights.set(script, (weights.get(script) ?? 0) + letters * (isWide(script) ? LETTERS_PER_WIDE : 1));
  }
  const total = weights.values().reduce((sum, weight) => sum + weight, 0);
  const scripts = scriptsOf(to);
  const fitting = weights.entries().reduce((sum, [script, weight]) => sum + (scripts.has(script) ? weight : 0), 0);
  if (total > 0 && fitting / total < LEAST_OWN_SCRIPT) return true;
  return isOtherEastAsian(output, to);
}

/** Han alone tells neither Chinese nor Japanese; kana does. */
function isOtherEastAsian(output: string, to: string): boolean {
  const han = output.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = output.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  if (baseLanguage(to) === 'ja') return kana === 0 && han > MOST_HAN_WITHOUT_KANA;
  return baseLanguage(to) === 'zh' && kana > 2 && kana * 4 > han;
}

function isWide(script: Script): boolean {
  return script === 'Han' || script === 'Hiragana' || script === 'Katakana' || script === 'Hangul';
}

function isCommentary(masked: string, output: string): boolean {
  const says = (signs: readonly RegExp[]) => signs.some((sign) => sign.test(output) && !sign.test(masked));
  if (says(ANNOUNCEMENT) && !ABOUT_TRANSLATION.test(masked)) return true;
  if (says(REFUSAL) && !ABOUT_REFUSAL.test(masked)) return true;
  if (NOTE.test(output) && !NOTE_WORD.test(masked)) return true;
  return output.trim().includes('\n') && !masked.includes('\n');
}

function isObeying(source: string, output: string, check: OutputCheck): boolean {
  const { canary, from, to, isSuspect = couldGiveOrders(source), takesOrders = true } = check;
  if (canary && check.output.includes(canary)) return true;
  if (CODE.test(output) && !CODE.test(source)) return true;
  if (countMatches(MACHINE_BRACKETS, output) > countMatches(MACHINE_BRACKETS, source)) return true;
  if (saysQuotation(source, output, isSuspect && takesOrders)) return true;
  return isSuspect && takesOrders && looksObeyed(source, output, { from, to });
}

function countMatches(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}
