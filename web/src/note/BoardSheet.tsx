import type { BoardView, NoteView } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateBoard, useMyBoards } from '../data/boards.ts';
import { useCollect } from '../data/reactions.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { LockIcon, PlusIcon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import { BoardCover } from './BoardCover.tsx';

interface BoardSheetProps {
  note: NoteView;
  onClose: () => void;
}

/** Which board takes the note: one of mine, or a new one. */
export function BoardSheet({ note, onClose }: BoardSheetProps) {
  const { t } = useTranslation('note');
  const boards = useMyBoards();
  const { mutation: collect } = useCollect(note);
  const toast = useToast();
  const textOf = useProblemText();
  /** The sheet is gone before the house answers, so the promise is followed, not the component. */
  const choose = (board: Pick<BoardView, 'id' | 'name'>) => {
    onClose();
    collect.mutateAsync({ collects: true, boardId: board.id }).then(
      () => toast(t('board.into', { board: board.name })),
      (error: unknown) => toast(textOf(error)),
    );
  };
  return (
    <Sheet title={t('board.title')} isOpen onClose={onClose}>
      <ul className="flex flex-col">
        {boards.data?.map((board) => (
          <li key={board.id}>
            <button
              type="button"
              onClick={() => choose(board)}
              className="flex min-h-15 w-full items-center gap-3 rounded-card px-1 text-start hover:bg-sunken"
            >
              <BoardCover board={board} size={44} />
              <span className="min-w-0 flex-1">
                <span dir="auto" className="block truncate font-medium">
                  {board.name}
                </span>
                <span className="flex items-center gap-1.5 text-small text-quiet">
                  {t('board.notes', { count: board.noteCount })}
                  {board.isOpen ? null : (
                    <LockIcon size={14} aria-hidden={false} role="img" aria-label={t('board.closed')} />
                  )}
                </span>
              </span>
            </button>
          </li>
        )) ?? <Skeleton className="my-2 h-11 w-full" />}
      </ul>
      <NewBoard onCreated={choose} />
    </Sheet>
  );
}

function NewBoard({ onCreated }: { onCreated: (board: BoardView) => void }) {
  const { t } = useTranslation('note');
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [isPublic, setPublic] = useState(true);
  const create = useCreateBoard();
  const textOf = useProblemText();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, isOpen: isPublic }, { onSuccess: onCreated });
  };
  if (!isOpen) {
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex min-h-15 w-full items-center gap-3 rounded-card px-1 text-start hover:bg-sunken"
      >
        <span className="grid size-11 place-items-center rounded-xl bg-sunken text-soft">
          <PlusIcon />
        </span>
        {t('board.new')}
      </button>
    );
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-t border-line pt-4">
      <TextField
        label={t('board.name')}
        placeholder={t('board.namePlaceholder')}
        value={name}
        autoFocus
        required
        onChange={(event) => setName(event.target.value)}
        error={create.error ? textOf(create.error) : undefined}
      />
      <label className="flex min-h-10 items-center gap-3">
        <input
          type="checkbox"
          checked={isPublic}
          onChange={(event) => setPublic(event.target.checked)}
          className="size-4.5 accent-jade"
        />
        {t('board.open')}
      </label>
      <Button type="submit" look="primary" disabled={name.trim() === ''} isBusy={create.isPending}>
        {t('board.create')}
      </Button>
    </form>
  );
}
