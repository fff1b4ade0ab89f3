import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteDraft } from '../data/drafts.ts';
import { ConfirmSheet } from '../ui/ConfirmSheet.tsx';
import { EditIcon, StackIcon, TrashIcon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import { ScreenHeader } from '../ui/ScreenHeader.tsx';
import { type BrowserDraft, dropFromBrowser, keepInBrowser, newDraft } from './browser-drafts.ts';
import { isEmpty } from './composition.ts';
import { dropFiles } from './picture-files.ts';

interface ComposeHeaderProps {
  draft: BrowserDraft;
  update: (change: (before: BrowserDraft) => Partial<BrowserDraft>) => void;
  finish: () => void;
  isKept: boolean;
}

/** The way back, what the browser has kept, and the other drafts. */
export function ComposeHeader({ draft, update, finish, isKept }: ComposeHeaderProps) {
  const { t } = useTranslation(['compose', 'common']);
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const deletion = useDeleteDraft();
  const isBlank = isEmpty(draft.composition);
  const startAnew = () => {
    if (!isBlank) keepInBrowser(draft);
    update(() => ({ serverId: undefined, ...newDraft({}, draft.ownerId) }));
  };
  const throwAway = () => {
    finish();
    dropFromBrowser(draft.id);
    void dropFiles(draft.composition.pictures.map((picture) => picture.key));
    if (draft.serverId) deletion.mutate(draft.serverId);
    void navigate({ to: '/drafts', replace: true });
  };
  return (
    <>
      <ScreenHeader title={t('title')}>
        <span className="text-small text-quiet" role="status">
          {isKept ? (isBlank ? '' : t('keptHere')) : t('notKept')}
        </span>
        <MenuButton
          label={t('common:more')}
          entries={() => [
            { id: 'drafts', label: t('drafts'), icon: StackIcon, onAction: () => void navigate({ to: '/drafts' }) },
            ...(isBlank
              ? []
              : [
                  { id: 'new', label: t('startAnew'), icon: EditIcon, onAction: startAnew },
                  {
                    id: 'throw',
                    label: t('throwAway'),
                    icon: TrashIcon,
                    isDanger: true,
                    startsGroup: true,
                    onAction: () => setAsking(true),
                  },
                ]),
          ]}
        />
      </ScreenHeader>
      {isAsking ? (
        <ConfirmSheet
          title={t('throwAwayTitle')}
          body={t('throwAwayBody')}
          action={t('throwAway')}
          onConfirm={throwAway}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
