import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useRevokeSession, useSessions } from '../data/accounts.ts';
import { Button } from '../ui/Button.tsx';
import { DeviceIcon } from '../ui/icons.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { Part } from './Part.tsx';

interface Session {
  id: string;
  device: string;
  lastSeenAt: string;
  isCurrent: boolean;
}

/** Where this account is signed in; this device first. */
export function Devices() {
  const { t } = useTranslation('settings');
  const sessions = useSessions();
  const revoke = useRevokeSession();
  const onError = useProblemToast();
  const list = [...(sessions.data ?? [])].sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  return (
    <Part title={t('security.devices')}>
      {sessions.isError ? <FailedState error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      {sessions.isPending ? <Skeleton className="h-14 w-full" /> : null}
      <ul>
        {list.map((session) => (
          <DeviceRow key={session.id} session={session} />
        ))}
      </ul>
      {list.length > 1 ? (
        <Button className="self-start" isBusy={revoke.isPending} onClick={() => revoke.mutate(undefined, { onError })}>
          {t('security.signOutOthers')}
        </Button>
      ) : null}
    </Part>
  );
}

function DeviceRow({ session }: { session: Session }) {
  const { t } = useTranslation('settings');
  const revoke = useRevokeSession();
  const onError = useProblemToast();
  const device = session.device === '?' ? t('security.unknownDevice') : session.device;
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line last:border-0">
      <DeviceIcon className="shrink-0 text-quiet" />
      <div className="min-w-0 flex-1">
        <p className="truncate">{device}</p>
        <p className="text-small text-quiet">
          {session.isCurrent ? (
            <span className="font-medium text-jade">{t('security.thisDevice')}</span>
          ) : (
            <>
              {t('security.lastSeen')} <RelativeTime at={session.lastSeenAt} />
            </>
          )}
        </p>
      </div>
      {session.isCurrent ? null : (
        <Button
          size="small"
          isBusy={revoke.isPending}
          aria-label={t('security.signOutDeviceNamed', { name: device })}
          onClick={() => revoke.mutate(session.id, { onError })}
        >
          {t('security.signOutDevice')}
        </Button>
      )}
    </li>
  );
}
