import { useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { SignInGate } from '../account/SignInGate.tsx';
import { useNote } from '../data/notes.ts';
import { useMe } from '../data/session.ts';
import { useVersions } from '../data/versions.ts';
import { readableLanguage } from '../translation/reading.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { ComposeSkeleton } from './ComposeSkeleton.tsx';
import { EditScreen } from './EditScreen.tsx';

/** Changing a note that is published already. */
export function EditNote() {
  const { t } = useTranslation('compose');
  const { noteId } = useParams({ from: '/notes/$noteId/edit' });
  const me = useMe();
  const openedIn = useSearch({ from: '/notes/$noteId/edit', select: (search) => search.in });
  const note = useNote(noteId);
  const versions = useVersions(noteId, note.data?.isAuthor === true);
  if (note.data?.isAuthor && me && versions.data && versions.isFetchedAfterMount)
    return (
      <EditScreen
        note={note.data}
        versions={versions.data}
        me={me}
        openedIn={openedIn === undefined ? undefined : readableLanguage(openedIn)}
      />
    );
  const error = note.error ?? versions.error;
  return (
    <>
      <ScreenHeader title={t('edit')} />
      {me === null ? (
        <SignInGate />
      ) : note.data?.isAuthor === false ? (
        <EmptyState scene="letter" title={t('editing.notYours')} />
      ) : error ? (
        <FailedState error={error} onRetry={() => void (note.error ? note : versions).refetch()} />
      ) : (
        <ComposeSkeleton />
      )}
    </>
  );
}
