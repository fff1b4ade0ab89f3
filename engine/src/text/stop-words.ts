// The most frequent function words of each language (Snowball's English list and the Baidu list, cut to words that never
// carry a search). Chinese ones are only dropped as whole words, after the server has cut the text into words.
const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by do does for from has have how i in is it its me my of on or our that the their them there ' +
    'this to was we were what when where which who will with you your ' +
    '的 了 着 是 在 和 与 及 或 也 都 就 把 被 给 对 从 向 吗 呢 吧 啊 呀 哦 我 你 他 她 它 我们 你们 他们 这 那 这个 那个 一个 有 很 请问'
  ).split(' '),
);

/** @param word as the server's word cutter returns it, lower case */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
