import type { translationRoutes } from '@teahouse/contract';
import type { Handler } from '../http/context.ts';
import { createRecentMap } from '../platform/recent-map.ts';
import type { PinyinPart } from './pinyin.ts';

const mostTexts = 500;
/** A part for every character: some 30 MB. */
const mostCharacters = 300_000;

/** The dictionary is large and few readers are learners: it is loaded by the first who asks. */
export function createReadAloud(): Handler<typeof translationRoutes.pinyin> {
  const read = createRecentMap<PinyinPart[]>(mostTexts, mostCharacters);
  return async ({ body: { text } }) => {
    const known = read.get(text);
    if (known) return { parts: known };
    const { pinyinOf } = await import('./pinyin.ts');
    const parts = await pinyinOf(text);
    read.set(text, parts);
    return { parts };
  };
}
