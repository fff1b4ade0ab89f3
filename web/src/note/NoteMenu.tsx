import { useNavigate } from '@tanstack/react-router';
import type { NoteView } from '@teahouse/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteNote } from '../data/notes.ts';
import { useHide } from '../data/reactions.ts';
import type { ReadUnit } from '../translation/use-text-unit.ts';
import { useTranslationEntries } from '../translation/use-translation-entries.ts';
import { ConfirmSheet } from '../ui/ConfirmSheet.tsx';
import { EditIcon, EyeOffIcon, FlagIcon, GlobeIcon, PersonIcon, TrashIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { ReportSheet } from './ReportSheet.tsx';

const NoteTranslationSheet = lazy(async () => ({
  default: (await import('./NoteTranslationSheet.tsx')).NoteTranslationSheet,
}));

/** For the author: edit, translation and delete. For everyone else: less of this, and reporting. */
export function NoteMenu({ note, read, onGone }: { note: NoteView; read: ReadUnit; onGone: () => void }) {
  const { t } = useTranslation(['note', 'feed']);
  const [open, setOpen] = useState<'report' | 'delete' | 'translation'>();
  const navigate = useNavigate();
  const translationEntries = useTranslationEntries(read);
  const asMember = useAsMember();
  const toast = useToast();
  const onError = useProblemToast();
  const deletion = useDeleteNote();
  const { hide } = useHide(note);
  const hideFor = (reason: 'note' | 'author') => () =>
    asMember('notInterested', () =>
      hide.mutate(reason, { onError, onSuccess: () => toast(t(`feed:receipt.${reason}`, { name: note.author.name })) }),
    );
  const authorEntries = (): MenuEntry[] => [
    {
      id: 'edit',
      label: t('edit'),
      icon: EditIcon,
      onAction: () => void navigate({ to: '/notes/$noteId/edit', params: { noteId: note.id } }),
    },
    { id: 'translation', label: t('translation'), icon: GlobeIcon, onAction: () => setOpen('translation') },
    { id: 'delete', label: t('delete'), icon: TrashIcon, isDanger: true, onAction: () => setOpen('delete') },
  ];
  const readerEntries = (): MenuEntry[] => [
    ...translationEntries(),
    {
      id: 'note',
      startsGroup: read.mode !== undefined,
      label: t('feed:hideNote'),
      icon: EyeOffIcon,
      onAction: hideFor('note'),
    },
    {
      id: 'author',
      label: t('feed:hideAuthor', { name: note.author.name }),
      icon: PersonIcon,
      onAction: hideFor('author'),
    },
    {
      id: 'report',
      label: t('feed:report'),
      icon: FlagIcon,
      startsGroup: true,
      onAction: () => asMember('report', () => setOpen('report')),
    },
  ];
  return (
    <>
      <MenuButton
        label={t('menu')}
        entries={note.isAuthor ? authorEntries : readerEntries}
        className="-me-2 text-quiet"
      />
      {open === 'report' ? (
        <ReportSheet subject={{ kind: 'note', id: note.id }} onClose={() => setOpen(undefined)} />
      ) : null}
      {open === 'translation' ? (
        <Suspense>
          <NoteTranslationSheet note={note} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
      {open === 'delete' ? (
        <ConfirmSheet
          title={t('deleteTitle')}
          body={t('deleteBody')}
          action={t('delete')}
          isBusy={deletion.isPending}
          onClose={() => setOpen(undefined)}
          onConfirm={() =>
            deletion.mutate(note.id, {
              onError,
              onSuccess: () => {
                toast(t('deleted'));
                onGone();
              },
            })
          }
        />
      ) : null}
    </>
  );
}
