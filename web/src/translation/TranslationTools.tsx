import { useNavigate } from '@tanstack/react-router';
import type { TranslationView } from '@teahouse/contract';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRateTranslation } from '../data/translation-feedback.ts';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { EditIcon, FlagIcon, InfoIcon, ThumbDownIcon, ThumbUpIcon } from '../ui/icons.tsx';
import { useAsMember } from '../ui/invitation.tsx';
import { MenuButton } from '../ui/MenuButton.tsx';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import type { ReadUnit } from './use-text-unit.ts';
import { useLanguageEntries } from './use-translation-entries.ts';

const SuggestSheet = lazy(async () => ({ default: (await import('./SuggestSheet.tsx')).SuggestSheet }));
const ReportTranslationSheet = lazy(async () => ({
  default: (await import('./ReportTranslationSheet.tsx')).ReportTranslationSheet,
}));

interface TranslationToolsProps {
  read: ReadUnit;
  id: string;
  isCompact: boolean;
}

/** Side by side, good or wrong, a better one, a report, and what to do with this language from now on. */
export function TranslationTools({ read, id, isCompact }: TranslationToolsProps) {
  const { t } = useTranslation('translation');
  const [sheet, setSheet] = useState<'suggest' | 'report'>();
  const asMember = useAsMember();
  const navigate = useNavigate();
  const languageEntries = useLanguageEntries(read);
  const view = read.main?.view;
  if (!view) return null;
  const isBeside = read.shows === 'sides';
  // Nobody but its author says how an author's own words should read.
  const isAuthors = view.origin === 'author';
  const open = (which: typeof sheet) => () => asMember('member', () => setSheet(which));
  const entries = (): MenuEntry[] => [
    ...(isAuthors
      ? []
      : [
          { id: 'suggest', label: t('feedback.suggest'), icon: EditIcon, onAction: open('suggest') },
          { id: 'report', label: t('feedback.report'), icon: FlagIcon, onAction: open('report') },
        ]),
    {
      id: 'accuracy',
      label: t('feedback.accuracy'),
      icon: InfoIcon,
      onAction: () => void navigate({ to: '/accuracy' }),
    },
    ...languageEntries().map((entry, index) => (index === 0 ? { ...entry, startsGroup: true } : entry)),
  ];
  const onClose = () => setSheet(undefined);
  return (
    <div id={id} className={classNames('flex items-center gap-x-1', isCompact ? 'basis-full' : 'min-w-0 flex-1')}>
      <button
        type="button"
        aria-pressed={isBeside}
        onClick={() => read.show(isBeside ? 'translated' : 'sides')}
        className={classNames(
          'pressable min-h-8 text-small font-medium',
          isBeside ? 'text-jade' : 'text-soft hover:text-ink',
        )}
      >
        {t('sides')}
      </button>
      <span className="flex-1" />
      {isAuthors ? null : <Verdict view={view} />}
      <MenuButton label={t('feedback.menu')} entries={entries} iconSize={18} className="!size-8 -me-1.5 text-quiet" />
      <Suspense>
        {sheet === 'suggest' ? <SuggestSheet read={read} onClose={onClose} /> : null}
        {sheet === 'report' ? <ReportTranslationSheet view={view} onClose={onClose} /> : null}
      </Suspense>
    </div>
  );
}

/** Two thumbs; pressing the one that was given takes it back. */
function Verdict({ view }: { view: TranslationView }) {
  const { t } = useTranslation('translation');
  const asMember = useAsMember();
  const toast = useToast();
  const onError = useProblemToast();
  const rating = useRateTranslation(view);
  const mine = rating.isPending ? rating.variables : view.feedback.mine;
  const rate = (verdict: 'good' | 'wrong') => () => {
    const next = mine === verdict ? 'none' : verdict;
    const onSuccess = () => next !== 'none' && toast(t('feedback.thanks'));
    asMember('member', () => rating.mutate(next, { onError, onSuccess }));
  };
  const thumbs = [
    { verdict: 'good', icon: ThumbUpIcon },
    { verdict: 'wrong', icon: ThumbDownIcon },
  ] as const;
  return thumbs.map(({ verdict, icon }) => (
    <IconButton
      key={verdict}
      icon={icon}
      iconSize={17}
      label={t(`feedback.${verdict}`)}
      aria-pressed={mine === verdict}
      onClick={rate(verdict)}
      className={classNames('!size-8', mine === verdict ? '!text-jade' : 'text-quiet')}
    />
  ));
}
