import type { CommentView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useCommentLike } from '../data/comments.ts';
import { Count } from '../ui/Count.tsx';
import { classNames } from '../ui/class-names.ts';
import { HeartFilledIcon, HeartIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

export function CommentHeart({ comment }: { comment: CommentView }) {
  const { t } = useTranslation('comments');
  const asMember = useAsMember();
  const onError = useProblemToast();
  const { likes, likeCount, mutation } = useCommentLike(comment);
  const Glyph = likes ? HeartFilledIcon : HeartIcon;
  return (
    <button
      type="button"
      aria-pressed={likes}
      onClick={() => asMember('like', () => mutation.mutate(!likes, { onError }))}
      className={classNames(
        'pressable flex min-w-8 shrink-0 flex-col items-center pt-1 text-tiny',
        likes ? 'text-accent-fill' : 'text-quiet hover:text-ink',
      )}
    >
      <Glyph size={17} className={likes ? 'animate-beat text-accent' : ''} />
      <span className="sr-only">{t(likes ? 'unlike' : 'like', { name: comment.author.name })}</span>
      {likeCount > 0 ? <Count value={likeCount} /> : null}
    </button>
  );
}
