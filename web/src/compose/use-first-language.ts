import { useReader } from '../translation/use-reader.ts';
import type { Composition } from './composition.ts';
import { firstLanguageOf } from './first-language.ts';

/** The language the author seems to write in; undefined while the words leave it open. */
export function useFirstLanguage(composition: Pick<Composition, 'title' | 'text' | 'language'>): string | undefined {
  return firstLanguageOf(composition, useReader().reads);
}
