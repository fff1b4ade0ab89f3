import { useTranslation } from 'react-i18next';
import { Comments } from '../comments/Comments.tsx';
import { useReplyTarget } from '../comments/reply-target.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { BackIcon } from '../ui/icons.tsx';
import { useGoBack } from '../ui/ScreenHeader.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Carousel } from './Carousel.tsx';
import { NoteAuthor } from './NoteAuthor.tsx';
import { NoteBody, NoteBodySkeleton } from './NoteBody.tsx';
import { NoteDock } from './NoteDock.tsx';
import { NoteFailed } from './NoteFailed.tsx';
import type { NoteParts } from './note-parts.ts';

/** Phones: everything in one scroll, author above, dock below. */
export function NoteScroll({ query, card, onGone }: NoteParts) {
  const { t } = useTranslation();
  const goBack = useGoBack();
  const reply = useReplyTarget();
  const note = query.data;
  const shown = note ?? card;
  const back = <IconButton icon={BackIcon} label={t('nav.back')} onClick={goBack} />;
  if (!note && query.error) return <NoteFailed error={query.error} onRetry={query.refetch} close={back} />;
  return (
    <article className="flex min-h-dvh flex-col">
      <header className="sticky top-0 z-20 flex h-13 items-center gap-1 border-b border-line bg-paper px-1.5">
        {back}
        {shown ? <NoteAuthor note={shown} /> : <Skeleton className="h-9 flex-1" />}
      </header>
      {shown ? (
        <Carousel note={shown} pictures={note?.pictures} />
      ) : (
        <Skeleton className="aspect-[3/4] w-full !rounded-none" />
      )}
      <div className="flex-1 px-4 pt-4 pb-8">
        {note ? <NoteBody note={note} onGone={onGone} /> : <NoteBodySkeleton card={card} />}
        {note ? <Comments note={note} onReply={reply.start} /> : null}
      </div>
      {note ? (
        <div className="sticky bottom-0 z-20 bg-paper pb-[env(safe-area-inset-bottom,0px)]">
          <NoteDock note={note} reply={reply} />
        </div>
      ) : null}
    </article>
  );
}
