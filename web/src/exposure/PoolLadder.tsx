import { useTranslation } from 'react-i18next';
import type { Pool } from '../data/exposure.ts';
import { abbreviateCount } from '../ui/abbreviate-count.ts';
import { classNames } from '../ui/class-names.ts';
import { formatDuration, formatNumber } from '../ui/format-figures.ts';

/** The pools as rungs: those a note has passed, the one it stands on, those above. */
export function PoolLadder({ pool, reaches }: { pool: Pool; reaches: readonly number[] }) {
  const { t } = useTranslation('exposure');
  const isMoving = pool.state === 'first-pool' || pool.state === 'climbing';
  return (
    <section aria-label={t('ladder.title')} className="flex flex-col gap-4 rounded-card bg-sunken px-4.5 py-4">
      <header className="flex flex-col gap-0.5">
        <p className="text-title font-semibold">{t(`ladder.state.${pool.state}`)}</p>
        <p className="text-soft">{t(`ladder.body.${pool.state}`)}</p>
      </header>
      <ol className="flex items-end gap-1.5">
        {reaches.map((reach, index) => (
          <Rung key={reach} reach={index === 0 ? (firstQuota(pool) ?? reach) : reach} step={index + 1} pool={pool} />
        ))}
        <Rung reach={undefined} step={reaches.length + 1} pool={pool} />
      </ol>
      {isMoving && pool.quota !== undefined ? <Progress pool={pool} quota={pool.quota} /> : null}
      <Outcome pool={pool} />
    </section>
  );
}

function firstQuota(pool: Pool): number | undefined {
  return pool.pool === 1 ? pool.quota : undefined;
}

function Rung({ reach, step, pool }: { reach: number | undefined; step: number; pool: Pool }) {
  const { t, i18n } = useTranslation('exposure');
  const isPassed = step < pool.pool || pool.state === 'open';
  const isHere = step === pool.pool && pool.state !== 'open' && pool.state !== 'waiting';
  const label = reach === undefined ? t('ladder.open') : abbreviateCount(reach, i18n.language);
  return (
    <li
      aria-current={isHere ? 'step' : undefined}
      className="flex min-w-0 flex-1 flex-col items-center gap-1 text-center"
    >
      <span className={classNames('tabular truncate text-tiny', isHere ? 'font-semibold text-ink' : 'text-quiet')}>
        {label}
      </span>
      <span
        className={classNames(
          'w-full rounded-full',
          isPassed ? 'bg-jade' : isHere ? (pool.state === 'stopped' ? 'bg-amber' : 'bg-jade') : 'bg-line-strong',
        )}
        style={{ height: 4 + step * 4, borderRadius: 6, opacity: isPassed ? 0.45 : 1 }}
      />
    </li>
  );
}

function Progress({ pool, quota }: { pool: Pool; quota: number }) {
  const { t, i18n } = useTranslation('exposure');
  const language = i18n.language;
  const left = pool.deadlineAt ? new Date(pool.deadlineAt).getTime() - Date.now() : undefined;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="tabular font-medium">
        {t('ladder.progress', {
          pool: pool.pool,
          pools: pool.poolCount,
          seen: formatNumber(pool.impressions, language),
          quota: formatNumber(quota, language),
        })}
      </p>
      <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-line-strong">
        <div
          className="h-full rounded-full bg-jade"
          style={{ width: `${Math.min(100, (100 * pool.impressions) / quota)}%` }}
        />
      </div>
      {pool.state === 'first-pool' && left !== undefined && left > 0 ? (
        <p className="text-small text-soft">{t('ladder.timeLeft', { time: formatDuration(left, language) })}</p>
      ) : null}
    </div>
  );
}

function Outcome({ pool }: { pool: Pool }) {
  const { t, i18n } = useTranslation('exposure');
  const rates =
    pool.rate !== undefined && pool.cellRate !== undefined
      ? t('ladder.rates', {
          rate: formatNumber(pool.rate, i18n.language, 2),
          cell: formatNumber(pool.cellRate, i18n.language, 2),
        })
      : undefined;
  return (
    <div className="flex flex-col gap-1 text-small">
      {pool.isPromiseKept === undefined ? null : (
        <p className={pool.isPromiseKept ? 'text-jade' : 'text-amber'}>
          {t(pool.isPromiseKept ? 'ladder.kept' : 'ladder.missed')}
        </p>
      )}
      {rates ? <p className="text-soft">{rates}</p> : null}
    </div>
  );
}
