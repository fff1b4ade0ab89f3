import type { BoardView } from '@teahouse/contract';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpdateBoard } from '../data/boards.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/fields.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { useFieldProblem, useProblemText } from '../ui/use-problem-text.ts';

export function RenameBoard({ board, onClose }: { board: BoardView; onClose: () => void }) {
  const { t } = useTranslation(['board', 'common']);
  const [name, setName] = useState(board.name);
  const update = useUpdateBoard(board.id);
  const textOf = useProblemText();
  const fieldProblem = useFieldProblem();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ name }, { onSuccess: onClose });
  };
  const error = update.error ? (fieldProblem(update.error, 'name') ?? textOf(update.error)) : undefined;
  return (
    <Sheet title={t('rename')} isOpen onClose={onClose} width={400}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('name')}
          value={name}
          autoFocus
          required
          error={error}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" look="primary" disabled={name.trim() === ''} isBusy={update.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}
