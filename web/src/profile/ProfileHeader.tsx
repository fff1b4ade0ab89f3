import { Link } from '@tanstack/react-router';
import { type ProfileView, textAddressOf } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.ts';
import { FollowButton } from '../note/FollowButton.tsx';
import { TranslatableText } from '../translation/TranslatableText.tsx';
import { plainUnit } from '../translation/text-unit.ts';
import { useTextUnit } from '../translation/use-text-unit.ts';
import { Avatar } from '../ui/Avatar.tsx';
import { buttonClass } from '../ui/Button.tsx';
import { CountryBadge, languageName, RoleBadge, TenureBadge } from '../ui/badges.tsx';
import { SettingsIcon } from '../ui/icons.tsx';
import { useIsWide } from '../ui/use-media-query.ts';
import { ProfileCounts } from './ProfileCounts.tsx';
import { ProfileMenu } from './ProfileMenu.tsx';

/** Who this is: a band in the member's own hue, their picture, their words, what they received. */
export function ProfileHeader({ profile }: { profile: ProfileView }) {
  const isWide = useIsWide();
  return (
    <header className="pb-3 wide:pb-5">
      <div
        className="profile-ground h-24 wide:mx-6 wide:h-32 wide:rounded-(--radius-sheet)"
        style={{ '--hue': profile.avatarHue }}
      />
      <div className="-mt-9 px-4 wide:-mt-12 wide:px-12">
        <div className="flex items-end justify-between gap-3">
          <span className="rounded-full bg-paper p-1">
            <Avatar member={profile} size={isWide ? 112 : 80} />
          </span>
          <Actions profile={profile} />
        </div>
        <div className="flex flex-col gap-3 pt-3">
          <Name profile={profile} />
          {profile.bio ? <Bio profile={profile} /> : null}
          <Facts profile={profile} />
          <ProfileCounts profile={profile} />
        </div>
      </div>
    </header>
  );
}

function Name({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation('profile');
  return (
    <div>
      <h1 dir="auto" className="text-head font-semibold">
        {profile.name}
      </h1>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-quiet">
        <bdi>@{profile.handle}</bdi>
        <RoleBadge role={profile.role} />
        <TenureBadge member={profile} />
        <CountryBadge country={profile.country} withName />
        {profile.viewer?.isFollowedBy ? (
          <span className="rounded-full bg-sunken px-2 text-tiny text-soft">{t('followsYou')}</span>
        ) : null}
      </p>
    </div>
  );
}

function Bio({ profile }: { profile: ProfileView }) {
  const { id, bio, bioLanguage, bioLanguages } = profile;
  const address = textAddressOf('member.bio', id);
  const read = useTextUnit(plainUnit({ address, source: bio, language: bioLanguage, languages: bioLanguages }));
  return (
    <div className="max-w-2xl">
      <TranslatableText read={read} className="text-soft" isCompact />
    </div>
  );
}

/** Which languages one can be answered in: the house's own question. */
function Facts({ profile }: { profile: ProfileView }) {
  const { t, i18n } = useTranslation('profile');
  const names = profile.languagesRead.flatMap((tag) => languageName(tag, i18n.language) ?? []);
  if (names.length === 0) return null;
  const languages = new Intl.ListFormat(i18n.language, { type: 'unit', style: 'short' }).format(names);
  return <p className="text-small text-jade">{t('reads', { languages })}</p>;
}

function Actions({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation(['profile', 'common']);
  const me = useMe();
  const { viewer, handle, name } = profile;
  const isSelf = viewer?.isSelf ?? me?.handle === handle;
  return (
    <div className="flex items-center gap-1.5 pb-1">
      {isSelf ? (
        <>
          <Link to="/settings/$section" params={{ section: 'profile' }} className={buttonClass('outline', 'small')}>
            {t('edit')}
          </Link>
          <Link
            to="/settings"
            aria-label={t('common:nav.settings')}
            title={t('common:nav.settings')}
            className="grid size-10 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink"
          >
            <SettingsIcon />
          </Link>
        </>
      ) : viewer?.blocks ? null : (
        <FollowButton handle={handle} name={name} follows={viewer?.follows ?? false} size="medium" />
      )}
      <ProfileMenu profile={profile} isSelf={isSelf} />
    </div>
  );
}
