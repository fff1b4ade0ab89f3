import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { buttonClass } from '../ui/Button.tsx';
import { Wordmark } from '../ui/Wordmark.tsx';
import { LanguageSwitch, ThemeSwitch } from './Switches.tsx';

/** Phones have their search in the bar below and never fetch this one. */
const SearchField = lazy(async () => ({ default: (await import('./SearchField.tsx')).SearchField }));

/** Wide: search in the middle. Phones: the wordmark and the switches; search has its place in the bar below. */
export function TopBar({ isWide }: { isWide: boolean }) {
  return isWide ? <WideBar /> : <PhoneBar />;
}

function WideBar() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <header className="sticky top-0 z-20 grid h-(--top-height) grid-cols-[1fr_minmax(0,520px)_1fr] items-center gap-4 bg-paper px-6">
      <span />
      <Suspense fallback={<div className="h-11 rounded-full bg-sunken" />}>
        <SearchField />
      </Suspense>
      <div className="flex justify-end gap-2">
        {me === null ? (
          <>
            <Link to="/sign-in" search={{}} className={buttonClass('plain', 'small')}>
              {t('nav.signIn')}
            </Link>
            <Link to="/welcome" search={{}} className={buttonClass('outline', 'small')}>
              {t('nav.join')}
            </Link>
          </>
        ) : null}
      </div>
    </header>
  );
}

function PhoneBar() {
  return (
    <header className="flex h-(--top-height) items-center justify-between ps-4 pe-2">
      <Link to="/">
        <Wordmark />
      </Link>
      <div className="flex items-center">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}
