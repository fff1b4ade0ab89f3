import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Problem, type ProfileView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { FailedState } from '../account/FailedState.tsx';
import { useProfile } from '../data/members.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { Blocked } from './Blocked.tsx';
import { BoardGrid } from './BoardGrid.tsx';
import { MutedNotice } from './MutedNotice.tsx';
import { LikedNotes, MemberNotes } from './NoteLists.tsx';
import { ProfileHeader } from './ProfileHeader.tsx';
import { ProfileSkeleton } from './ProfileSkeleton.tsx';

export function Profile() {
  const handle = useParams({ from: '/members/$handle', select: (params) => params.handle });
  const profile = useProfile(handle);
  useDocumentTitle(profile.data?.name);
  if (profile.data) return <Shown profile={profile.data} />;
  if (!profile.isError) return <ProfileSkeleton />;
  return profile.error instanceof Problem && profile.error.code === 'not-found' ? (
    <Missing />
  ) : (
    <FailedState error={profile.error} onRetry={() => void profile.refetch()} />
  );
}

function Shown({ profile }: { profile: ProfileView }) {
  return (
    <div className="mx-auto max-w-6xl">
      <ProfileHeader profile={profile} />
      {profile.viewer?.mutes && !profile.viewer.blocks ? <MutedNotice profile={profile} /> : null}
      {profile.viewer?.blocks ? <Blocked profile={profile} /> : <Shelves profile={profile} />}
    </div>
  );
}

type Shelf = 'notes' | 'boards' | 'liked';

/** Notes, boards, and for oneself what one liked. */
function Shelves({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation('profile');
  const navigate = useNavigate({ from: '/members/$handle' });
  const isSelf = profile.viewer?.isSelf ?? false;
  const asked = useSearch({ from: '/members/$handle', select: (search) => search.show ?? 'notes' });
  const shelf: Shelf = asked === 'liked' && !isSelf ? 'notes' : asked;
  const shelves: Shelf[] = isSelf ? ['notes', 'boards', 'liked'] : ['notes', 'boards'];
  const show = (id: Shelf) =>
    void navigate({ search: id === 'notes' ? {} : { show: id }, replace: true, resetScroll: false });
  return (
    <div className="px-2 wide:px-6">
      <Tabs
        label={t('tabs.label', { name: profile.name })}
        entries={shelves.map((id) => ({ id, label: t(`tabs.${id}`) }))}
        selected={shelf}
        onSelect={show}
      >
        <div className="min-h-96 pt-3 wide:pt-4">
          {shelf === 'notes' ? <MemberNotes profile={profile} /> : null}
          {shelf === 'boards' ? <BoardGrid profile={profile} /> : null}
          {shelf === 'liked' ? <LikedNotes /> : null}
        </div>
      </Tabs>
    </div>
  );
}

function Missing() {
  const { t } = useTranslation(['profile', 'common']);
  return (
    <>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState scene="chairs" title={t('missing.title')} body={t('missing.body')}>
        <Link to="/" className={buttonClass('primary')}>
          {t('common:notFound.action')}
        </Link>
      </EmptyState>
    </>
  );
}
