import { Link } from '@tanstack/react-router';
import type { ProfileView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { CardList } from '../cards/CardList.tsx';
import { useLikedNotes, useMemberNotes } from '../data/members.ts';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

export function MemberNotes({ profile }: { profile: ProfileView }) {
  const { t } = useTranslation('profile');
  const notes = useMemberNotes(profile.handle);
  const empty = profile.viewer?.isSelf ? (
    <EmptyState scene="cat" title={t('empty.ownNotes.title')} body={t('empty.ownNotes.body')}>
      <Link to="/publish" className={buttonClass('primary')}>
        {t('empty.ownNotes.action')}
      </Link>
    </EmptyState>
  ) : (
    <EmptyState scene="cup" title={t('empty.notes.title')} body={t('empty.notes.body', { name: profile.name })} />
  );
  return <CardList label={t('tabs.notes')} query={notes} empty={empty} />;
}

export function LikedNotes() {
  const { t } = useTranslation('profile');
  const liked = useLikedNotes();
  const empty = (
    <EmptyState scene="letter" title={t('empty.liked.title')} body={t('empty.liked.body')}>
      <Link to="/" className={buttonClass('outline')}>
        {t('empty.liked.action')}
      </Link>
    </EmptyState>
  );
  return (
    <>
      <p className="pb-3 text-small text-quiet">{t('onlyYou')}</p>
      <CardList label={t('tabs.liked')} query={liked} empty={empty} />
    </>
  );
}
