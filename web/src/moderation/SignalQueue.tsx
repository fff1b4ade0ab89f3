import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { type Signal, useSignals } from '../data/signals.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { formatShare } from '../ui/format-figures.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Queue } from './Queue.tsx';
import { SignalDetail } from './SignalDetail.tsx';
import { SignalSubject } from './SignalSubject.tsx';

const states = ['open', 'dismissed'] as const;

/** What looked unusual in the traffic: hints to look, each with its evidence. */
export function SignalQueue() {
  const { t } = useTranslation('signals');
  const [state, setState] = useState<Signal['state']>('open');
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="w-full max-w-72">
          <SegmentedChoice
            label={t('which')}
            options={states.map((id) => ({ id, label: t(id) }))}
            chosen={state}
            onChoose={setState}
          />
        </div>
        <p className="max-w-prose text-small text-quiet">{t('advice')}</p>
      </div>
      <Signals key={state} state={state} />
    </div>
  );
}

function Signals({ state }: Pick<Signal, 'state'>) {
  const { t } = useTranslation('signals');
  const [title, body] = state === 'open' ? [t('none'), t('noneBody')] : [t('noneDismissed'), t('noneDismissedBody')];
  return (
    <Queue
      label={t('list')}
      query={useSignals(state)}
      detailTitle={t('title')}
      row={(signal) => <SignalRow signal={signal} />}
      detail={(signal, onDone) => <SignalDetail signal={signal} onDone={onDone} />}
      empty={<EmptyState scene="cup" title={title} body={body} />}
    />
  );
}

function SignalRow({ signal: { kind, subject, score, until } }: { signal: Signal }) {
  const { t, i18n } = useTranslation('signals');
  return (
    <span className="flex flex-col gap-1">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-semibold">
          <SignalSubject subject={subject} />
        </span>
        <span className="tabular font-medium text-amber">{formatShare(score, i18n.language)}</span>
      </span>
      <span className="flex items-center gap-2 text-small text-quiet">
        {t(`kind.${kind}`)}
        <RelativeTime at={until} className="ms-auto shrink-0" />
      </span>
    </span>
  );
}
