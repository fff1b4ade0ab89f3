import { type NoteView, Problem } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useNote } from '../data/notes.ts';
import { type NoteVersions, useVersions } from '../data/versions.ts';
import { Button } from '../ui/Button.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

interface EditTroubleProps {
  error: unknown;
  noteId: string;
  onLoadNewest: (newest: NoteView, versions: NoteVersions) => void;
  onKeepMine: (version: number) => void;
}

/** Two people, or two devices, changed the note: the author decides which words stay. */
export function EditTrouble({ error, noteId, onLoadNewest, onKeepMine }: EditTroubleProps) {
  const { t } = useTranslation('compose');
  const textOf = useProblemText();
  const note = useNote(noteId);
  const versions = useVersions(noteId, false);
  if (!error) return null;
  const isConflict = error instanceof Problem && error.code === 'changed-meanwhile';
  const withNewest = (then: (newest: NoteView, versions: NoteVersions) => void) => () =>
    void Promise.all([note.refetch(), versions.refetch()]).then(
      ([newest, words]) => newest.data && words.data && then(newest.data, words.data),
    );
  return (
    <div role="alert" className="flex flex-wrap items-center gap-2 text-small text-accent-fill">
      <p className="min-w-52 flex-1">{isConflict ? t('editing.conflict') : textOf(error)}</p>
      {isConflict ? (
        <>
          <Button size="small" onClick={withNewest(onLoadNewest)}>
            {t('editing.loadNewest')}
          </Button>
          <Button size="small" onClick={withNewest((newest) => onKeepMine(newest.version))}>
            {t('editing.keepMine')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
