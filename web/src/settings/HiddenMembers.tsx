import { Link } from '@tanstack/react-router';
import type { MemberView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useDistance, useHiddenMembers } from '../data/members.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { Button } from '../ui/Button.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useProblemToast } from '../ui/use-problem-toast.ts';
import { Part } from './Part.tsx';

export function HiddenMembers() {
  const { t } = useTranslation('settings');
  const hidden = useHiddenMembers();
  return (
    <div className="pt-6">
      <Part title={t('privacy.hidden')} body={t('privacy.hiddenBody')}>
        {hidden.data ? (
          <>
            {hidden.data.blocked.length + hidden.data.muted.length === 0 ? (
              <p className="text-quiet">{t('privacy.nobody')}</p>
            ) : null}
            <Group kind="block" title={t('privacy.blocked')} members={hidden.data.blocked} />
            <Group kind="mute" title={t('privacy.muted')} members={hidden.data.muted} />
          </>
        ) : hidden.isError ? (
          <FailedState error={hidden.error} onRetry={() => void hidden.refetch()} />
        ) : (
          <Skeleton className="h-12 w-full" />
        )}
      </Part>
    </div>
  );
}

interface GroupProps {
  kind: 'block' | 'mute';
  title: string;
  members: readonly MemberView[];
}

function Group({ kind, title, members }: GroupProps) {
  if (members.length === 0) return null;
  return (
    <div>
      <h3 className="pb-1 text-small font-medium text-quiet">{title}</h3>
      <ul>
        {members.map((member) => (
          <HiddenMember key={member.id} kind={kind} member={member} />
        ))}
      </ul>
    </div>
  );
}

function HiddenMember({ kind, member }: { kind: 'block' | 'mute'; member: MemberView }) {
  const { t } = useTranslation('settings');
  const distance = useDistance(kind, member.handle);
  const onError = useProblemToast();
  const { name, handle } = member;
  return (
    <li className="flex min-h-14 items-center gap-3">
      <Avatar member={member} size={40} />
      <Link to="/members/$handle" params={{ handle }} className="min-w-0 flex-1 truncate hover:underline">
        <bdi>{name}</bdi> <span className="text-small text-quiet">@{handle}</span>
      </Link>
      <Button
        size="small"
        isBusy={distance.isPending}
        aria-label={t(kind === 'block' ? 'privacy.unblockName' : 'privacy.unmuteName', { name })}
        onClick={() => distance.mutate(false, { onError })}
      >
        {t(kind === 'block' ? 'privacy.unblock' : 'privacy.unmute')}
      </Button>
    </li>
  );
}
