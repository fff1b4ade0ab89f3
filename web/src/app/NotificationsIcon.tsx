import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { BellIcon } from '../ui/icons.tsx';

/** The bell, with a mark while something is unread. */
export function NotificationsIcon() {
  const { t } = useTranslation();
  const unread = useMe()?.unreadNotifications ?? 0;
  return (
    <span className="relative">
      <BellIcon size={24} />
      {unread > 0 ? (
        <span
          role="img"
          aria-label={t('nav.notificationsUnread', { count: unread })}
          className="tabular absolute -end-2 -top-1.5 min-w-4.5 rounded-full bg-accent-fill px-1 text-center text-tiny font-semibold text-on-accent"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </span>
  );
}
