import type { NoteView } from '@teahouse/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Composer } from '../comments/Composer.tsx';
import type { ReplyControl } from '../comments/reply-target.ts';
import { useCollect, useLike } from '../data/reactions.ts';
import { BookmarkFilledIcon, BookmarkIcon, CommentIcon, HeartFilledIcon, HeartIcon, ShareIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { DockButton } from './DockButton.tsx';

const BoardSheet = lazy(async () => ({ default: (await import('./BoardSheet.tsx')).BoardSheet }));
const ShareSheet = lazy(async () => ({ default: (await import('./ShareSheet.tsx')).ShareSheet }));

/** At the foot of a note: the composer, and the four things one does with a note. */
export function NoteDock({ note, reply }: { note: NoteView; reply: ReplyControl }) {
  const { t } = useTranslation('note');
  const [open, setOpen] = useState<'board' | 'share'>();
  const asMember = useAsMember();
  const toast = useToast();
  const onError = useProblemToast();
  const like = useLike(note);
  const collect = useCollect(note);
  const toggleCollect = () => {
    const offerBoards = () => toast(t('board.kept'), { label: t('board.choose'), onAction: () => setOpen('board') });
    const onSuccess = collect.collects ? undefined : offerBoards;
    collect.mutation.mutate({ collects: !collect.collects }, { onError, ...(onSuccess ? { onSuccess } : {}) });
  };
  return (
    <div className="border-t border-line px-3 py-2">
      <Composer note={note} reply={reply}>
        <DockButton
          icon={like.likes ? HeartFilledIcon : HeartIcon}
          label={t(like.likes ? 'liked' : 'like')}
          count={like.likeCount}
          isOn={like.likes}
          onPress={() => asMember('like', () => like.mutation.mutate(!like.likes, { onError }))}
        />
        <DockButton
          icon={collect.collects ? BookmarkFilledIcon : BookmarkIcon}
          label={t(collect.collects ? 'collected' : 'collect')}
          count={collect.collectCount}
          isOn={collect.collects}
          onPress={() => asMember('collect', toggleCollect)}
        />
        <DockButton
          icon={CommentIcon}
          label={t('comment')}
          count={note.commentCount}
          onPress={() => asMember('comment', reply.focus)}
        />
        <DockButton icon={ShareIcon} label={t('share')} onPress={() => setOpen('share')} />
      </Composer>
      <Suspense>
        {open === 'board' ? <BoardSheet note={note} onClose={() => setOpen(undefined)} /> : null}
        {open === 'share' ? <ShareSheet note={note} onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
    </div>
  );
}
