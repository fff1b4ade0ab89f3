import type { CommentView, NoteView, ThreadView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useMoreReplies } from '../data/comments.ts';
import { Comment } from './Comment.tsx';

interface ThreadProps {
  thread: ThreadView;
  note: NoteView;
  soughtId: string | undefined;
  onReply: (comment: CommentView) => void;
}

/** A comment and its replies, one step in. */
export function Thread({ thread, note, soughtId, onReply }: ThreadProps) {
  const { t } = useTranslation('comments');
  const more = useMoreReplies(thread);
  const replies = distinct([...thread.replies, ...(more.data ?? [])]);
  const left = thread.replyCount - replies.length;
  const showMore = () => void (more.data ? more.fetchNextPage() : more.refetch());
  return (
    <li className="py-2.5">
      <Comment comment={thread} note={note} onReply={onReply} avatarSize={34} isSought={thread.id === soughtId} />
      {replies.length > 0 || left > 0 ? (
        <ul className="flex flex-col gap-3 ps-11 pt-3">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Comment comment={reply} note={note} onReply={onReply} avatarSize={26} isSought={reply.id === soughtId} />
            </li>
          ))}
          {left > 0 ? (
            <li>
              <button
                type="button"
                disabled={more.isFetching}
                onClick={showMore}
                className="flex min-h-8 items-center gap-2 text-small font-medium text-jade before:h-px before:w-6 before:bg-line-strong disabled:opacity-50"
              >
                {t('moreReplies', { count: left })}
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </li>
  );
}

/** A reply just written may also be on a page fetched later. */
function distinct(comments: readonly CommentView[]): CommentView[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return [...byId.values()].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}
