// ¥128, 3.5kg, 20%, 10:30, 2025-01-14, 1,299, v2.0, 30x40cm, B2. A plain number (3 cats, 8月3日) is grammar to an engine,
// which writes "August 3" and "three cats": it stays in the sentence and is compared afterwards. So does a range with a
// wave (10～15人), which is "10 to 15" elsewhere.

const DIGITS = String.raw`[\d０-９]+`;
const AMOUNT = String.raw`${DIGITS}(?:[.,:/：．][\d０-９]+)*[¼½¾⅓⅔⅛⅜⅝⅞]?`;
const CURRENCY = String.raw`(?:(?:US|HK|NT|[AC])\$|[$€£¥￥₩₫₹₽฿]|(?:RMB|CNY|USD|EUR|GBP|JPY|KRW|HKD|TWD)(?![\p{L}]))`;

// Units written in Latin letters on labels and in captions everywhere; a space before them is common.
const UNITS =
  'kcal|cal|kg|mg|g|lbs?|oz|km/h|mph|km|cm|mm|m|ft|ml|mL|cl|dl|l|L|kW|kWh|W|V|mAh|Ah|KB|MB|GB|TB|Kbps|Mbps|Hz|kHz|MHz|GHz|fps|px|dpi|rpm|min|ms|sec|hrs?|USD|EUR|RMB|JPY|KRW';

// Only without a space: 1080p, 4K, 3D, 5w (万), 10am, 2x.
const ATTACHED = 'am|pm|AM|PM|a\\.m\\.|p\\.m\\.|[pPkKwWxXDGhst]';

const LETTERED = String.raw`[ \u00a0]?(?:${UNITS})|${ATTACHED}`;
const SIGNED = String.raw`[ \u00a0]?(?:[%％‰℃℉€£₩₫₽฿]|°[ ]?[CF]?)`;

// A sign may stand before anything; letters and digits may not run on into a word or a longer number (5stars, 2nd).
const SUFFIX = String.raw`(?:${SIGNED}|(?:${LETTERED})?(?![\p{Script=Latin}\d０-９_]|[.,:/-]\d))`;
const PREFIX = String.raw`(?:(?:[+\-−±≈~～≥≤](?=[\d０-９$€£¥￥]))?(?:${CURRENCY}[ ]?|[vV](?=\d))?)`;
const RANGE = `(?:(?:${SIGNED}|${LETTERED})?[-~～–—−×xX*]${CURRENCY}?${AMOUNT})*`;

const NUMBERS = new RegExp(
  String.raw`(?:(?<![\p{Script=Latin}\d０-９_.,])|(?=[$€£¥￥₩]))${PREFIX}${AMOUNT}${RANGE}${SUFFIX}`,
  'gu',
);

// Capitals with digits: B2, A4, H200, PM2.5, MP3, USB3.0. u1s1 and gr8 are words.
const CODES =
  /(?<![\p{Script=Latin}\p{N}_])(?=[A-Z])[A-Z]{1,4}-?\d{1,5}(?:\.\d+)?(?:[A-Z]{1,2}\d?)?(?![\p{Script=Latin}\p{N}_])/gu;

// At most four digits: longer ones are telephone numbers, postcodes, ids, which no engine has to understand.
const PLAIN = /^(?:[\d０-９]{0,4}[~～])?[\d０-９]{1,4}$/u;

// 1.2万 becomes 12,000 and 6.6折 becomes 34% off: the engine has to see the digits.
const MYRIAD = /^\s?[十百千万亿萬億兆천만억折成]/u;

/** Numbers that must come through a translation character by character. */
export function findNumbers(text: string): { start: number; end: number }[] {
  const numbers = [...text.matchAll(NUMBERS)].filter(
    ({ 0: number, index }) => !PLAIN.test(number) && !MYRIAD.test(text.slice(index + number.length)),
  );
  return [...numbers, ...text.matchAll(CODES)].map(({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
  }));
}
