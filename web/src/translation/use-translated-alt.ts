import { type PictureView, textAddressOf } from '@teahouse/contract';
import { textViewOverlay, useOverlay } from '../data/overlays.ts';
import { useTranslationOf, useWish } from '../data/translations.ts';
import { modeFor } from './reading.ts';
import { useReader } from './use-reader.ts';

/** What a picture shows, in the language its note is read in: asked for with the note's translation, never by itself. */
export function useTranslatedAlt(
  note: { id: string; titleLanguages: readonly string[] },
  { id, alt }: PictureView,
): { alt: string; lang?: string } {
  const reader = useReader();
  const chosen = useOverlay(textViewOverlay, note.id);
  const isTranslated = chosen ? chosen !== 'original' : modeFor(note.titleLanguages, reader) === 'auto';
  const words = alt ? { address: textAddressOf('note.alt', note.id, id), source: alt } : undefined;
  useWish(words, reader.to, isTranslated, 'next');
  const view = useTranslationOf(words, reader.to);
  return isTranslated && view?.text !== undefined ? { alt: view.text, lang: reader.to } : { alt };
}
