import { type NoteId, routes, type TextAddress, type TranslationView, textAddressOf } from '@teahouse/contract';
import { createLibreTranslateEngine } from '../src/translation/engines/libretranslate/libretranslate-engine.ts';
import type { CastName } from './cast.ts';
import { type EngineStub, phraseKey, startLibreTranslateStub } from './engine-stubs/index.ts';
import { openTeahouse, type TestHouse } from './harness.ts';

export interface TranslatedHouse extends AsyncDisposable {
  house: TestHouse;
  engine: EngineStub;
  /** A note by linwan. */
  publish(title: string, text?: string): Promise<NoteId>;
  /** What somebody is shown of texts, in the order they were asked for. */
  read(who: CastName, texts: readonly TextAddress[], to?: 'en' | 'zh' | 'ja'): Promise<TranslationView[]>;
  /** The English title of a note as somebody is shown it. */
  readTitle(who: CastName, noteId: NoteId): Promise<TranslationView | undefined>;
}

/** A house with a LibreTranslate on this machine, which knows these English renderings of Chinese sentences. */
export async function openTranslatedHouse(english: Record<string, string> = {}): Promise<TranslatedHouse> {
  const phrases = new Map(Object.entries(english).map(([zh, en]) => [phraseKey('zh', 'en', zh), en]));
  const engine = await startLibreTranslateStub({ phrases });
  const house = await openTeahouse({}, { engines: [createLibreTranslateEngine({ url: engine.url })] });
  const read: TranslatedHouse['read'] = async (who, texts, to = 'en') => {
    const reader = await house.as(who);
    const body = { to, texts: [...texts], waitMilliseconds: 3000 };
    return (await reader.call(routes.translations.request, { body })).items;
  };
  return {
    house,
    engine,
    read,
    async publish(title, text = '') {
      const linwan = await house.as('linwan');
      return (await linwan.call(routes.notes.publish, { body: { title, text } })).id;
    },
    readTitle: async (who, noteId) => (await read(who, [textAddressOf('note.title', noteId)]))[0],
    async [Symbol.asyncDispose]() {
      await house[Symbol.asyncDispose]();
      await engine.close();
    },
  };
}
