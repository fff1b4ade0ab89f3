import { useMatches, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsWide } from '../ui/use-media-query.ts';
import { BottomBar } from './BottomBar.tsx';
import { HouseNotices } from './HouseNotices.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

/** `own`: on phones the screen brings its own header and has no bar below it. */
export type Chrome = 'house' | 'own';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    chrome?: Chrome;
  }
}

/** What stays while screens change: rail and search on wide screens, bars above and below on phones. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const hasOwnChrome = useMatches({ select: (matches) => matches.some((match) => match.staticData.chrome === 'own') });
  const hasBars = isWide || !hasOwnChrome;
  const main = useFocusOnNewScreen();
  return (
    <>
      <a href="#content" className="skip-link">
        {t('nav.skip')}
      </a>
      {isWide ? <Rail /> : null}
      <div className="ms-(--rail-width)">
        {hasBars ? <TopBar isWide={isWide} /> : null}
        <HouseNotices />
        <main
          ref={main}
          id="content"
          tabIndex={-1}
          className={hasBars ? 'pb-(--bar-height) outline-none' : 'outline-none'}
        >
          {children}
        </main>
      </div>
      {isWide || hasOwnChrome ? null : <BottomBar />}
    </>
  );
}

/**
 * A new screen begins to be read at its beginning; the way back leads to the link one had left by. A note opened over a
 * feed leaves the focus to its dialog.
 */
function useFocusOnNewScreen() {
  const router = useRouter();
  const main = useRef<HTMLElement>(null);
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const isReturn = toLocation.state.__TSR_index < fromLocation.state.__TSR_index;
        const left = isReturn && main.current?.querySelector<HTMLElement>(`a[href="${CSS.escape(fromLocation.href)}"]`);
        (left || main.current)?.focus({ preventScroll: true });
      }),
    [router],
  );
  return main;
}
