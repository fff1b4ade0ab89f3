import { useQueryClient } from '@tanstack/react-query';
import type { TranslationMode, TranslationView } from '@teahouse/contract';
import { type TextView, textViewOverlay, useOverlay } from '../data/overlays.ts';
import { forgetTranslation, isAwaited, useTranslationOf, useWish } from '../data/translations.ts';
import { modeFor, type Reader, strongestMode } from './reading.ts';
import type { MemberWords, TextUnit } from './text-unit.ts';
import { useReader } from './use-reader.ts';

/** A unit as its reader meets it. */
export interface ReadUnit {
  unit: TextUnit;
  to: string;
  /** Undefined where nothing needs translating. */
  mode: TranslationMode | undefined;
  shows: TextView;
  /** Whether the button stands under it. */
  isOffered: boolean;
  title: TranslationView | undefined;
  text: TranslationView | undefined;
  /** The part that speaks for the whole: the text, or the title where only that is foreign. */
  main: { words: MemberWords; view: TranslationView | undefined } | undefined;
  isWaiting: boolean;
  isReadable: boolean;
  show(view: TextView): void;
  retry(): void;
}

/** How a unit is read now, and what can be done about it. Asks for its translation as long as that is to be shown. */
export function useTextUnit(unit: TextUnit): ReadUnit {
  const client = useQueryClient();
  const reader = useReader();
  const { to } = reader;
  const own = useOverlay(textViewOverlay, unit.key);
  const group = useOverlay(textViewOverlay, unit.group ?? unit.key);
  const [titleMode, textMode] = [modeOf(unit.title, reader), modeOf(unit.text, reader)];
  const mode = strongestMode([titleMode, textMode]);
  const shows = mode ? (own ?? group ?? (mode === 'auto' ? 'translated' : 'original')) : 'original';
  const isWanted = shows !== 'original';
  useWish(unit.title, to, isWanted && titleMode !== undefined);
  useWish(unit.text, to, isWanted && textMode !== undefined);
  const title = useTranslationOf(unit.title, to);
  const text = useTranslationOf(unit.text, to);
  const main =
    unit.text && textMode ? { words: unit.text, view: text } : unit.title && { words: unit.title, view: title };
  const isReadable = main?.view?.text !== undefined;
  return {
    unit,
    to,
    mode,
    shows,
    isOffered: mode !== undefined && (mode !== 'original' || isWanted || own !== undefined),
    title,
    text,
    main,
    isWaiting: isWanted && !isReadable && isAwaited(main?.view),
    isReadable,
    show: (view) => textViewOverlay.set(unit.key, view),
    retry: () => {
      for (const words of [unit.title, unit.text]) if (words) forgetTranslation(client, words.address, to);
      textViewOverlay.set(unit.key, 'translated');
    },
  };
}

function modeOf(words: MemberWords | undefined, reader: Reader): TranslationMode | undefined {
  return words && modeFor(words.languages, reader);
}
