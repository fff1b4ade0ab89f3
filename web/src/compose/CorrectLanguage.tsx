import { type NoteView, readableLanguages } from '@teahouse/contract';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useCorrectLanguage } from '../data/compose.ts';
import { GlobeIcon } from '../ui/icons.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { LanguageOptions } from './LanguageOptions.tsx';

/** What the house took the note for, and the author's better knowledge; takes effect at once. */
export function CorrectLanguage({ note, onCorrected }: { note: NoteView; onCorrected: (note: NoteView) => void }) {
  const { t } = useTranslation('compose');
  const id = useId();
  const toast = useToast();
  const onError = useProblemToast();
  const correct = useCorrectLanguage(note.id);
  return (
    <div className="flex min-h-13 items-center gap-3 border-t border-line">
      <GlobeIcon size={20} className="shrink-0 text-jade" />
      <label htmlFor={id} className="min-w-0 flex-1">
        {t('language.label')}
      </label>
      <select
        id={id}
        value={note.language}
        disabled={correct.isPending}
        onChange={(event) =>
          correct.mutate(event.target.value, {
            onError,
            onSuccess: (corrected) => {
              onCorrected(corrected);
              toast(t('editing.languageCorrected'));
            },
          })
        }
        className="max-w-[60%] min-w-0 rounded-full bg-transparent py-2 ps-3 pe-1 text-end text-soft"
      >
        {note.language in readableLanguages ? null : <option value={note.language}>{t('language.unknown')}</option>}
        <LanguageOptions />
      </select>
    </div>
  );
}
