import type { FeedControlsView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShare } from '../ui/format-figures.ts';
import { Donut } from './Donut.tsx';
import { sliceClass, slicesOf } from './slices.ts';

/** What I read in seven days: a ring, and the same as a table beside it. */
export function LastWeek({ lastWeek }: Pick<FeedControlsView, 'lastWeek'>) {
  const { t, i18n } = useTranslation(['your-feed', 'common']);
  const slices = slicesOf(lastWeek);
  const opens = slices.reduce((sum, slice) => sum + slice.opens, 0);
  if (opens === 0) return <p className="text-quiet">{t('week.nothing')}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
      <Donut shares={slices.map((slice, index) => ({ share: slice.share, className: sliceClass(slice, index) }))}>
        <span className="tabular text-head font-semibold">{formatNumber(opens, i18n.language)}</span>
        <span className="text-small text-quiet">{t('week.opened', { count: opens })}</span>
      </Donut>
      <table className="min-w-52 flex-1 text-small">
        <caption className="sr-only">{t('week.title')}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">{t('week.category')}</th>
            <th scope="col">{t('week.share')}</th>
          </tr>
        </thead>
        <tbody>
          {slices.map((slice, index) => (
            <tr key={slice.category ?? 'rest'}>
              <th scope="row" className="py-1 text-start font-normal">
                <span
                  aria-hidden="true"
                  className={`me-2.5 inline-block size-2.5 rounded-full bg-current ${sliceClass(slice, index)}`}
                />
                {slice.category ? t(`common:interest.${slice.category}`) : t('week.rest')}
              </th>
              <td className="tabular py-1 text-end text-soft">{formatShare(slice.share, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
