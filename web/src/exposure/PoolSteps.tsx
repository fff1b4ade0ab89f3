import { useTranslation } from 'react-i18next';
import type { PoolStep } from '../data/exposure.ts';
import { formatNumber } from '../ui/format-figures.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';

/** Every move between pools, newest first, with what decided it. */
export function PoolSteps({ steps }: { steps: readonly PoolStep[] }) {
  const { t, i18n } = useTranslation('exposure');
  if (steps.length === 0) return null;
  const figure = (value: number | undefined, digits = 0) =>
    value === undefined ? '–' : formatNumber(value, i18n.language, digits);
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold">{t('steps.title')}</h3>
      <ol className="flex flex-col">
        {newestFirst(steps).map((step) => (
          <li
            key={`${step.at} ${step.step}`}
            className="flex items-baseline justify-between gap-4 border-b border-line py-2 text-small last:border-0"
          >
            <span>
              {t(`steps.${step.step}`, {
                from: step.from,
                to: step.to,
                seen: figure(step.impressions),
                quota: figure(step.quota),
                rate: figure(step.rate, 2),
                cell: figure(step.cellRate, 2),
              })}
            </span>
            <RelativeTime at={step.at} className="shrink-0 text-quiet" />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A round is full before it is judged, also where both were written down in the same moment. */
function newestFirst(steps: readonly PoolStep[]): PoolStep[] {
  const isFilling = ({ step }: PoolStep) => Number(step === 'reached' || step === 'missed');
  return steps
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at) || isFilling(other) - isFilling(one))
    .toReversed();
}
