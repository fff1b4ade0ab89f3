import type { SparedView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { LoadMore } from '../account/LoadMore.tsx';
import { useSpared, useUnspare } from '../data/feed-controls.ts';
import { topicLabel } from '../translation/topic-label.ts';
import { Button } from '../ui/Button.tsx';
import { languageName } from '../ui/badges.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

/** What I said I am not interested in, each with its way back. */
export function Spared({ count }: { count: number }) {
  const { t } = useTranslation('your-feed');
  const spared = useSpared();
  if (spared.isError && !spared.data) {
    return <FailedState error={spared.error} onRetry={() => void spared.refetch()} />;
  }
  if (!spared.data) return <Skeleton className="w-full" style={{ height: `${Math.min(count, 5) * 3.5 + 1.5}rem` }} />;
  if (spared.data.length === 0) return <p className="text-quiet">{t('spared.nothing')}</p>;
  return (
    <>
      <ul>
        {spared.data.map((one) => (
          <SparedRow key={one.noteId} spared={one} />
        ))}
      </ul>
      <LoadMore query={spared} />
    </>
  );
}

function SparedRow({ spared }: { spared: SparedView }) {
  const { t } = useTranslation(['your-feed', 'common']);
  const onError = useProblemToast();
  const undo = useUnspare();
  const name = useSubjectName(spared);
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line py-1.5 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="truncate">{t(`spared.${spared.what}`, { name })}</p>
        <p className="flex min-w-0 gap-1 text-small text-quiet">
          <RelativeTime at={spared.at} className="shrink-0" />
          {spared.what !== 'note' && spared.noteTitle ? (
            <>
              <span aria-hidden="true">·</span>
              <span {...languageProps(spared.noteTitleLanguage)} className="truncate">
                {spared.noteTitle}
              </span>
            </>
          ) : null}
        </p>
      </div>
      <Button
        size="small"
        isBusy={undo.isPending}
        aria-label={t('spared.undoNamed', { name })}
        onClick={() => undo.mutate(spared.noteId, { onError })}
      >
        {t('common:undo')}
      </Button>
    </li>
  );
}

function useSubjectName({ what, noteTitle, author, topic, language }: SparedView): string {
  const { t, i18n } = useTranslation('your-feed');
  if (what === 'author') return author?.name ?? t('spared.goneAuthor');
  if (what === 'topic') return topic ? `#${topicLabel(topic, i18n.language) ?? topic.name}` : t('spared.goneTopic');
  if (what === 'language') return languageName(language ?? '', i18n.language) ?? t('languages.none');
  return noteTitle || t('spared.goneNote');
}
