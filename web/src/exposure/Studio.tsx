import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { type MyNoteExposure, useMyExposure } from '../data/exposure.ts';
import { Button } from '../ui/Button.tsx';
import { Count } from '../ui/Count.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

/** For those who publish: each note, how many it reached and where it stands. */
export function Studio() {
  const { t } = useTranslation('exposure');
  const notes = useMyExposure();
  return (
    <>
      <ScreenHeader title={t('studio.title')} />
      <div className="mx-auto flex max-w-3xl flex-col gap-4 px-5 pt-3 pb-20 wide:px-6">
        {notes.data ? (
          notes.data.length === 0 ? (
            <EmptyState title={t('studio.none')} body={t('studio.noneBody')} />
          ) : (
            <ul className="flex flex-col gap-3">
              {notes.data.map((note) => (
                <Row key={note.noteId} note={note} />
              ))}
            </ul>
          )
        ) : notes.error ? (
          <FailedState error={notes.error} onRetry={() => void notes.refetch()} />
        ) : (
          <Skeleton className="h-72 w-full !rounded-card" />
        )}
        {notes.hasNextPage ? (
          <Button look="plain" isBusy={notes.isFetchingNextPage} onClick={() => void notes.fetchNextPage()}>
            {t('studio.more')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Row({ note }: { note: MyNoteExposure }) {
  const { t } = useTranslation('exposure');
  const { pool, impressions, opens, likes, collects, comments } = note;
  return (
    <li className="rounded-card border border-line bg-raised">
      <Link
        to="/notes/$noteId/exposure"
        params={{ noteId: note.noteId }}
        className="flex flex-col gap-2 rounded-card px-4.5 py-3.5 hover:bg-sunken"
      >
        <span className="flex items-baseline justify-between gap-4">
          <span {...languageProps(note.language)} className="truncate font-semibold">
            {note.title}
          </span>
          <RelativeTime at={note.publishedAt} className="shrink-0 text-small text-quiet" />
        </span>
        <span className="flex flex-wrap gap-x-5 gap-y-1 text-small text-soft">
          <Figure label={t('note.seen')} value={impressions} />
          <Figure label={t('note.opened')} value={opens} />
          <Figure label={t('note.liked')} value={likes} />
          <Figure label={t('note.collected')} value={collects} />
          <Figure label={t('note.commented')} value={comments} />
        </span>
        <span className="text-small text-jade">{t(`ladder.state.${pool.state}`)}</span>
      </Link>
    </li>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <span>
      <span className="font-medium text-ink">
        <Count value={value} />
      </span>{' '}
      {label}
    </span>
  );
}
