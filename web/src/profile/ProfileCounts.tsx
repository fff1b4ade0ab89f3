import { Link } from '@tanstack/react-router';
import type { ProfileView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { followOverlay, useOverlay, withOverlay } from '../data/overlays.ts';
import { Count } from '../ui/Count.tsx';

export function ProfileCounts({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation('profile');
  const { handle } = profile;
  const overlay = useOverlay(followOverlay, handle);
  const followers = withOverlay(profile.viewer?.follows ?? false, profile.followerCount, overlay).count;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      <li>
        <Link
          to="/members/$handle/people"
          params={{ handle }}
          search={{ list: 'following' }}
          className="hover:underline"
        >
          <Figure value={profile.followingCount} label={t('counts.following')} />
        </Link>
      </li>
      <li>
        <Link
          to="/members/$handle/people"
          params={{ handle }}
          search={{ list: 'followers' }}
          className="hover:underline"
        >
          <Figure value={followers} label={t('counts.followers')} />
        </Link>
      </li>
      <li>
        <Figure value={profile.receivedCount} label={t('counts.received')} />
      </li>
    </ul>
  );
}

function Figure({ value, label }: { value: number; label: string }) {
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <strong className="font-semibold">
        <Count value={value} />
      </strong>
      <span className="text-small text-quiet">{label}</span>
    </span>
  );
}
