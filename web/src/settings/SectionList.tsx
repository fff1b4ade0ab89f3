import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe, useSignOut } from '../data/session.ts';
import { ForwardIcon, LogoutIcon } from '../ui/icons.tsx';
import { openToVisitors, sectionIcons, sections } from './sections.ts';

interface SectionListProps {
  /** The section shown beside the list, on wide screens. */
  current?: string | undefined;
}

const rowClass =
  'flex min-h-14 w-full items-center gap-3.5 rounded-(--radius-card) px-3.5 py-2 text-start hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold';

export function SectionList({ current }: SectionListProps) {
  const { t } = useTranslation('settings');
  const me = useMe();
  const signOut = useSignOut();
  const shown = sections.filter((section) => me || openToVisitors.has(section));
  return (
    <nav aria-label={t('title')} className="flex flex-col gap-0.5">
      {shown.map((section) => {
        const Glyph = sectionIcons[section];
        return (
          <Link
            key={section}
            to="/settings/$section"
            params={{ section }}
            replace={current !== undefined}
            aria-current={section === current ? 'page' : undefined}
            className={rowClass}
          >
            <Glyph size={21} className="shrink-0 text-soft" />
            <span className="min-w-0 flex-1">
              <span className="block">{t(`section.${section}.title`)}</span>
              <span className="block truncate text-small font-normal text-quiet">{t(`section.${section}.body`)}</span>
            </span>
            {current === undefined ? <ForwardIcon size={18} className="shrink-0 text-quiet rtl:-scale-x-100" /> : null}
          </Link>
        );
      })}
      {me ? (
        <button type="button" className={`${rowClass} mt-2 text-soft`} onClick={() => signOut.mutate()}>
          <LogoutIcon size={21} className="shrink-0" />
          {t('signOut')}
        </button>
      ) : null}
    </nav>
  );
}
