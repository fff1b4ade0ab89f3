/** A Han character with its reading, or a run of anything else; joined in order the parts are the text. */
export type PinyinPart = { text: string; pinyin?: string };

/** Words that the dictionary lacks or cuts wrongly; 在行走 is read there as 在行 and 走. */
const MORE_WORDS = {
  种草: 'zhòng cǎo',
  被种草: 'bèi zhòng cǎo',
  在行走: 'zài xíng zǒu',
  在行动: 'zài xíng dòng',
  还给: 'huán gěi',
  数数: 'shǔ shù',
  都得: 'dōu děi',
  我得去: 'wǒ děi qù',
  你得去: 'nǐ děi qù',
  重温: 'chóng wēn',
  着装: 'zhuó zhuāng',
  长高: 'zhǎng gāo',
  还钱: 'huán qián',
};

/**
 * Reads Chinese aloud for learners: tone marks, characters with several readings by the word they stand in, 一 and 不 as
 * they are spoken. The words are simplified ones: traditional characters get their most frequent reading.
 *
 * The dictionary takes about 16 MB and is loaded on first use.
 */
export async function pinyinOf(text: string): Promise<PinyinPart[]> {
  const { customPinyin, pinyin } = await import('pinyin-pro');
  customPinyin(MORE_WORDS);
  return joinUnread(pinyin(text, { type: 'all' }).map(toPart));
}

function toPart({ origin, pinyin, isZh }: { origin: string; pinyin: string; isZh: boolean }): PinyinPart {
  return isZh ? { text: origin, pinyin } : { text: origin };
}

function joinUnread(parts: readonly PinyinPart[]): PinyinPart[] {
  const joined: PinyinPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.pinyin === undefined && part.pinyin === undefined) last.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}
