// A currency sign, except inside a name (A$AP).
const PRICE_SIGN = /(?<!\p{L})\p{Sc}|\p{Sc}(?!\p{L})/u;

const MONEY: readonly RegExp[] = [
  /\p{Sc}/u,
  /[元圆圓円钱錢镑鎊币幣]|美金|[\d一二两兩三四五六七八九十百千万几幾半]\s*[块塊刀蚊毛]/u,
  /ドル|ユーロ|ポンド|ウォン|ルピー|バーツ|ペソ|달러|유로|파운드|위안|페소|[\d일이삼사오육칠팔구십백천만억]\s*[원엔]/u,
  /доллар|бакс|евро|рубл|фунт|гривн|ευρώ|δολάρι|دولار|يورو|ريال|درهم|דולר|שקל|रुप|डॉलर|บาท|ดอลลาร์|ยูโร|đồng|đô/iu,
  /(?<!\p{L})(?:d[oó]l+ar|buck|euro|eur|usd|cny|rmb|jpy|krw|gbp|hkd|twd|pound|sterling|libra|livre|quid|yen|yuan|kuai|won|peso|pavo|real|reais|rupee|rupia|roupie|rand|fran[ck]|franco|balles?|kron[ae]|kronor|baht|ringgit|dong|lira|z[lł]oty|shekel|cent|penny|pence)(?:e?s|n)?(?!\p{L})/iu,
];

/** Whether a translation names a price, or makes one of a number, where the sentence speaks of no money. */
export function inventsPrice(source: string, output: string): boolean {
  return PRICE_SIGN.test(output) && !MONEY.some((money) => money.test(source));
}
