import { memberGroups, reasonCodes, surfaces, trafficKinds } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { countryName, languageName } from '../ui/badges.tsx';

/** Names of what impressions are told apart by, in the reader's language. */
export function useKeyNames() {
  const { t, i18n } = useTranslation('exposure');
  const known = <T extends string>(all: readonly T[], key: string): T | undefined => all.find((one) => one === key);
  return {
    reason: (key: string) => t(`reason.${known(reasonCodes, key) ?? 'popular'}`),
    traffic: (key: string) => t(`traffic.${known(trafficKinds, key) ?? 'free'}`),
    surface: (key: string) => t(`surface.${known(surfaces, key) ?? 'discover'}`),
    group: (key: string) => t(`group.${known([...memberGroups, 'visitor'] as const, key) ?? 'visitor'}`),
    language: (key: string) =>
      languageName(key, i18n.language) ?? t(key === 'mul' ? 'language.several' : 'language.unknown'),
    country: (key: string) =>
      key === 'other' || key === 'unknown' ? t(`country.${key}`) : countryName(key, i18n.language),
  };
}
