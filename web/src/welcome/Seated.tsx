import { Link, useRouter } from '@tanstack/react-router';
import type { Me } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { AccountFrame } from '../account/AccountFrame.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';

/** The account is open. A first note is offered, never asked for. */
export function Seated({ me, next }: { me: Me; next: string | undefined }) {
  const { t } = useTranslation('account');
  const router = useRouter();
  return (
    <AccountFrame title={t('seated.title', { name: me.name })} body={t('seated.body')} scene="tall">
      {me.role === 'operator' ? <p className="text-jade">{t('operator.done')}</p> : null}
      <div className="flex flex-col gap-2.5">
        <Link to="/publish" search={{ format: 'cat-tax' }} replace className={buttonClass('primary', 'large')}>
          {t('seated.catTax')}
        </Link>
        <Button look="outline" size="large" onClick={() => router.history.replace(next ?? '/')}>
          {t(next ? 'seated.return' : 'seated.look')}
        </Button>
      </div>
    </AccountFrame>
  );
}
