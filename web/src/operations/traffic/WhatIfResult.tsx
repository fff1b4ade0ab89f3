import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../data/traffic-operations.ts';
import { useKeyNames } from '../../exposure/use-key-names.ts';
import { classNames } from '../../ui/class-names.ts';
import { formatNumber, formatShare } from '../../ui/format-figures.ts';
import { ComparedBars } from './ComparedBars.tsx';

const mostLanguages = 8;

/** Yesterday's pages twice: by the rules in force and by the draft. */
export function WhatIfResult({ result, isStale }: { result: WhatIf; isStale: boolean }) {
  const { t, i18n } = useTranslation('traffic');
  const id = useId();
  const names = useKeyNames();
  const { pages, present, proposed } = result;
  const share = (value: number) => formatShare(value, i18n.language);
  const number = (value: number) => formatNumber(value, i18n.language, 2);
  if (pages === 0) return <p className="rounded-card bg-sunken px-4.5 py-3 text-soft">{t('whatIf.noPages')}</p>;
  const partsOf = (side: Record<string, number>, key: string) => (side[key] ?? 0) / Math.max(1, sumOf(side));
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 rounded-card bg-sunken px-4.5 py-4">
      <header>
        <h3 id={id} className="font-semibold">
          {t('whatIf.title')}
        </h3>
        <p className="text-small text-quiet">
          {t('whatIf.pages', { count: pages, formatted: formatNumber(pages, i18n.language) })}
        </p>
        {isStale ? <p className="text-small text-amber">{t('editor.stale')}</p> : null}
      </header>
      <div className={classNames('grid gap-x-10 gap-y-6 wide:grid-cols-2', isStale && 'opacity-70')}>
        <ComparedBars
          title={t('whatIf.title')}
          isTitleHidden
          rows={[
            { label: t('whatIf.value'), present: present.value, proposed: proposed.value, say: number },
            {
              label: t('whatIf.firstAudience'),
              present: present.firstAudienceShare,
              proposed: proposed.firstAudienceShare,
              say: share,
            },
            { label: t('whatIf.gini'), present: present.noteGini, proposed: proposed.noteGini, say: number },
            { label: t('whatIf.foreign'), present: present.foreignShare, proposed: proposed.foreignShare, say: share },
            { label: t('whatIf.topic'), present: present.topicShare, proposed: proposed.topicShare, say: share },
          ]}
        />
        <div className="flex flex-col gap-6">
          <ComparedBars
            title={t('whatIf.groups')}
            rows={keysOf(present.impressionsByGroup, proposed.impressionsByGroup).map((key) => ({
              label: names.group(key),
              present: partsOf(present.impressionsByGroup, key),
              proposed: partsOf(proposed.impressionsByGroup, key),
              say: share,
            }))}
          />
          <ComparedBars
            title={t('whatIf.languages')}
            rows={keysOf(present.impressionsByLanguage, proposed.impressionsByLanguage)
              .slice(0, mostLanguages)
              .map((key) => ({
                label: names.language(key),
                present: partsOf(present.impressionsByLanguage, key),
                proposed: partsOf(proposed.impressionsByLanguage, key),
                say: share,
              }))}
          />
        </div>
      </div>
    </section>
  );
}

function sumOf(side: Record<string, number>): number {
  return Object.values(side).reduce((sum, value) => sum + value, 0);
}

/** Of both sides, largest first. */
function keysOf(one: Record<string, number>, other: Record<string, number>): string[] {
  const weight = (key: string) => (one[key] ?? 0) + (other[key] ?? 0);
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort((a, b) => weight(b) - weight(a));
}
