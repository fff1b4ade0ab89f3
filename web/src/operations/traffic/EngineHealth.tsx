import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrafficEngine } from '../../data/traffic-operations.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { formatBytes, formatDuration, formatNumber } from '../../ui/format-figures.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { FigureGrid } from '../FigureGrid.tsx';
import { Panel } from '../Panel.tsx';
import { Relaxations } from './Relaxations.tsx';

/** What the engine holds, how fast it is, what waits. */
export function EngineHealth({ engine, end }: { engine: TrafficEngine; end?: ReactNode }) {
  const { t, i18n } = useTranslation('traffic');
  const isReady = engine.ranking === 'engine';
  return (
    <Panel title={t('health.title')} body={t('health.body')} end={end}>
      <p className={isReady ? 'text-jade' : 'rounded-card bg-amber-soft px-4.5 py-3 text-amber'}>
        {t(`health.${engine.ranking}`)}
      </p>
      <FigureGrid label={t('health.title')} figures={useFigures(engine)} />
      {engine.isQuotaBelowFull ? (
        <p className="rounded-card bg-amber-soft px-4.5 py-3 text-amber">{t('health.belowFull')}</p>
      ) : null}
      <div className="grid items-start gap-x-10 gap-y-6 wide:grid-cols-2">
        <Relaxations counts={engine.relaxedLastHour} />
        <Nodes nodes={engine.nodes} />
      </div>
      <p className="text-small text-quiet">
        {engine.snapshotAt
          ? t('health.snapshot', {
              time: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
                new Date(engine.snapshotAt),
              ),
              size: formatBytes(engine.snapshotBytes ?? 0, i18n.language),
            })
          : t('health.noSnapshot')}
      </p>
    </Panel>
  );
}

function useFigures(engine: TrafficEngine) {
  const { t, i18n } = useTranslation('traffic');
  const number = (value: number) => formatNumber(value, i18n.language);
  const time = (value: number | undefined) =>
    value === undefined ? t('health.none') : formatDuration(Math.round(value * 10) / 10, i18n.language);
  return [
    { label: t('health.p50'), value: time(engine.p50Milliseconds) },
    { label: t('health.p99'), value: time(engine.p99Milliseconds) },
    { label: t('health.pagesPerMinute'), value: number(engine.pagesPerMinute) },
    {
      label: t('health.behind'),
      value: number(engine.behind),
      more: t('health.position', { position: number(engine.position) }),
      isAlarming: engine.behind > 1_000,
    },
    { label: t('health.waiting'), value: number(engine.waitingForFirstPool) },
    { label: t('health.overdue'), value: number(engine.overdue), isAlarming: engine.overdue > 0 },
    { label: t('health.notes'), value: number(engine.notes) },
    {
      label: t('health.members'),
      value: number(engine.members),
      more: `${formatBytes(engine.bytes, i18n.language)} ${t('health.bytes')}`,
    },
  ];
}

function Nodes({ nodes }: Pick<TrafficEngine, 'nodes'>) {
  const { t, i18n } = useTranslation('traffic');
  if (nodes.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('health.nodes')}</h3>
      <FigureTable
        caption={t('health.nodesCaption')}
        head={t('health.node')}
        columns={[{ label: t('health.positionOf') }, { label: t('health.seen'), isText: true }]}
        rows={nodes.map(({ name, position, seenAt }) => ({
          key: name,
          head: <bdi>{name}</bdi>,
          cells: [formatNumber(position, i18n.language), <RelativeTime key="seen" at={seenAt} />],
        }))}
      />
    </section>
  );
}
