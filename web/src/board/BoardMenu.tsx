import { useNavigate } from '@tanstack/react-router';
import type { BoardView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteBoard, useUpdateBoard } from '../data/boards.ts';
import { ConfirmSheet } from '../ui/ConfirmSheet.tsx';
import { EditIcon, EyeIcon, LockIcon, TrashIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { RenameBoard } from './RenameBoard.tsx';

interface BoardMenuProps {
  board: BoardView;
  ownerHandle: string;
}

/** For the owner: rename, open or close, delete. The default board always stays. */
export function BoardMenu({ board, ownerHandle }: BoardMenuProps) {
  const { t } = useTranslation(['board', 'common']);
  const navigate = useNavigate();
  const toast = useToast();
  const onError = useProblemToast();
  const [open, setOpen] = useState<'rename' | 'delete'>();
  const update = useUpdateBoard(board.id);
  const deletion = useDeleteBoard(board.id);
  const close = () => setOpen(undefined);
  const toggle = () =>
    update.mutate(
      { isOpen: !board.isOpen },
      { onError, onSuccess: ({ isOpen }) => toast(t(isOpen ? 'nowOpen' : 'nowClosed')) },
    );
  const remove = () =>
    deletion.mutate(undefined, {
      onError,
      onSuccess: () => {
        toast(t('deleted'));
        void navigate({
          to: '/members/$handle',
          params: { handle: ownerHandle },
          search: { show: 'boards' },
          replace: true,
        });
      },
    });
  return (
    <>
      <MenuButton
        label={t('common:more')}
        entries={() => [
          { id: 'rename', label: t('rename'), icon: EditIcon, onAction: () => setOpen('rename') },
          {
            id: 'toggle',
            label: t(board.isOpen ? 'close' : 'open'),
            icon: board.isOpen ? LockIcon : EyeIcon,
            onAction: toggle,
          },
          ...(board.isDefault
            ? []
            : [
                {
                  id: 'delete',
                  label: t('delete'),
                  icon: TrashIcon,
                  isDanger: true,
                  startsGroup: true,
                  onAction: () => setOpen('delete'),
                },
              ]),
        ]}
      />
      {open === 'rename' ? <RenameBoard board={board} onClose={close} /> : null}
      {open === 'delete' ? (
        <ConfirmSheet
          title={t('deleteTitle', { name: board.name })}
          body={t('deleteBody')}
          action={t('delete')}
          isBusy={deletion.isPending}
          onConfirm={remove}
          onClose={close}
        />
      ) : null}
    </>
  );
}
