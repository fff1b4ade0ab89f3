import type { ReactNode } from 'react';
import { coverRatio } from '../cards/card-size.ts';
import { Comments } from '../comments/Comments.tsx';
import { useReplyTarget } from '../comments/reply-target.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Carousel } from './Carousel.tsx';
import { NoteAuthor } from './NoteAuthor.tsx';
import { NoteBody, NoteBodySkeleton } from './NoteBody.tsx';
import { NoteDock } from './NoteDock.tsx';
import { NoteFailed } from './NoteFailed.tsx';
import type { NoteParts } from './note-parts.ts';

/** Wide: media in its own proportions, and beside it author, words, comments and the dock. */
export function NoteColumns({ query, card, onGone, close }: NoteParts & { close?: ReactNode }) {
  const reply = useReplyTarget();
  const note = query.data;
  const shown = note ?? card;
  if (!note && query.error) return <NoteFailed error={query.error} onRetry={query.refetch} close={close} />;
  return (
    <div className="note-columns" style={{ '--ratio': shown ? coverRatio(shown.cover) : 0.75 }}>
      <div className="note-media">
        {shown ? <Carousel note={shown} pictures={note?.pictures} /> : <Skeleton className="size-full !rounded-none" />}
      </div>
      <div className="flex min-h-0 w-[400px] shrink-0 flex-col border-s border-line">
        <header className="flex items-center gap-1 border-b border-line py-3 ps-5 pe-2">
          {shown ? <NoteAuthor note={shown} /> : <Skeleton className="h-9 flex-1" />}
          {close}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 pt-4 pb-8">
          {note ? <NoteBody note={note} onGone={onGone} /> : <NoteBodySkeleton card={card} />}
          {note ? <Comments note={note} onReply={reply.start} /> : null}
        </div>
        {note ? <NoteDock note={note} reply={reply} /> : <div className="h-14 border-t border-line" />}
      </div>
    </div>
  );
}
