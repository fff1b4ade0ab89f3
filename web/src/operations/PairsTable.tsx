import { useTranslation } from 'react-i18next';
import type { PairFigures, TranslationOverview } from '../data/translation-operations.ts';
import { languageName } from '../ui/badges.tsx';
import { FigureTable } from '../ui/FigureTable.tsx';
import { formatDuration, formatNumber, formatShare } from '../ui/format-figures.ts';
import { Panel } from './Panel.tsx';
import { ratesOf } from './pair-figures.ts';

/** What readers asked for and got, pair by pair. */
export function PairsTable({ overview: { pairs, engines } }: { overview: TranslationOverview }) {
  const { t, i18n } = useTranslation('operations');
  const language = i18n.language;
  const nameOf = (tag: string) => languageName(tag, language) ?? tag;
  const engineName = (id: string) => {
    if (id === 'memory') return t('pairs.memory');
    if (id === 'none') return t('pairs.noEngine');
    return engines.find((engine) => engine.id === id)?.name ?? id;
  };
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  const rate = (value: number | undefined) => (value === undefined ? t('nothing') : number(value, 1));
  const row = (pair: PairFigures) => {
    const { hits, heldPer10000, reportedPer10000 } = ratesOf(pair);
    return {
      key: `${pair.from} ${pair.to} ${pair.engine}`,
      head: `${nameOf(pair.from)} → ${nameOf(pair.to)}`,
      cells: [
        engineName(pair.engine),
        number(pair.asked),
        hits === undefined ? t('nothing') : formatShare(hits, language),
        number(pair.made),
        number(pair.failed),
        number(pair.characters),
        pair.made === 0 ? t('nothing') : formatDuration(pair.meanMilliseconds, language),
        rate(heldPer10000),
        rate(reportedPer10000),
      ],
    };
  };
  const columns = ['engine', 'asked', 'hits', 'made', 'failed', 'characters', 'mean', 'held', 'reported'] as const;
  return (
    <Panel title={t('pairs.title')}>
      {pairs.length === 0 ? (
        <p className="text-quiet">{t('pairs.none')}</p>
      ) : (
        <FigureTable
          caption={t('pairs.caption')}
          head={t('pairs.pair')}
          columns={columns.map((id) => ({ label: t(`pairs.${id}`), isText: id === 'engine' }))}
          rows={pairs.map(row)}
        />
      )}
    </Panel>
  );
}
