import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '../../data/exposure.ts';
import { type PolicyDraft, useWhatIf } from '../../data/traffic-operations.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useProblemToast } from '../../ui/use-problem-toast.ts';
import { Panel } from '../Panel.tsx';
import { PolicyConfirm } from './PolicyConfirm.tsx';
import { PolicyGroupEditor } from './PolicyGroupEditor.tsx';
import { changesBetween, draftOf, withFigure } from './policy-draft.ts';
import { policyGroups } from './policy-ranges.ts';
import { WhatIfResult } from './WhatIfResult.tsx';

/** The rules as sliders: a draft, what yesterday would have been by it, and putting it in force. */
export function PolicyEditor({ policy }: { policy: Policy }) {
  const { t } = useTranslation('traffic');
  const inForce = draftOf(policy);
  const [draft, setDraft] = useState<PolicyDraft>(inForce);
  const [isConfirming, setConfirming] = useState(false);
  const whatIf = useWhatIf();
  const onError = useProblemToast();
  const changes = changesBetween(inForce, draft);
  return (
    <Panel title={t('editor.title')} body={t('editor.body', { version: policy.version })}>
      <div className="grid items-start gap-3 wide:grid-cols-2">
        {policyGroups.map((group) => (
          <PolicyGroupEditor
            key={group}
            group={group}
            inForce={inForce}
            draft={draft}
            onChange={(key, value) => setDraft((before) => withFigure(before, group, key, value))}
          />
        ))}
      </div>
      <div
        className={classNames(
          'flex flex-wrap items-center gap-2 rounded-card border border-line bg-raised px-4.5 py-3',
          changes.length > 0 && 'sticky bottom-3 z-10',
        )}
      >
        <p className="basis-full text-small text-soft wide:flex-1 wide:basis-0" aria-live="polite">
          {t('editor.changed', { count: changes.length })}
        </p>
        {changes.length > 0 ? (
          <Button look="plain" size="small" onClick={() => setDraft(inForce)}>
            {t('editor.backAll')}
          </Button>
        ) : null}
        <Button size="small" isBusy={whatIf.isPending} onClick={() => whatIf.mutate(draft, { onError })}>
          {t('editor.tryOut')}
        </Button>
        <Button look="primary" size="small" disabled={changes.length === 0} onClick={() => setConfirming(true)}>
          {t('editor.putInForce')}
        </Button>
      </div>
      {whatIf.isPending ? <p className="text-quiet">{t('editor.trying')}</p> : null}
      {whatIf.data ? <WhatIfResult result={whatIf.data} isStale={whatIf.variables !== draft} /> : null}
      {isConfirming ? (
        <PolicyConfirm
          title={t('confirm.title')}
          basedOn={policy.version}
          draft={draft}
          changes={changes}
          onClose={() => setConfirming(false)}
        />
      ) : null}
    </Panel>
  );
}
