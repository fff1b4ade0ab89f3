import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Promotion, useStopPromotion } from '../../data/traffic-operations.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmSheet } from '../../ui/ConfirmSheet.tsx';
import { formatNumber } from '../../ui/format-figures.ts';
import { useToast } from '../../ui/Toast.tsx';
import { useProblemToast } from '../../ui/use-problem-toast.ts';

export function PromotionRow({ promotion }: { promotion: Promotion }) {
  const { t, i18n } = useTranslation('traffic');
  const { noteId, noteTitle, authorHandle, payer, impressions, delivered, endsAt, state } = promotion;
  const number = (value: number) => formatNumber(value, i18n.language);
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line bg-raised px-4.5 py-3.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Link to="/notes/$noteId" params={{ noteId }} className="min-w-0 flex-1 truncate font-semibold hover:underline">
          <bdi>{noteTitle}</bdi>
        </Link>
        <span className="rounded-full border border-line-strong px-2 text-small text-soft">
          {t(`promotions.state.${state}`)}
        </span>
        {state === 'running' || state === 'waiting' ? <Stop promotion={promotion} /> : null}
      </div>
      <p className="text-small text-quiet">{t('promotions.by', { handle: authorHandle, payer })}</p>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-sunken">
        <div
          className="h-full rounded-full bg-jade"
          style={{ width: `${Math.min(100, (100 * delivered) / impressions)}%` }}
        />
      </div>
      <p className="tabular text-small text-soft">
        {t('promotions.delivered', { delivered: number(delivered), impressions: number(impressions) })} ·{' '}
        {t('promotions.until', { day: day.format(new Date(endsAt)) })}
      </p>
    </li>
  );
}

function Stop({ promotion: { id, noteTitle } }: { promotion: Promotion }) {
  const { t } = useTranslation('traffic');
  const [isAsking, setAsking] = useState(false);
  const toast = useToast();
  const onError = useProblemToast();
  const stop = useStopPromotion();
  const onSuccess = () => {
    toast(t('promotions.stopped'));
    setAsking(false);
  };
  return (
    <>
      <Button
        look="danger"
        size="small"
        aria-label={t('promotions.stopFor', { title: noteTitle })}
        onClick={() => setAsking(true)}
      >
        {t('promotions.stop')}
      </Button>
      {isAsking ? (
        <ConfirmSheet
          title={t('promotions.stopTitle')}
          body={t('promotions.stopBody')}
          action={t('promotions.stop')}
          isBusy={stop.isPending}
          onConfirm={() => stop.mutate(id, { onError, onSuccess })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
