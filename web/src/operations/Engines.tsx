import { useTranslation } from 'react-i18next';
import type { EngineView } from '../data/translation-operations.ts';
import { formatNumber } from '../ui/format-figures.ts';
import { Panel } from './Panel.tsx';

const looks: Record<EngineView['state'], string> = {
  ready: 'bg-jade-soft text-jade',
  loading: 'border border-line-strong text-soft',
  off: 'border border-line-strong text-quiet',
  failing: 'bg-amber-soft text-amber',
};

/** Who translates, in the order they are asked. */
export function Engines({ engines }: { engines: readonly EngineView[] }) {
  const { t } = useTranslation('operations');
  return (
    <Panel title={t('engines.title')} body={t('engines.body')}>
      {engines.length === 0 ? <p className="text-quiet">{t('engines.none')}</p> : null}
      <ol className="grid gap-3 wide:grid-cols-2">
        {engines.map((engine) => (
          <li key={engine.id} className="flex flex-col gap-2.5 rounded-card border border-line bg-raised px-4.5 py-4">
            <Engine engine={engine} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Engine({ engine }: { engine: EngineView }) {
  const { t } = useTranslation('operations');
  const { name, state, detail, isLocal, isPaid, pairs } = engine;
  return (
    <>
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">{name}</h3>
        <span className={`rounded-full px-2 text-small font-medium ${looks[state]}`}>
          {t(`engines.state.${state}`)}
        </span>
        {isPaid ? (
          <span className="rounded-full border border-line-strong px-2 text-small text-soft">{t('engines.paid')}</span>
        ) : null}
        <span className="ms-auto text-small text-quiet">{t(isLocal ? 'engines.local' : 'engines.remote')}</span>
      </header>
      {detail ? (
        <p dir="auto" className="text-small text-soft">
          {detail}
        </p>
      ) : null}
      <Breaker engine={engine} />
      {pairs.length > 0 ? (
        <details className="text-small text-quiet">
          <summary className="w-fit">{t('engines.pairs', { count: pairs.length })}</summary>
          <p className="tabular pt-1">{pairs.join(' · ')}</p>
        </details>
      ) : null}
      <Spend engine={engine} />
    </>
  );
}

function Breaker({ engine: { breaker, retryAt } }: { engine: EngineView }) {
  const { t, i18n } = useTranslation('operations');
  if (breaker === 'closed') return null;
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
  return (
    <p className="rounded-xl bg-amber-soft px-3 py-1.5 text-small text-amber">
      {breaker === 'half-open'
        ? t('engines.breaker.half-open')
        : retryAt
          ? t('engines.breaker.open', { time: clock.format(new Date(retryAt)) })
          : t('engines.breaker.openNow')}
    </p>
  );
}

/** What was spent today, against the budget where there is one. */
function Spend({ engine: { name, charactersToday, charactersPerDay } }: { engine: EngineView }) {
  const { t, i18n } = useTranslation('operations');
  const used = formatNumber(charactersToday, i18n.language);
  if (charactersPerDay === undefined) {
    return (
      <p className="tabular text-small text-quiet">{t('engines.today', { count: charactersToday, formatted: used })}</p>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <Meter label={t('engines.budgetLabel', { name })} value={charactersToday} most={charactersPerDay} />
      <p className="tabular text-small text-quiet">
        {t('engines.budget', { used, allowed: formatNumber(charactersPerDay, i18n.language) })}
      </p>
    </div>
  );
}

function Meter({ label, value, most }: { label: string; value: number; most: number }) {
  const share = most === 0 ? 1 : Math.min(1, value / most);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browsers' own meter cannot be drawn in the colours of the house
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={value}
      className="h-1.5 overflow-hidden rounded-full bg-sunken"
    >
      <div className={share > 0.8 ? 'h-full bg-amber' : 'h-full bg-jade'} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
