import type { NoteView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useNoteHistory } from '../data/notes.ts';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';

/** What the note said before: nothing is rewritten in secret. */
export function FormerVersions({ note }: { note: NoteView }) {
  const { t } = useTranslation('compose');
  const history = useNoteHistory(note.id, note.version);
  const versions = history.data ?? [];
  return (
    <div className="border-t border-line py-3 text-small text-quiet">
      <p>{t('editing.hint')}</p>
      {versions.length > 0 ? (
        <details className="mt-2">
          <summary className="min-h-8 text-soft">{t('editing.former', { count: versions.length })}</summary>
          <ol className="flex flex-col gap-4 pt-2">
            {versions.map((version) => (
              <li key={version.version} className="border-s-2 border-line ps-3">
                <RelativeTime at={version.editedAt} />
                <p {...languageProps(note.language)} className="font-medium text-soft">
                  {version.title}
                </p>
                <p {...languageProps(note.language)} className="line-clamp-4 whitespace-pre-wrap">
                  {version.text}
                </p>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
}
