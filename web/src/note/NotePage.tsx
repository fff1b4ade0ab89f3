import { useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCardOf, useNote } from '../data/notes.ts';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useIsWide } from '../ui/use-media-query.ts';
import { NoteColumns } from './NoteColumns.tsx';
import { NoteScroll } from './NoteScroll.tsx';
import { useReading } from './use-reading.ts';

/** A note at its own address: one column on phones, picture beside words on wide screens. */
export function NotePage() {
  const { t } = useTranslation('note');
  const { noteId } = useParams({ from: '/notes/$noteId' });
  const router = useRouter();
  const isWide = useIsWide();
  const note = useNote(noteId);
  const card = useCardOf(noteId);
  useReading(noteId, note.isSuccess);
  useDocumentTitle(note.data?.title ?? card?.title ?? t('title'));
  const parts = { query: note, card, onGone: () => void router.navigate({ to: '/' }) };
  if (!isWide) return <NoteScroll {...parts} />;
  return (
    <div className="mx-auto h-[calc(100dvh-var(--top-height)-16px)] max-w-[1080px] px-6">
      <div className="h-full overflow-hidden rounded-sheet border border-line bg-raised">
        <NoteColumns {...parts} />
      </div>
    </div>
  );
}
