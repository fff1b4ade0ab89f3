import type { CommentView, NoteView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useSoughtComment } from '../app/note-dialog.ts';
import { useComments, useSoughtThread, withSought } from '../data/comments.ts';
import { Button } from '../ui/Button.tsx';
import { Count } from '../ui/Count.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { SoughtGone } from './SoughtGone.tsx';
import { Thread } from './Thread.tsx';
import { TranslateComments } from './TranslateComments.tsx';

interface CommentsProps {
  note: NoteView;
  onReply: (comment: CommentView) => void;
}

/** All threads under a note. */
export function Comments({ note, onReply }: CommentsProps) {
  const { t } = useTranslation(['comments', 'common']);
  const textOf = useProblemText();
  const comments = useComments(note.id, true);
  const soughtId = useSoughtComment();
  const sought = useSoughtThread(note.id, soughtId);
  const threads = withSought(comments.data ?? [], sought.data);
  return (
    <section aria-labelledby="comments" className="mt-5 border-t border-line pt-4">
      <h2 id="comments" className="flex gap-1.5 pb-2 text-small font-medium text-quiet">
        {t('title')}
        <Count value={note.commentCount} />
      </h2>
      {sought.error ? <SoughtGone error={sought.error} /> : null}
      <TranslateComments noteId={note.id} threads={threads} />
      {threads.length === 0 && !comments.isPending ? (
        <div className="py-8 text-center">
          <p className="font-medium">{t('empty.title')}</p>
          <p className="pt-1 text-small text-quiet">{t('empty.body')}</p>
        </div>
      ) : null}
      <ul className="flex flex-col">
        {threads.map((thread) => (
          <Thread
            key={thread.id}
            thread={thread}
            note={note}
            // Until its thread is here, it would be marked where it does not stay.
            soughtId={sought.data ? soughtId : undefined}
            onReply={onReply}
          />
        ))}
      </ul>
      {comments.error ? (
        <p role="alert" className="py-3 text-small text-quiet">
          {t('failed')} {textOf(comments.error)}
        </p>
      ) : null}
      {comments.hasNextPage ? (
        <Button
          look="plain"
          size="small"
          isBusy={comments.isFetchingNextPage}
          onClick={() => void comments.fetchNextPage()}
          className="mt-2 w-full text-jade"
        >
          {t('moreComments')}
        </Button>
      ) : null}
    </section>
  );
}
