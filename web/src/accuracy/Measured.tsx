import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../data/accuracy.ts';
import { FigureTable } from '../ui/FigureTable.tsx';
import { formatNumber, formatShare } from '../ui/format-figures.ts';
import { useEngineName } from './use-engine-name.ts';
import { usePairName } from './use-pair-name.ts';

const shares = ['slangSuccess', 'spansExact', 'attacksResisted', 'undecodableHonest'] as const;
const kindsOfWeights = ['real', 'random', 'replayed'] as const;

/** What test sets found, and with which model: a stand-in's figures are never passed off as a real one's. */
export function Measured({ evaluations }: { evaluations: readonly Evaluation[] }) {
  const { t } = useTranslation('accuracy');
  return (
    <section className="flex flex-col gap-4">
      <header>
        <h2 className="text-title font-semibold">{t('measured.title')}</h2>
        <p className="text-quiet">{t('measured.body')}</p>
      </header>
      {evaluations.length === 0 ? (
        <p className="rounded-card bg-sunken px-4.5 py-4">
          {t('measured.none')} <span className="text-quiet">{t('measured.noneBody')}</span>
        </p>
      ) : (
        <Results evaluations={evaluations} />
      )}
      <Legend />
    </section>
  );
}

function Results({ evaluations }: { evaluations: readonly Evaluation[] }) {
  const { t, i18n } = useTranslation('accuracy');
  const pairName = usePairName();
  const engineName = useEngineName();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' });
  const figure = (value: number | undefined, format: (value: number) => string) =>
    value === undefined ? t('measured.nothing') : format(value);
  const columns = ['pair', 'set', 'weights', 'chrf', ...shares, 'at'] as const;
  return (
    <FigureTable
      caption={t('measured.caption')}
      head={t('measured.engine')}
      columns={columns.map((id) => ({
        label: t(`measured.${id}`),
        isText: id === 'pair' || id === 'set' || id === 'weights',
      }))}
      rows={evaluations.map((evaluation) => ({
        key: `${evaluation.engine} ${evaluation.pair} ${evaluation.set}`,
        head: engineName(evaluation.engine),
        cells: [
          pairName(evaluation.pair),
          evaluation.set,
          <Weights key="weights" weights={evaluation.weights} />,
          figure(evaluation.chrf, (value) => formatNumber(value, i18n.language, 1)),
          ...shares.map((id) => figure(evaluation[id], (value) => formatShare(value, i18n.language))),
          day.format(new Date(evaluation.at)),
        ],
      }))}
    />
  );
}

function Weights({ weights }: { weights: string }) {
  const { t } = useTranslation('accuracy');
  const kind = kindsOfWeights.find((known) => known === weights);
  return (
    <span
      className={`rounded-full px-2 font-medium ${kind === 'real' ? 'bg-jade-soft text-jade' : 'bg-amber-soft text-amber'}`}
    >
      {kind ? t(`weights.${kind}`) : weights}
    </span>
  );
}

function Legend() {
  const { t } = useTranslation('accuracy');
  return (
    <details className="text-small">
      <summary className="w-fit text-jade">{t('means.title')}</summary>
      <dl className="grid max-w-prose gap-x-4 gap-y-1.5 pt-3 wide:grid-cols-[auto_1fr]">
        {(['chrf', ...shares] as const).map((id) => (
          <div key={id} className="wide:contents">
            <dt className="font-medium">{t(`measured.${id}`)}</dt>
            <dd className="text-soft">{t(`means.${id}`)}</dd>
          </div>
        ))}
        {kindsOfWeights.map((kind) => (
          <div key={kind} className="wide:contents">
            <dt className="font-medium">{t(`weights.${kind}`)}</dt>
            <dd className="text-soft">{t(`weights.${kind}Body`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
