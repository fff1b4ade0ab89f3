import { useTranslation } from 'react-i18next';
import { fullTime, relativeTime } from './relative-time.ts';

/** "5 min ago", with the full moment for whoever hovers or listens. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const { t, i18n } = useTranslation();
  return (
    <time dateTime={at} title={fullTime(at, i18n.language)} className={className}>
      {relativeTime(at, Date.now(), i18n.language) ?? t('justNow')}
    </time>
  );
}
