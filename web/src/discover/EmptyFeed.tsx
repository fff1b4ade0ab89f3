import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface EmptyFeedProps {
  kind: 'forYou' | 'category' | 'following' | 'followingVisitor';
}

export function EmptyFeed({ kind }: EmptyFeedProps) {
  const { t } = useTranslation(['feed', 'common']);
  return (
    <EmptyState
      scene={kind === 'following' || kind === 'followingVisitor' ? 'chairs' : 'cup'}
      title={t(`empty.${kind}.title`)}
      body={t(`empty.${kind}.body`)}
    >
      {kind === 'followingVisitor' ? (
        <>
          <Link to="/welcome" search={{ next: '/?tab=following' }} className={buttonClass('primary')}>
            {t('common:invitation.join')}
          </Link>
          <Link to="/sign-in" search={{ next: '/?tab=following' }} className={buttonClass('outline')}>
            {t('common:nav.signIn')}
          </Link>
        </>
      ) : kind === 'following' ? (
        <Link to="/" search={{ tab: 'forYou' }} className={buttonClass('primary')}>
          {t('empty.explore')}
        </Link>
      ) : (
        <Link to="/publish" className={buttonClass('primary')}>
          {t('empty.publish')}
        </Link>
      )}
    </EmptyState>
  );
}
