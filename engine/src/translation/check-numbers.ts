// 1,299 and 1.299 and 10 000 are one number each; 10:30 are two.
const NUMBER = /\d+(?:[.,'’](?=\d)\d+|[\u00a0\u202f\u2009 ]\d{3}(?!\d))*/gu;

const CHINESE_NUMERAL = /[零〇一二两兩三四五六七八九十百千]+/gu;
const CHINESE_DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九']
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['〇', 0],
      ['两', 2],
      ['兩', 2],
    ]),
);
const CHINESE_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

// Number words of English, Spanish, French, Japanese and Korean, and quantities that become digits elsewhere.
const NUMBER_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|double|twice|triple|quarter|first|second|third|fourth|fifth|decades?|century|centuries|noon|midnight|un[oa]?|une|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veint\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien\w*|mil|mill[oó]n\w*|millar\w*|docenas?|medi[oa]|primer\w*|segund\w+|tercer\w*|siglos?|d[eé]cadas?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt\w*|trente|quarante|cinquante|soixante|cents?|mille|milli\w+|milli[eè]mes?|douzaines?|demi\w*|premi\w+|deuxi[eè]me|troisi[eè]me|si[eè]cles?|d[eé]cennies?)\b|[万亿萬億兆半双倍]|수천|수백|[만억조백천]|하나|둘|셋|[한두세네] |다섯|여섯|일곱|여덟|아홉|열|스물/iu;

// January to December, one to twelve o'clock, the small numbers every language spells out.
const SMALLEST_NAMED = 31;

// 20世纪60年代 and 1960s are one.
const DECADE = /(\d{1,2})\s*(?:世纪|世紀|세기)\s*(\d0)\s*(?:年代|년대)/gu;

// The last parts of a time: 4:41.30 is 4分41秒30, 8.30 pm is 20:30.
const DOTTED_TIME = /(?<=:\d{2})[.,](?=\d{1,2}(?!\d))|(?<=(?<![\d.,])\d{1,2})\.(?=\d{2}\s?[ap]\.?\s?m\b)/giu;

/**
 * Whether the numbers of a sentence are those of its translation. Digits may become number words and 万 a thousand; a
 * number that turned into another one may not pass.
 */
export function areNumbersKept(source: string, output: string): boolean {
  const sourceNumbers = numbersIn(source);
  const outputNumbers = numbersIn(output);
  const missing = without(sourceNumbers, outputNumbers, spelledNumbers(output));
  const added = without(outputNumbers, sourceNumbers, spelledNumbers(source));
  const unexplained = missing.filter((number) => !added.some((other) => isSameTime(number, other)));
  const invented = added.filter((number) => !missing.some((other) => isSameTime(number, other)));
  if (significant(unexplained.join('')) === significant(invented.join(''))) return true;
  const isLost = !isSpelling(output) && unexplained.some((number) => Number(number) > SMALLEST_NAMED);
  const isChanged = !isSpelling(source) && unexplained.length > 0 && invented.length > 0;
  return !isLost && !isChanged && (isSpelling(source) || !invented.some((number) => significant(number).length > 3));
}

function numbersIn(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replace(DECADE, (_, century: string, years: string) => String((Number(century) - 1) * 100 + Number(years)))
    .replace(DOTTED_TIME, ':');
  // Said twice in one language, once in the other.
  return [...new Set((plain.match(NUMBER) ?? []).map((number) => number.replace(/\D/gu, '')))];
}

/** 3500万 and 35 million are both 35. */
function significant(number: string): string {
  return number.replace(/^0+|0+$/gu, '') || '0';
}

function without(numbers: readonly string[], others: readonly string[], spelled: ReadonlySet<string>): string[] {
  const known = new Set([...others.map(significant), ...spelled]);
  return numbers.filter((number) => !known.has(significant(number)));
}

/** 21:30 and 9:30 pm, the sixties and 1960, the 19th century and the 1800s. */
function isSameTime(one: string, other: string): boolean {
  const [less = 0, more = 0] = [Number(one), Number(other)].sort((a, b) => a - b);
  return more - less === 12 || (more > 1000 && more < 2100 && (more % 100 === less || more === (less - 1) * 100));
}

function isSpelling(text: string): boolean {
  return NUMBER_WORDS.test(text) || /[一二两三四五六七八九十百千]/u.test(text);
}

function spelledNumbers(text: string): Set<string> {
  return new Set((text.match(CHINESE_NUMERAL) ?? []).map((numeral) => significant(String(readChinese(numeral)))));
}

function readChinese(numeral: string): number {
  if (!/[十百千]/u.test(numeral)) return Number([...numeral].map((digit) => CHINESE_DIGITS.get(digit) ?? 0).join(''));
  let sum = 0;
  let digit: number | undefined;
  for (const character of numeral) {
    const unit = CHINESE_UNITS.get(character);
    if (unit) sum += (digit ?? 1) * unit;
    digit = unit ? undefined : CHINESE_DIGITS.get(character);
  }
  return sum + (digit ?? 0);
}
