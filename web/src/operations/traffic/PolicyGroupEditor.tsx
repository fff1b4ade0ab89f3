import { useTranslation } from 'react-i18next';
import type { PolicyDraft } from '../../data/traffic-operations.ts';
import { type PolicyGroup, usePolicyWords } from '../../exposure/use-policy-words.ts';
import { ChevronDownIcon } from '../../ui/icons.tsx';
import { FigureSlider } from './FigureSlider.tsx';
import { PoolBounds } from './PoolBounds.tsx';
import { figuresOf } from './policy-ranges.ts';

interface PolicyGroupEditorProps {
  group: PolicyGroup;
  inForce: PolicyDraft;
  draft: PolicyDraft;
  onChange: (key: string, value: number | number[]) => void;
}

/** Figures that belong together, folded until they are wanted; the fold says how many differ. */
export function PolicyGroupEditor({ group, inForce, draft, onChange }: PolicyGroupEditorProps) {
  const { t } = useTranslation('traffic');
  const words = usePolicyWords();
  const present = new Map(figuresOf(inForce, group).map(({ key, value }) => [key, value]));
  const figures = figuresOf(draft, group);
  const changed = figures.filter(({ key, value }) => present.get(key) !== value).length;
  return (
    <details className="group rounded-card border border-line bg-raised">
      <summary className="flex cursor-pointer list-none items-center rounded-card px-4.5 py-3.5 font-semibold hover:bg-sunken">
        {words.title(group)}
        {changed > 0 ? (
          <span className="ms-2 rounded-full bg-amber-soft px-2 text-small font-medium text-amber">
            {t('editor.changed', { count: changed })}
          </span>
        ) : null}
        <ChevronDownIcon size={18} className="ms-auto text-quiet group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-3.5 px-4.5 pt-1.5 pb-4">
        {group === 'ladder' ? (
          <PoolBounds pools={draft.ladder.pools} onChange={(pools) => onChange('pools', pools)} />
        ) : null}
        {figures.map((figure) => (
          <FigureSlider
            key={figure.key}
            label={words.figure(group, figure.key)}
            say={(value) => words.value(group, figure.key, value)}
            figure={figure}
            inForce={present.get(figure.key) ?? figure.value}
            onChange={(value) => onChange(figure.key, value)}
          />
        ))}
      </div>
    </details>
  );
}
