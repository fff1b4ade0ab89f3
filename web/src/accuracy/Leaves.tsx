import { useTranslation } from 'react-i18next';
import { engineKinds, kindOfEngine } from './engine-kinds.ts';

/** What each kind of engine gets to see, and which of them work here. */
export function Leaves({ used }: { used: readonly string[] }) {
  const { t } = useTranslation('accuracy');
  const inUse = new Set(used.map(kindOfEngine));
  return (
    <section className="flex flex-col gap-4">
      <header>
        <h2 className="text-title font-semibold">{t('leaves.title')}</h2>
        <p className="max-w-prose text-quiet">{t('leaves.body')}</p>
      </header>
      <dl className="grid gap-3 wide:grid-cols-2">
        {engineKinds.map((kind) => (
          <div key={kind} className="rounded-card border border-line bg-raised px-4.5 py-3.5">
            <dt className="flex flex-wrap items-center gap-2 font-semibold">
              {t(`leaves.${kind}.name`)}
              {inUse.has(kind) ? (
                <span className="rounded-full bg-jade-soft px-2 text-small font-medium text-jade">
                  {t('leaves.used')}
                </span>
              ) : null}
            </dt>
            <dd className="pt-0.5 text-soft">{t(`leaves.${kind}.body`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
