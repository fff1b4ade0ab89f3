import { useRouter } from '@tanstack/react-router';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { useCardOf, useNote } from '../data/notes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon } from '../ui/icons.tsx';
import { NoteColumns } from './NoteColumns.tsx';
import { useReading } from './use-reading.ts';

/** The note over the feed on wide screens: closing leads back to the very place in the feed. */
export function NoteDialog({ noteId }: { noteId: string }) {
  const { t } = useTranslation(['note', 'common']);
  const router = useRouter();
  const note = useNote(noteId);
  const card = useCardOf(noteId);
  useReading(noteId, note.isSuccess);
  const close = () => router.history.back();
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="note-dialog">
        <Dialog aria-label={note.data?.title ?? card?.title ?? t('title')} className="h-full outline-none">
          <NoteColumns
            query={note}
            card={card}
            onGone={close}
            close={<IconButton icon={CloseIcon} label={t('common:close')} onClick={close} />}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
