import type { CommentView, ThreadView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textViewOverlay, useOverlay } from '../data/overlays.ts';
import { modeFor } from '../translation/reading.ts';
import { commentsKey } from '../translation/text-unit.ts';
import { useReader } from '../translation/use-reader.ts';

interface TranslateCommentsProps {
  noteId: string;
  threads: readonly ThreadView[];
}

/** All comments at once, from two foreign ones on; comments that are loaded later follow. */
export function TranslateComments({ noteId, threads }: TranslateCommentsProps) {
  const { t } = useTranslation('translation');
  const reader = useReader();
  const key = commentsKey(noteId);
  const chosen = useOverlay(textViewOverlay, key);
  const [isPressed, setPressed] = useState(false);
  const comments = threads.flatMap((thread): CommentView[] => [thread, ...thread.replies]);
  const modes = comments.map(({ languages }) => modeFor(languages, reader));
  const foreign = comments.filter((_, index) => modes[index] !== undefined);
  if (foreign.length < 2) return null;
  const left = chosen ? foreign.length : modes.filter((mode) => mode && mode !== 'auto').length;
  const isTranslated = chosen ? chosen !== 'original' : left < 2;
  const press = () => {
    // Whoever wants all of them one way wants no exceptions from before.
    for (const { id } of foreign) textViewOverlay.set(id, undefined);
    textViewOverlay.set(key, isTranslated ? 'original' : 'translated');
    setPressed(true);
  };
  return (
    <>
      <button
        type="button"
        onClick={press}
        className="pressable mb-1 flex min-h-9 w-full items-center justify-center gap-1.5 rounded-full bg-jade-soft px-4 text-small font-medium text-jade hover:bg-sunken"
      >
        <span aria-hidden="true" className="translated-mark !bg-transparent">
          译
        </span>
        {isTranslated ? t('comments.originals') : t('comments.all', { count: left })}
      </button>
      <p role="status" className="sr-only">
        {isPressed ? t(isTranslated ? 'comments.done' : 'comments.undone') : null}
      </p>
    </>
  );
}
