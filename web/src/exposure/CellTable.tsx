import { useTranslation } from 'react-i18next';
import type { HouseExposure } from '../data/exposure.ts';
import { FigureTable } from '../ui/FigureTable.tsx';
import { formatShare } from '../ui/format-figures.ts';
import { cellRows, type ViewerGroup } from './cell-rows.ts';
import { useKeyNames } from './use-key-names.ts';

const most = 12;
const viewerGroups: readonly ViewerGroup[] = ['native', 'newcomer', 'returning', 'visitor'];

/** Whose notes, in which language, were shown to whom: the warmer a cell, the more. */
export function CellTable({ cells }: { cells: HouseExposure['cells'] }) {
  const { t, i18n } = useTranslation('exposure');
  const names = useKeyNames();
  const rows = cellRows(cells).slice(0, most);
  if (rows.length === 0) return null;
  const viewers = viewerGroups.filter((group) => rows.some(({ byViewers }) => byViewers.has(group)));
  const warmest = Math.max(...cells.map(({ share }) => share));
  return (
    <section className="flex flex-col gap-4">
      <header>
        <h2 className="text-title font-semibold">{t('cells.title')}</h2>
        <p className="max-w-prose text-small text-quiet">{t('cells.body')}</p>
      </header>
      <FigureTable
        caption={t('cells.caption', { count: rows.length })}
        head={t('cells.authors')}
        columns={[...viewers.map((group) => ({ label: names.group(group) })), { label: t('cells.all') }]}
        rows={rows.map(({ authorGroup, language, share, byViewers }) => ({
          key: `${authorGroup} ${language}`,
          head: t('cells.row', { group: names.group(authorGroup), language: names.language(language) }),
          cells: [
            ...viewers.map((group) => <Warmth key={group} share={byViewers.get(group)} warmest={warmest} />),
            formatShare(share, i18n.language),
          ],
        }))}
      />
    </section>
  );
}

/** The tint stays pale enough for the figure to be read on it. */
function Warmth({ share, warmest }: { share: number | undefined; warmest: number }) {
  const { i18n } = useTranslation();
  if (share === undefined) return <span className="text-quiet">–</span>;
  const percent = Math.round((45 * share) / warmest);
  return (
    <span
      className="inline-block min-w-14 rounded-lg px-2 py-0.5"
      style={{ background: `color-mix(in oklab, var(--color-jade) ${percent}%, transparent)` }}
    >
      {formatShare(share, i18n.language)}
    </span>
  );
}
