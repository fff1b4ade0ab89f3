import type { NoteCard } from '@teahouse/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollect } from '../data/reactions.ts';
import { BookmarkFilledIcon, BookmarkIcon, EyeOffIcon, FlagIcon, InfoIcon, LinkIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { copyNoteLink } from './copy-note-link.ts';

const ReportSheet = lazy(async () => ({ default: (await import('../note/ReportSheet.tsx')).ReportSheet }));
const LessSheet = lazy(async () => ({ default: (await import('./LessSheet.tsx')).LessSheet }));
const WhySheet = lazy(async () => ({ default: (await import('../why/WhySheet.tsx')).WhySheet }));

/** What a reader can say about a card, and ask about it, without opening it. */
export function CardMenu({ card }: { card: NoteCard }) {
  const { t } = useTranslation('feed');
  const [open, setOpen] = useState<'why' | 'less' | 'report'>();
  const asMember = useAsMember();
  const toast = useToast();
  const onError = useProblemToast();
  const { collects, mutation: collect } = useCollect(card);
  const close = () => setOpen(undefined);
  const entries = (): MenuEntry[] => [
    {
      id: 'collect',
      label: t(collects ? 'uncollect' : 'collect'),
      icon: collects ? BookmarkFilledIcon : BookmarkIcon,
      onAction: () =>
        asMember('collect', () =>
          collect.mutate(
            { collects: !collects },
            { onError, onSuccess: () => toast(t(collects ? 'uncollected' : 'collected')) },
          ),
        ),
    },
    {
      id: 'link',
      label: t('copyLink'),
      icon: LinkIcon,
      onAction: () => void copyNoteLink(card.id).then(() => toast(t('linkCopied')), onError),
    },
    {
      id: 'less',
      label: t('less'),
      icon: EyeOffIcon,
      startsGroup: true,
      onAction: () => asMember('notInterested', () => setOpen('less')),
    },
    ...(card.token ? [{ id: 'why', label: t('why'), icon: InfoIcon, onAction: () => setOpen('why') }] : []),
    {
      id: 'report',
      label: t('report'),
      icon: FlagIcon,
      startsGroup: true,
      onAction: () => asMember('report', () => setOpen('report')),
    },
  ];
  return (
    <>
      <MenuButton
        label={t('menu', { title: card.title })}
        entries={entries}
        iconSize={18}
        className="!size-7 -me-0.5 text-quiet"
      />
      <Suspense>
        {open === 'report' ? <ReportSheet subject={{ kind: 'note', id: card.id }} onClose={close} /> : null}
        {open === 'less' ? <LessSheet note={card} onClose={close} /> : null}
        {open === 'why' && card.token ? <WhySheet token={card.token} onClose={close} /> : null}
      </Suspense>
    </>
  );
}
