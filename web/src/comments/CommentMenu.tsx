import type { CommentView, NoteView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteComment, usePinComment } from '../data/comments.ts';
import { ReportSheet } from '../note/ReportSheet.tsx';
import type { ReadUnit } from '../translation/use-text-unit.ts';
import { useTranslationEntries } from '../translation/use-translation-entries.ts';
import { FlagIcon, PinIcon, TrashIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

interface CommentMenuProps {
  comment: CommentView;
  note: NoteView;
  read: ReadUnit;
}

export function CommentMenu({ comment, note, read }: CommentMenuProps) {
  const { t } = useTranslation('comments');
  const [isReporting, setReporting] = useState(false);
  const asMember = useAsMember();
  const toast = useToast();
  const onError = useProblemToast();
  const deletion = useDeleteComment(note.id);
  const pinning = usePinComment(note.id);
  const translationEntries = useTranslationEntries(read);
  const entries = (): MenuEntry[] => [
    ...translationEntries(),
    ...(note.isAuthor && !comment.parentId
      ? [
          {
            id: 'pin',
            label: t(comment.isPinned ? 'unpin' : 'pin'),
            icon: PinIcon,
            onAction: () => pinning.mutate({ commentId: comment.id, pins: !comment.isPinned }, { onError }),
          },
        ]
      : []),
    { id: 'report', label: t('report'), icon: FlagIcon, onAction: () => asMember('report', () => setReporting(true)) },
    ...(comment.viewer?.canDelete
      ? [
          {
            id: 'delete',
            label: t('delete'),
            icon: TrashIcon,
            isDanger: true,
            onAction: () => deletion.mutate(comment, { onError, onSuccess: () => toast(t('deleted')) }),
          },
        ]
      : []),
  ];
  return (
    <>
      <MenuButton
        label={t('menu', { name: comment.author.name })}
        entries={entries}
        iconSize={17}
        className="!size-7 text-quiet"
      />
      {isReporting ? (
        <ReportSheet subject={{ kind: 'comment', id: comment.id }} onClose={() => setReporting(false)} />
      ) : null}
    </>
  );
}
