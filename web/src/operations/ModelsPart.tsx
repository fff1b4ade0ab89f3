import type { ModelView } from '@teahouse/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useModels } from '../data/translation-operations.ts';
import { languageName } from '../ui/badges.tsx';
import { classNames } from '../ui/class-names.ts';
import { TextField } from '../ui/fields.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { ModelRow } from './ModelRow.tsx';
import { Panel } from './Panel.tsx';
import { arrangeModels } from './pair-figures.ts';

/** Models that translate on this machine: here, on their way, and on offer. */
export function ModelsPart() {
  const { t } = useTranslation('operations');
  const models = useModels();
  return (
    <Panel title={t('models.title')} body={t('models.body')}>
      {models.data ? (
        <Models models={models.data.items} source={models.data.source} problem={models.data.registryProblem} />
      ) : models.error ? (
        <FailedState error={models.error} onRetry={() => void models.refetch()} />
      ) : (
        <Skeleton className="h-24 w-full !rounded-card" />
      )}
    </Panel>
  );
}

interface ModelsProps {
  models: readonly ModelView[];
  source: string;
  problem: string | undefined;
}

function Models({ models, source, problem }: ModelsProps) {
  const { t, i18n } = useTranslation('operations');
  const [search, setSearch] = useState('');
  const nameOf = ({ from, to }: ModelView) =>
    [from, to].map((tag) => languageName(tag, i18n.language) ?? tag).join(' → ');
  const { present, offered } = arrangeModels(models, search, nameOf);
  const hasOffer = offered.length > 0 || search !== '';
  return (
    <>
      {problem ? (
        <p role="status" className="rounded-card bg-amber-soft px-4 py-2.5 text-small text-amber">
          {t('models.offline', { problem })}
        </p>
      ) : null}
      <h3 className="font-medium">{t('models.installed')}</h3>
      {present.length === 0 ? <p className="text-quiet">{t('models.noneInstalled')}</p> : null}
      <ModelRows models={present} nameOf={nameOf} />
      {problem && !hasOffer ? null : (
        <>
          <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2 pt-2">
            <h3 className="font-medium">{t('models.offered')}</h3>
            <p className="text-small break-all text-quiet">{t('models.source', { source })}</p>
          </div>
          {hasOffer ? (
            <div className="max-w-80">
              <TextField
                label={t('models.search')}
                isLabelHidden
                type="search"
                placeholder={t('models.search')}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            </div>
          ) : null}
          {offered.length === 0 ? <p className="text-quiet">{t('models.noneOffered')}</p> : null}
          <ModelRows models={offered} nameOf={nameOf} isLong />
        </>
      )}
    </>
  );
}

interface ModelRowsProps {
  models: readonly ModelView[];
  nameOf: (model: ModelView) => string;
  /** A registry has dozens: they scroll by themselves. */
  isLong?: boolean;
}

function ModelRows({ models, nameOf, isLong = false }: ModelRowsProps) {
  if (models.length === 0) return null;
  return (
    <ul className={classNames('rounded-card border border-line bg-raised', isLong && 'max-h-120 overflow-y-auto')}>
      {models.map((model) => (
        <li key={`${model.from}-${model.to}`} className="border-b border-line px-4.5 py-3 last:border-0">
          <ModelRow model={model} name={nameOf(model)} />
        </li>
      ))}
    </ul>
  );
}
