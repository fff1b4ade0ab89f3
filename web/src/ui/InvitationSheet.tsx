import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from './Button.tsx';
import type { InvitationReason } from './invitation.tsx';
import { Sheet } from './Sheet.tsx';
import { CupMark } from './Wordmark.tsx';

interface InvitationSheetProps {
  reason: InvitationReason;
  name: string | undefined;
  onClose: () => void;
}

/** What a visitor meets instead of a dead end: why an account helps here, and the way back to this very place. */
export function InvitationSheet({ reason, name = '', onClose }: InvitationSheetProps) {
  const { t } = useTranslation();
  const here = useLocation({ select: (location) => location.maskedLocation?.href ?? location.href });
  return (
    <Sheet title={t(`invitation.${reason}`, { name })} isOpen onClose={onClose} width={400}>
      <div className="flex flex-col items-center gap-4 pt-2 text-center">
        <CupMark size={64} />
        <p className="max-w-xs text-soft">{t('invitation.body')}</p>
        <div className="flex w-full flex-col gap-2.5 pt-1">
          <Link to="/welcome" search={{ next: here }} className={buttonClass('primary', 'large')} onClick={onClose}>
            {t('invitation.join')}
          </Link>
          <Link to="/sign-in" search={{ next: here }} className={buttonClass('outline', 'large')} onClick={onClose}>
            {t('invitation.signIn')}
          </Link>
          <button type="button" className="min-h-10 text-small text-quiet hover:text-ink" onClick={onClose}>
            {t('invitation.later')}
          </button>
        </div>
      </div>
    </Sheet>
  );
}
