import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { HomeFilledIcon, HomeIcon, type Icon, PersonIcon, PlusIcon, SettingsIcon, ShieldIcon } from '../ui/icons.tsx';
import { Wordmark } from '../ui/Wordmark.tsx';
import { useMeLink } from './main-navigation.ts';
import { NotificationsIcon } from './NotificationsIcon.tsx';
import { LanguageSwitch, ThemeSwitch } from './Switches.tsx';

const itemClass =
  'flex min-h-12 items-center justify-center gap-3.5 rounded-full text-soft transition-colors hover:bg-sunken hover:text-ink full:justify-start full:px-4 [&[aria-current=page]]:bg-sunken [&[aria-current=page]]:font-semibold [&[aria-current=page]]:text-ink';

/** Left rail of wide screens: icons, and words where there is room. */
export function Rail() {
  const { t } = useTranslation();
  const me = useMe();
  const meLink = useMeLink();
  return (
    <nav
      aria-label={t('nav.main')}
      className="fixed inset-y-0 start-0 z-30 flex w-(--rail-width) flex-col gap-1 overflow-y-auto border-e border-line bg-paper px-3 pt-4 pb-3 full:px-4"
    >
      <Link to="/" className="mb-4 flex min-h-10 items-center justify-center rounded-full full:justify-start full:px-3">
        <span className="hidden full:block">
          <Wordmark />
        </span>
        <span className="full:hidden">
          <Wordmark compact />
        </span>
      </Link>
      <Link to="/" className={itemClass}>
        {({ isActive }) => <Item icon={isActive ? HomeFilledIcon : HomeIcon} label={t('nav.discover')} />}
      </Link>
      <Link to="/notifications" className={itemClass}>
        <NotificationsIcon />
        <span className="sr-only full:not-sr-only">{t('nav.notifications')}</span>
      </Link>
      <Link {...meLink} className={itemClass}>
        {me ? <Avatar member={me} size={24} /> : <PersonIcon />}
        <span className="sr-only full:not-sr-only">{me ? t('nav.me') : t('nav.signIn')}</span>
      </Link>
      <Link to="/publish" className={`${buttonClass('primary', 'large')} mt-3 max-full:px-0`}>
        <Item icon={PlusIcon} label={t('nav.publish')} />
      </Link>
      <div className="mt-auto flex flex-col gap-1 pt-6">
        {me && me.role !== 'member' ? (
          <Link to="/moderation" className={itemClass}>
            <Item icon={ShieldIcon} label={t('nav.moderation')} />
          </Link>
        ) : null}
        {me ? (
          <Link to="/settings" className={itemClass}>
            <Item icon={SettingsIcon} label={t('nav.settings')} />
          </Link>
        ) : null}
        <div className="flex flex-col items-center gap-1 full:flex-row full:px-2">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
        <p className="hidden gap-x-4 px-3 pt-1 text-small text-quiet full:flex">
          <Link to="/glossary" className="hover:text-ink">
            {t('nav.glossary')}
          </Link>
          <Link to="/rules" className="hover:text-ink">
            {t('nav.rules')}
          </Link>
        </p>
      </div>
    </nav>
  );
}

function Item({ icon: Glyph, label }: { icon: Icon; label: string }) {
  return (
    <>
      <Glyph size={24} />
      <span className="sr-only full:not-sr-only">{label}</span>
    </>
  );
}
