import { type NoteView, Problem } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useNote } from '../data/notes.ts';
import { Button } from '../ui/Button.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';

interface EditTroubleProps {
  error: unknown;
  noteId: string;
  onLoadNewest: (newest: NoteView) => void;
  onKeepMine: (version: number) => void;
}

/** Two people, or two devices, changed the note: the author decides which words stay. */
export function EditTrouble({ error, noteId, onLoadNewest, onKeepMine }: EditTroubleProps) {
  const { t } = useTranslation('compose');
  const textOf = useProblemText();
  const note = useNote(noteId);
  if (!error) return null;
  const isConflict = error instanceof Problem && error.code === 'changed-meanwhile';
  const withNewest = (then: (newest: NoteView) => void) => () =>
    void note.refetch().then(({ data }) => data && then(data));
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
