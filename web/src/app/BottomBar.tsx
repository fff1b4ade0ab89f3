import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { HomeFilledIcon, HomeIcon, PersonIcon, PlusIcon, SearchIcon } from '../ui/icons.tsx';
import { useMeLink } from './main-navigation.ts';
import { NotificationsIcon } from './NotificationsIcon.tsx';

const itemClass =
  'flex flex-1 flex-col items-center justify-center gap-0.5 text-tiny whitespace-nowrap text-quiet [&[aria-current=page]]:font-semibold [&[aria-current=page]]:text-ink';

/** Bar at the foot of phones, publishing in its middle. */
export function BottomBar() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <nav
      aria-label={t('nav.main')}
      className="fixed inset-x-0 bottom-0 z-30 flex h-(--bar-height) border-t border-line bg-paper pb-[env(safe-area-inset-bottom,0px)]"
    >
      <Link to="/" className={itemClass}>
        {({ isActive }) => (
          <>
            {isActive ? <HomeFilledIcon size={24} /> : <HomeIcon size={24} />}
            {t('nav.home')}
          </>
        )}
      </Link>
      <Link to="/search" search={{}} className={itemClass}>
        <SearchIcon size={24} />
        {t('nav.search')}
      </Link>
      <Link to="/publish" aria-label={t('nav.publish')} className="grid flex-1 place-items-center">
        <span className="grid h-9 w-12 place-items-center rounded-xl bg-accent-fill text-on-accent">
          <PlusIcon size={24} strokeWidth={2.2} />
        </span>
      </Link>
      <Link to="/notifications" className={itemClass}>
        <NotificationsIcon />
        {t('nav.notifications')}
      </Link>
      <Link {...useMeLink()} className={itemClass}>
        <PersonIcon size={24} />
        {me ? t('nav.me') : t('nav.signIn')}
      </Link>
    </nav>
  );
}
