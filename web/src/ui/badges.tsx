import { readableLanguages } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';

const badge = 'inline-flex shrink-0 items-center gap-1 rounded-full px-1.5 text-tiny font-medium whitespace-nowrap';

/** 译-mark family: which language a text is written in, where it is none the reader reads. */
export function LanguageBadge({ language }: { language: string }) {
  const { t, i18n } = useTranslation();
  const name = languageName(language, i18n.language);
  if (!name) return null;
  return (
    <span className={`${badge} bg-jade-soft text-jade`} title={t('badge.language', { language: name })}>
      {name}
    </span>
  );
}

/** Where a member writes from: coarse, and only if the member and the house show it. */
export function CountryBadge({ country, withName = false }: { country: string | undefined; withName?: boolean }) {
  const { t, i18n } = useTranslation();
  if (!country) return null;
  const name = countryName(country, i18n.language);
  return (
    <span
      className={`inline-flex items-center gap-1 text-tiny whitespace-nowrap text-quiet ${withName ? 'min-w-0' : 'shrink-0'}`}
      title={t('badge.country', { country: name })}
    >
      <span role="img" aria-label={t('badge.country', { country: name })}>
        {withName ? flagOf(country) : country}
      </span>
      {withName ? (
        <span aria-hidden="true" className="truncate">
          {name}
        </span>
      ) : null}
    </span>
  );
}

/** How long a member has been here; never mixed up with where they are. */
export function TenureBadge({ member }: { member: { isNew: boolean; joinedYear: number } }) {
  const { t } = useTranslation();
  return member.isNew ? (
    <span className={`${badge} bg-amber-soft text-amber`}>{t('badge.newcomer')}</span>
  ) : (
    <span className="text-tiny whitespace-nowrap text-quiet">{t('badge.since', { year: member.joinedYear })}</span>
  );
}

export function RoleBadge({ role }: { role: 'member' | 'moderator' | 'operator' }) {
  const { t } = useTranslation();
  return role === 'member' ? null : (
    <span className={`${badge} border border-line-strong text-soft`}>{t(`badge.${role}`)}</span>
  );
}

/** A language in the reader's words; its own name where the browser knows none. */
export function languageName(language: string, reader: string): string | undefined {
  if (language === 'und' || language === 'mul' || language === 'zxx') return undefined;
  const own: Record<string, string> = readableLanguages;
  return displayName(language, reader, 'language') ?? own[language];
}

export function countryName(country: string, reader: string): string {
  return displayName(country, reader, 'region') ?? country;
}

function displayName(code: string, reader: string, type: 'language' | 'region'): string | undefined {
  try {
    return new Intl.DisplayNames([reader], { type, fallback: 'none' }).of(code);
  } catch {
    return undefined;
  }
}

function flagOf(country: string): string {
  return String.fromCodePoint(...[...country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
}
