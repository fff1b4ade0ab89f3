import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AccountFrame } from '../account/AccountFrame.tsx';
import { buttonClass } from '../ui/Button.tsx';

export function Closed({ next }: { next: string | undefined }) {
  const { t } = useTranslation('account');
  return (
    <AccountFrame title={t('closed.title')} body={t('closed.body')} scene="tall">
      <div className="flex flex-col gap-2.5">
        <Link to={next ?? '/'} className={buttonClass('primary', 'large')}>
          {t('seated.look')}
        </Link>
        <Link to="/sign-in" search={next ? { next } : {}} className={buttonClass('outline', 'large')}>
          {t('signIn')}
        </Link>
      </div>
    </AccountFrame>
  );
}
