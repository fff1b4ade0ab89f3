import type { ModelStore } from '../engines/bergamot/model-store.ts';
import type { TranslationEngine } from '../engines/port.ts';
import type { SmokeTest } from './pull-model.ts';

const sentences: Record<string, string> = {
  zh: '今天我做了一道很好吃的菜。',
  en: 'I cooked something very good today.',
  ja: '今日はとてもおいしい料理を作りました。',
  ko: '오늘 아주 맛있는 요리를 했어요.',
  ru: 'Сегодня я приготовила очень вкусный ужин.',
};

/** A name and a number occur in every language a model may come from. */
const anywhere = 'Teahouse 2025.';

/**
 * Tries a model in an engine of its own, which is closed afterwards: truncated weights load without complaint and take
 * their engine down at the first sentence.
 */
export function smokeWith(
  openEngine: (store: ModelStore) => TranslationEngine | Promise<TranslationEngine>,
): SmokeTest {
  return async ({ from, to }, store, signal) => {
    const engine = await openEngine(store);
    try {
      const segments = [{ id: 'smoke', masked: sentences[from] ?? anywhere, spans: [] }];
      const [answer] = await engine.translate({ from, to, segments }, signal);
      if (!answer || !('text' in answer) || answer.text.trim() === '') throw new Error('The engine gave no sentence.');
    } finally {
      await engine.close();
    }
  };
}
