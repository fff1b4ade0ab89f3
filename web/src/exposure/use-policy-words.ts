import { useTranslation } from 'react-i18next';
import type { Policy } from '../data/exposure.ts';
import { formatNumber, formatShare } from '../ui/format-figures.ts';
import { isShareFigure } from './policy-shares.ts';

export type PolicyGroup = Exclude<keyof Policy, 'version'>;
export type PolicyValue = number | boolean | readonly number[];

/** The policy's groups and figures, and what a figure is, in words. */
export function usePolicyWords() {
  const { t, i18n } = useTranslation('exposure');
  const number = (value: number) => formatNumber(value, i18n.language, 2);
  return {
    title: (group: PolicyGroup) => t(`policy.${group}.title`),
    figure: (group: PolicyGroup, key: string) => t(`policy.${group}.${key}` as 'policy.weights.open'),
    value(group: PolicyGroup, key: string, value: PolicyValue): string {
      if (typeof value === 'boolean') return t(value ? 'policy.yes' : 'policy.no');
      if (typeof value !== 'number') return value.map(number).join(' · ');
      return isShareFigure(group, key) ? formatShare(value, i18n.language) : number(value);
    },
  };
}
