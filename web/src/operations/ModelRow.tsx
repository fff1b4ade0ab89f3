import type { ModelView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComing, type ModelPair, usePullModel, useRemoveModel } from '../data/translation-operations.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmSheet } from '../ui/ConfirmSheet.tsx';
import { formatBytes } from '../ui/format-figures.ts';
import { useToast } from '../ui/Toast.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';

/** One model: what it is, how far it has come, and what can be done with it. */
export function ModelRow({ model, name }: { model: ModelView; name: string }) {
  const { t, i18n } = useTranslation('operations');
  const { state, bytes, version, architecture, problem } = model;
  const about = [architecture, version, bytes > 0 ? formatBytes(bytes, i18n.language) : ''].filter(Boolean);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        <p className="tabular text-small text-quiet">{about.join(' · ')}</p>
        {problem ? (
          <p role="alert" className="text-small text-amber">
            {problem}
          </p>
        ) : null}
      </div>
      {isComing(model) ? <Progress model={model} name={name} /> : null}
      {state === 'available' || isComing(model) ? null : (
        <span className={`text-small font-medium ${state === 'ready' ? 'text-jade' : 'text-amber'}`}>
          {t(`models.state.${state}`)}
        </span>
      )}
      <Actions model={model} name={name} />
    </div>
  );
}

function Progress({ model: { state, bytes, receivedBytes = 0 }, name }: { model: ModelView; name: string }) {
  const { t, i18n } = useTranslation('operations');
  const share = bytes === 0 ? 0 : Math.min(1, receivedBytes / bytes);
  const words = t('models.received', {
    received: formatBytes(receivedBytes, i18n.language),
    total: formatBytes(bytes, i18n.language),
  });
  return (
    <div className="flex w-full flex-col gap-1 wide:w-56">
      <div
        role="progressbar"
        aria-label={t('models.progress', { pair: name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={state === 'queued' ? undefined : Math.round(share * 100)}
        aria-valuetext={state === 'downloading' ? words : t(`models.state.${state}`)}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div className="h-full bg-jade transition-[width]" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="tabular flex justify-between gap-2 text-small text-quiet">
        <span>{t(`models.state.${state}`)}</span>
        {state === 'downloading' ? <span>{words}</span> : null}
      </p>
    </div>
  );
}

function Actions({ model, name }: { model: ModelView; name: string }) {
  const { t } = useTranslation('operations');
  const [isRemoving, setRemoving] = useState(false);
  const pulling = usePullModel();
  const removing = useRemoveModel();
  const toast = useToast();
  const onError = useProblemToast();
  const pair = { from: model.from, to: model.to } as ModelPair;
  const { state } = model;
  const remove = () =>
    removing.mutate(pair, {
      onSuccess: () => toast(t('models.removed')),
      onError,
      onSettled: () => setRemoving(false),
    });
  const pull = () => pulling.mutate(pair, { onSuccess: () => toast(t('models.started')), onError });
  if (isComing(model)) {
    return (
      <Button
        size="small"
        isBusy={removing.isPending}
        aria-label={t('models.cancelFor', { pair: name })}
        onClick={() => removing.mutate(pair, { onError })}
      >
        {t('models.cancel')}
      </Button>
    );
  }
  return (
    <div className="flex gap-2">
      {state === 'ready' ? null : (
        <Button
          look="jade"
          size="small"
          isBusy={pulling.isPending}
          aria-label={t(state === 'available' ? 'models.pullFor' : 'models.againFor', { pair: name })}
          onClick={pull}
        >
          {t(state === 'available' ? 'models.pull' : 'models.again')}
        </Button>
      )}
      {state === 'available' ? null : (
        <Button size="small" aria-label={t('models.removeFor', { pair: name })} onClick={() => setRemoving(true)}>
          {t('models.remove')}
        </Button>
      )}
      {isRemoving ? (
        <ConfirmSheet
          title={t('models.removeTitle', { pair: name })}
          body={t('models.removeBody')}
          action={t('models.remove')}
          isBusy={removing.isPending}
          onConfirm={remove}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </div>
  );
}
