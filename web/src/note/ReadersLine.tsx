import { useTranslation } from 'react-i18next';
import { useReaders } from '../data/versions.ts';
import { readerShares } from './reader-shares.ts';

/** For the author alone: how many needed a translation, and into what. */
export function ReadersLine({ noteId }: { noteId: string }) {
  const { t, i18n } = useTranslation('translation-author');
  const readers = useReaders(noteId);
  if (!readers.data) return <p className="min-h-4.5" />;
  const shares = readerShares(readers.data, i18n.language);
  return (
    <p className="min-h-4.5 text-small text-jade">
      {shares ? t('readers.share', { ...shares }) : <span className="text-quiet">{t('readers.none')}</span>}
    </p>
  );
}
