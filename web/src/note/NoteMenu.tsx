import { useNavigate } from '@tanstack/react-router';
import type { NoteView } from '@teahouse/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCardOf, useDeleteNote } from '../data/notes.ts';
import { slotOf } from '../data/viewer-events.ts';
import type { ReadUnit } from '../translation/use-text-unit.ts';
import { useTranslationEntries } from '../translation/use-translation-entries.ts';
import { ConfirmSheet } from '../ui/ConfirmSheet.tsx';
import { EditIcon, EyeIcon, EyeOffIcon, FlagIcon, GlobeIcon, InfoIcon, TrashIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { ReportSheet } from './ReportSheet.tsx';

const NoteTranslationSheet = lazy(async () => ({
  default: (await import('./NoteTranslationSheet.tsx')).NoteTranslationSheet,
}));
const LessSheet = lazy(async () => ({ default: (await import('../cards/LessSheet.tsx')).LessSheet }));
const WhySheet = lazy(async () => ({ default: (await import('../why/WhySheet.tsx')).WhySheet }));

/** For the author: edit, translation, who saw it and delete. For everyone else: less of this, why it was shown, and reporting. */
export function NoteMenu({ note, read, onGone }: { note: NoteView; read: ReadUnit; onGone: () => void }) {
  const { t } = useTranslation(['note', 'feed']);
  const [open, setOpen] = useState<'report' | 'delete' | 'translation' | 'less' | 'why'>();
  const navigate = useNavigate();
  const translationEntries = useTranslationEntries(read);
  const asMember = useAsMember();
  const toast = useToast();
  const onError = useProblemToast();
  const deletion = useDeleteNote();
  const card = useCardOf(note.id);
  const slot = slotOf(note.id) ?? card?.token;
  const authorEntries = (): MenuEntry[] => [
    {
      id: 'edit',
      label: t('edit'),
      icon: EditIcon,
      onAction: () => void navigate({ to: '/notes/$noteId/edit', params: { noteId: note.id } }),
    },
    { id: 'translation', label: t('translation'), icon: GlobeIcon, onAction: () => setOpen('translation') },
    {
      id: 'exposure',
      label: t('exposure'),
      icon: EyeIcon,
      onAction: () => void navigate({ to: '/notes/$noteId/exposure', params: { noteId: note.id } }),
    },
    { id: 'delete', label: t('delete'), icon: TrashIcon, isDanger: true, onAction: () => setOpen('delete') },
  ];
  const readerEntries = (): MenuEntry[] => [
    ...translationEntries(),
    {
      id: 'less',
      startsGroup: read.mode !== undefined,
      label: t('feed:less'),
      icon: EyeOffIcon,
      onAction: () => asMember('notInterested', () => setOpen('less')),
    },
    ...(slot ? [{ id: 'why', label: t('feed:why'), icon: InfoIcon, onAction: () => setOpen('why') }] : []),
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
      <Suspense>
        {open === 'less' ? <LessSheet note={note} hasNoCard onClose={() => setOpen(undefined)} /> : null}
        {open === 'why' && slot ? <WhySheet token={slot} onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
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
