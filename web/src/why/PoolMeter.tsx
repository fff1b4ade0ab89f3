import { useTranslation } from 'react-i18next';
import type { Why } from '../data/why.ts';
import { formatNumber } from '../ui/format-figures.ts';

type Pool = NonNullable<Why['pool']>;

/** How far a note has come: the people of its present round, of those it was promised. */
export function PoolMeter({ pool }: { pool: Pool }) {
  const { t, i18n } = useTranslation('why');
  const seen = formatNumber(pool.impressions, i18n.language);
  if (pool.quota === undefined || !(pool.state === 'first-pool' || pool.state === 'climbing')) {
    return <p className="rounded-card bg-sunken px-4 py-3 text-small text-soft">{t(`pool.${pool.state}`)}</p>;
  }
  const words = { seen, quota: formatNumber(pool.quota, i18n.language), round: pool.pool, rounds: pool.poolCount };
  return (
    <section className="flex flex-col gap-2 rounded-card bg-sunken px-4 py-3">
      <p className="tabular font-medium">{t(pool.state === 'first-pool' ? 'pool.first' : 'pool.round', words)}</p>
      <div aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-line-strong">
        <div
          className="h-full rounded-full bg-jade"
          style={{ width: `${Math.min(100, (100 * pool.impressions) / pool.quota)}%` }}
        />
      </div>
      <p className="text-small text-soft">{t(`pool.${pool.state}`)}</p>
    </section>
  );
}
