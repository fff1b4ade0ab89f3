import type { NotificationView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';

const decisions = [
  'hold',
  'limit',
  'remove',
  'restore',
  'dismiss',
  'suspend',
  'unsuspend',
  'upheld',
  'overturned',
] as const;

/** What the house says, in the reader's language; a newer house may say things this client does not know. */
export function SystemMessage({ message }: Pick<NotificationView, 'message'>) {
  const { t } = useTranslation('notifications');
  if (message?.key === 'translation.suggested') return t('system.suggested');
  if (message?.key === 'translation.accepted') return t('system.accepted');
  if (message?.key === 'gloss.answered') return t('system.answered', { term: message.values.term });
  const decision = decisions.find((action) => message?.key === `decision.${action}`);
  return (
    <>
      <span className="block text-soft">{decision ? t(`system.decision.${decision}`) : t('system.other')}</span>
      {t('system.why')}
    </>
  );
}
