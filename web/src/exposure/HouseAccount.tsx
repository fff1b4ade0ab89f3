import { useTranslation } from 'react-i18next';
import type { HouseExposure } from '../data/exposure.ts';
import { formatNumber, formatShare } from '../ui/format-figures.ts';
import { BarTable } from './BarTable.tsx';
import { CellTable } from './CellTable.tsx';
import { FigureRow } from './FigureRow.tsx';
import { Finding } from './Finding.tsx';
import { Timeline } from './Timeline.tsx';
import { useKeyNames } from './use-key-names.ts';

/** The house's account of some days. */
export function HouseAccount({ account }: { account: HouseExposure }) {
  const { t, i18n } = useTranslation('exposure');
  const names = useKeyNames();
  const share = (value: number | undefined) => (value === undefined ? '–' : formatShare(value, i18n.language));
  const { promises, byTraffic, byReason, timeline } = account;
  const none = t('nobodyYet');
  return (
    <>
      <FigureRow
        figures={[
          { label: t('house.impressions'), value: account.impressions },
          { label: t('house.promisesKept'), value: share(promises.share) },
          { label: t('house.smallAuthors'), value: share(account.smallAuthorShare) },
        ]}
      />
      {account.ranking === 'interim' ? (
        <p className="rounded-card bg-amber-soft px-4.5 py-3 text-amber">{t('house.interim')}</p>
      ) : null}
      <Timeline
        title={t('house.timeline')}
        sums={timeline.map(({ at, free, paid, interaction }) => ({ at, value: free + paid + interaction }))}
      />
      <div className="grid items-start gap-x-10 gap-y-8 wide:grid-cols-2">
        <BarTable
          title={t('by.traffic')}
          none={none}
          bars={byTraffic.map(({ key, impressions }) => ({ key, label: names.traffic(key), value: impressions }))}
        />
        <BarTable
          title={t('by.reason')}
          none={none}
          bars={byReason.map(({ key, impressions }) => ({ key, label: names.reason(key), value: impressions }))}
        />
      </div>
      <Findings account={account} />
      <CellTable cells={account.cells} />
      <p className="text-small text-quiet">
        {t(account.ledger.isBalanced ? 'house.balanced' : 'house.unbalanced', {
          rows: formatNumber(account.ledger.rows, i18n.language),
          counted: formatNumber(account.ledger.counted, i18n.language),
        })}{' '}
        {t('house.asOf', {
          time: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
            new Date(account.asOf),
          ),
        })}
      </p>
    </>
  );
}

function Findings({ account }: { account: HouseExposure }) {
  const { t, i18n } = useTranslation('exposure');
  const names = useKeyNames();
  const number = (value: number | undefined, digits: number) =>
    value === undefined ? '–' : formatNumber(value, i18n.language, digits);
  const share = (value: number) => formatShare(value, i18n.language);
  const { promises, controllers, sameness } = account;
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-title font-semibold">{t('findings.title')}</h2>
      <dl className="grid gap-3 wide:grid-cols-2">
        <Finding name={t('findings.promises')} figure={`${promises.kept} / ${promises.due}`}>
          {t('findings.promisesBody', {
            quota: promises.quota,
            hours: promises.medianHours === undefined ? '–' : number(promises.medianHours, 1),
          })}
        </Finding>
        <Finding name={t('findings.gini')} figure={number(account.noteGini, 2)}>
          {t('findings.giniBody')}
        </Finding>
        {account.disproportion.filter(isHere).map(({ group, ratio, exposureShare, memberShare }) => (
          <Finding
            key={group}
            name={t('findings.disproportion', { group: names.group(group) })}
            figure={ratio === undefined ? '–' : `${number(ratio, 2)} ×`}
          >
            {t('findings.disproportionBody', { seen: share(exposureShare), here: share(memberShare) })}
          </Finding>
        ))}
        {sameness.map(({ of, p50, p95 }) => (
          <Finding key={of} name={t(`findings.sameness.${of}`)} figure={share(p95)}>
            {t('findings.samenessBody', { middle: share(p50) })}
          </Finding>
        ))}
        <Finding name={t('findings.languages')} figure={number(account.languageDistance, 2)}>
          {t('findings.languagesBody')}
        </Finding>
        <Finding name={t('findings.controllers')} figure={t(controllers.isArmed ? 'findings.armed' : 'findings.idle')}>
          {t('findings.controllersBody', {
            native: number(controllers.nativeBoost, 2),
            newcomer: number(controllers.newcomerUrgency, 2),
          })}{' '}
          {controllers.braked.length > 0
            ? t('findings.braked', { topics: controllers.braked.map(({ topic }) => `#${topic}`).join(' ') })
            : t('findings.noneBraked')}
        </Finding>
      </dl>
    </section>
  );
}

/** A group of which nobody was here and nothing was seen has no proportion. */
function isHere({ exposureShare, memberShare }: HouseExposure['disproportion'][number]): boolean {
  return exposureShare > 0 || memberShare > 0;
}
