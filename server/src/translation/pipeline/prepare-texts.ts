import { createBreather } from '../../platform/breather.ts';
import type { SpareTime } from '../../platform/spare-time.ts';
import type { TextToTranslate } from '../translator.ts';
import type { MemoryReader } from './memory-reader.ts';
import type { PreparedOnce, Preparer } from './prepare-once.ts';
import type { Router } from './router.ts';

/** Prepares many texts at once, and when; results in the order of the texts. */
export interface TextPreparation {
  /** For somebody whose page waits for it. */
  now(texts: readonly TextToTranslate[]): Promise<PreparedOnce[]>;
  /** For readers who have their page already. While every engine rests, a text that nobody has translated is not even read. */
  inSpareTime(texts: readonly TextToTranslate[]): Promise<PreparedOnce[]>;
}

interface Parts {
  preparer: Pick<Preparer, 'prepare' | 'recall'>;
  memory: MemoryReader;
  router: Pick<Router, 'restsBecause'>;
  spareTime: SpareTime;
}

export function createTextPreparation({ preparer, memory, router, spareTime }: Parts): TextPreparation {
  async function findTold(texts: readonly TextToTranslate[]): Promise<Set<TextToTranslate>> {
    const questions = texts.map(({ text, to, priors }) => ({ text, from: priors[0] ?? 'und', to }));
    const found = questions.length === 0 ? [] : await memory.findExact(questions);
    return new Set(texts.filter((_, index) => found[index] !== undefined));
  }

  return {
    async now(texts) {
      const breathe = createBreather();
      const prepared: PreparedOnce[] = [];
      // Sixty of the longest texts take seconds.
      for (const text of texts) {
        prepared.push(preparer.prepare(text));
        await breathe();
      }
      return prepared;
    },
    async inSpareTime(texts) {
      const unread = texts.filter((text) => !preparer.recall(text));
      if (unread.length === 0) return texts.map(preparer.prepare);
      const restsBecause = router.restsBecause();
      if (restsBecause === undefined) return spareTime.each(texts, preparer.prepare);
      const told = await findTold(unread);
      const left: PreparedOnce = { kind: 'settled', state: restsBecause };
      return spareTime.each(texts, (text) => preparer.recall(text) ?? (told.has(text) ? preparer.prepare(text) : left));
    },
  };
}
