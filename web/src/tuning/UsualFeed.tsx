import type { FeedControlsView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useRestoreDay, useUndoRestore } from '../data/feed-controls.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { dayName } from './day-name.ts';

type Days = Pick<FeedControlsView, 'usualDays' | 'restoredDay'>;

/** Enough while reading; settings show all of them. */
const daysAtHand = 7;

interface UsualFeedProps {
  controls: Days;
  /** The title stands above already. */
  isBare?: boolean;
  /** The feed has been laid anew. */
  onChange?: () => void;
}

/** "The usual, please": interests as they stood on an earlier day. */
export function UsualFeed({ controls, isBare = false, onChange }: UsualFeedProps) {
  const { t, i18n } = useTranslation('controls');
  const toast = useToast();
  const onError = useProblemToast();
  const restore = useRestoreDay();
  const undo = useUndoRestore();
  const nameOf = (day: string) => dayName(day, Date.now(), i18n.language);
  const tell = (...said: Parameters<typeof toast>) => {
    onChange?.();
    toast(...said);
  };
  // Promises outlast this panel, which closes over the feed it has changed.
  const goBack = () => void undo.mutateAsync().then(() => tell(t('usual.undone')), onError);
  const choose = (day: string) =>
    void restore
      .mutateAsync(day)
      .then(
        () => tell(t('usual.restored', { day: nameOf(day) }), { label: t('usual.back'), onAction: goBack }),
        onError,
      );
  const { restoredDay } = controls;
  const usualDays = isBare ? controls.usualDays : controls.usualDays.slice(0, daysAtHand);
  return (
    <section aria-label={t('usual.title')} className="flex flex-col gap-3">
      {isBare ? null : (
        <div className="flex flex-col gap-0.5">
          <h2 className="text-title font-semibold">{t('usual.title')}</h2>
          <p className="text-small text-quiet">{t('usual.body')}</p>
        </div>
      )}
      {usualDays.length === 0 ? <p className="text-small text-soft">{t('usual.none')}</p> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend that cannot be laid out with the chips */}
      <div role="group" aria-label={t('usual.choose')} className="flex flex-wrap gap-2">
        {usualDays.map((day) => (
          <Chip key={day} isOn={day === restoredDay} disabled={restore.isPending} onClick={() => choose(day)}>
            <span className="inline-block first-letter:uppercase">{nameOf(day)}</span>
          </Chip>
        ))}
      </div>
      {restoredDay ? (
        <p className="flex flex-wrap items-center justify-between gap-2 text-small text-soft">
          {t('usual.isRestored', { day: nameOf(restoredDay) })}
          <Button size="small" look="jade" isBusy={undo.isPending} onClick={goBack}>
            {t('usual.back')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
