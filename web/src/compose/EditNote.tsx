import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { SignInGate } from '../account/SignInGate.tsx';
import { useNote } from '../data/notes.ts';
import { useMe } from '../data/session.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { ComposeSkeleton } from './ComposeSkeleton.tsx';
import { EditScreen } from './EditScreen.tsx';

/** Changing a note that is published already. */
export function EditNote() {
  const { t } = useTranslation('compose');
  const { noteId } = useParams({ from: '/notes/$noteId/edit' });
  const me = useMe();
  const note = useNote(noteId);
  if (note.data?.isAuthor && me) return <EditScreen note={note.data} me={me} />;
  return (
    <>
      <ScreenHeader title={t('edit')} />
      {me === null ? (
        <SignInGate />
      ) : note.data ? (
        <EmptyState scene="letter" title={t('editing.notYours')} />
      ) : note.error ? (
        <FailedState error={note.error} onRetry={() => void note.refetch()} />
      ) : (
        <ComposeSkeleton />
      )}
    </>
  );
}
