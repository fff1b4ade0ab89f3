import type { NoteCard } from '@teahouse/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCollect, useHide } from '../data/reactions.ts';
import { languageName } from '../ui/badges.tsx';
import { BookmarkFilledIcon, BookmarkIcon, EyeOffIcon, FlagIcon, LinkIcon, PersonIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { copyNoteLink } from './copy-note-link.ts';

const ReportSheet = lazy(async () => ({ default: (await import('../note/ReportSheet.tsx')).ReportSheet }));

/** What a reader can say about a card without opening it. */
export function CardMenu({ card }: { card: NoteCard }) {
  const { t, i18n } = useTranslation('feed');
  const [isReporting, setReporting] = useState(false);
  const asMember = useAsMember();
  const toast = useToast();
  const onError = useProblemToast();
  const { hide } = useHide(card);
  const { collects, mutation: collect } = useCollect(card);
  const hideFor = (reason: 'note' | 'author' | 'topic' | 'language') => () =>
    asMember('notInterested', () => hide.mutate(reason, { onError }));
  const language = languageName(card.language, i18n.language);
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
    { id: 'note', label: t('hideNote'), icon: EyeOffIcon, startsGroup: true, onAction: hideFor('note') },
    { id: 'author', label: t('hideAuthor', { name: card.author.name }), icon: PersonIcon, onAction: hideFor('author') },
    { id: 'topic', label: t('hideTopic'), icon: EyeOffIcon, onAction: hideFor('topic') },
    {
      id: 'language',
      label: language ? t('hideLanguage', { language }) : t('hideLanguageUnknown'),
      icon: EyeOffIcon,
      onAction: hideFor('language'),
    },
    {
      id: 'report',
      label: t('report'),
      icon: FlagIcon,
      startsGroup: true,
      onAction: () => asMember('report', () => setReporting(true)),
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
      {isReporting ? (
        <Suspense>
          <ReportSheet subject={{ kind: 'note', id: card.id }} onClose={() => setReporting(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
