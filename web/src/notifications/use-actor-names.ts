import type { NotificationView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';

/** "Mia", "Mia and 林晚", "Mia, 林晚 and 10 others". Isolates keep names of either direction in their place. */
export function useActorNames({ kind, actors, actorCount }: NotificationView): string {
  const { t, i18n } = useTranslation('notifications');
  if (kind === 'system') return t('actors.house');
  const [first, second] = actors.map(({ name }) => `\u2068${name}\u2069`);
  if (!first) return t('actors.nobody');
  if (!second) return t('actors.one', { first });
  if (actorCount <= 2) return t('actors.two', { first, second });
  // Chinese counts everybody ("A、B 等 12 人"), English those not named.
  const count = i18n.language === 'zh' ? actorCount : actorCount - 2;
  return t('actors.many', { first, second, count });
}
