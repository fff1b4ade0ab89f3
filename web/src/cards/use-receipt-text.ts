import type { NoteCard } from '@teahouse/contract';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hide } from '../data/overlays.ts';
import { topicLabel } from '../translation/topic-label.ts';
import { languageName } from '../ui/badges.tsx';

/** What the feed will do after a refusal, in one sentence. */
export function useReceiptText(): (note: Pick<NoteCard, 'author' | 'language'>, what: Hide) => string {
  const { t, i18n } = useTranslation('controls');
  return useCallback(
    ({ author, language }, { reason, topic }) => {
      if (topic) return t('receipt.topic', { topic: topicLabel(topic, i18n.language) ?? topic.name });
      if (reason === 'topic') return t('receipt.topics');
      const name = languageName(language, i18n.language) ?? language;
      return t(`receipt.${reason}`, { name: author.name, language: name });
    },
    [t, i18n.language],
  );
}
