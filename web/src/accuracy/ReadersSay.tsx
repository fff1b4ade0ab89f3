import { useTranslation } from 'react-i18next';
import type { MembersVerdict } from '../data/accuracy.ts';
import { FigureTable } from '../ui/FigureTable.tsx';
import { formatNumber } from '../ui/format-figures.ts';
import { useEngineName } from './use-engine-name.ts';
import { usePairName } from './use-pair-name.ts';

const counts = ['made', 'good', 'wrong', 'held', 'reported'] as const;

/** Readers' own verdicts of the last month. */
export function ReadersSay({ verdicts }: { verdicts: readonly MembersVerdict[] }) {
  const { t, i18n } = useTranslation('accuracy');
  const pairName = usePairName();
  const engineName = useEngineName();
  const told = verdicts.filter((verdict) => counts.some((id) => verdict[id] > 0));
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-title font-semibold">{t('members.title')}</h2>
      {told.length === 0 ? (
        <p className="text-quiet">{t('members.none')}</p>
      ) : (
        <FigureTable
          caption={t('members.caption')}
          head={t('measured.engine')}
          columns={[
            { label: t('measured.pair'), isText: true },
            ...counts.map((id) => ({ label: t(`members.${id}`) })),
          ]}
          rows={told.map((verdict) => ({
            key: `${verdict.engine} ${verdict.pair}`,
            head: engineName(verdict.engine),
            cells: [pairName(verdict.pair), ...counts.map((id) => formatNumber(verdict[id], i18n.language))],
          }))}
        />
      )}
    </section>
  );
}
