import type { ResponseOf, translationRoutes } from '@teahouse/contract';
import type { Input } from '../http/context.ts';

type PinyinRoute = typeof translationRoutes.pinyin;

/** The dictionary is large and few readers are learners: it is loaded by the first who asks. */
export async function readAloud({ body }: Input<PinyinRoute>): Promise<ResponseOf<PinyinRoute>> {
  const { pinyinOf } = await import('./pinyin.ts');
  return { parts: await pinyinOf(body.text) };
}
