import { Link } from '@tanstack/react-router';
import type { NoteId } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useNoteExposure } from '../data/exposure.ts';
import { formatNumber } from '../ui/format-figures.ts';

/** For the author alone, under the note: how many saw it and where it stands; it leads to the whole account. */
export function ReachLine({ noteId }: { noteId: NoteId }) {
  const { t, i18n } = useTranslation('exposure');
  const { data } = useNoteExposure(noteId);
  return (
    <p className="min-h-4.5 text-small">
      {data ? (
        <Link
          to="/notes/$noteId/exposure"
          params={{ noteId }}
          className="text-jade underline-offset-2 hover:underline focus-visible:underline"
        >
          {t('reach.seen', {
            count: data.impressions,
            formatted: formatNumber(data.impressions, i18n.language),
          })}{' '}
          · {t(`ladder.state.${data.pool.state}`)}
        </Link>
      ) : null}
    </p>
  );
}
