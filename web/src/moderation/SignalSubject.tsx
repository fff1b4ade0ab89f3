import { useTranslation } from 'react-i18next';
import type { Signal } from '../data/signals.ts';

/** What a signal is about, as the house calls it. */
export function SignalSubject({ subject: { kind, name } }: Pick<Signal, 'subject'>) {
  const { t } = useTranslation('signals');
  if (kind === 'house') return t('house');
  if (name === '') return t('gone');
  return <bdi>{kind === 'topic' ? `#${name}` : kind === 'member' ? `@${name}` : name}</bdi>;
}
