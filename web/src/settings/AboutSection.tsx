import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHouse } from '../data/house.ts';
import { CupMark } from '../ui/Wordmark.tsx';

const linkClass = 'font-medium text-ink underline-offset-2 hover:underline';

export function AboutSection() {
  const { t } = useTranslation('settings');
  const house = useHouse().data;
  return (
    <div className="flex flex-col items-start gap-4">
      <CupMark size={56} />
      <div>
        <p className="text-head font-semibold">{house?.name}</p>
        {house ? (
          <p className="tabular text-quiet">
            {t('about.members', { count: house.memberCount })} · {t('about.notes', { count: house.noteCount })}
          </p>
        ) : null}
      </div>
      <p className="text-soft">{t('about.body')}</p>
      <Link to="/rules" className={linkClass}>
        {t('about.rules')}
      </Link>
      <Link to="/glossary" search={{}} className={linkClass}>
        {t('about.glossary')}
      </Link>
      <Link to="/accuracy" className={linkClass}>
        {t('about.accuracy')}
      </Link>
      <Link to="/exposure" className={linkClass}>
        {t('about.exposure')}
      </Link>
      <a href="/api/docs" className={linkClass}>
        {t('about.api')}
      </a>
      {house ? <p className="tabular text-small text-quiet">{t('about.version', { version: house.version })}</p> : null}
    </div>
  );
}
