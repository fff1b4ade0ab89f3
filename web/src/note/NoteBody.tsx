import { Link } from '@tanstack/react-router';
import type { NoteView } from '@teahouse/contract';
import { useTranslation } from 'react-i18next';
import { useForeignLanguage } from '../cards/use-reader-languages.ts';
import { abbreviateCount } from '../ui/abbreviate-count.ts';
import { LanguageBadge } from '../ui/badges.tsx';
import { languageProps, MemberText } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { NoteMenu } from './NoteMenu.tsx';

/** Title, text, topics, and when and how it was written. */
export function NoteBody({ note, onGone }: { note: NoteView; onGone: () => void }) {
  const { t, i18n } = useTranslation(['note', 'common']);
  const foreignLanguage = useForeignLanguage();
  return (
    <div className="flex flex-col gap-2.5">
      {note.isAuthor && note.compliance !== 'allowed' ? <ComplianceNotice state={note.compliance} /> : null}
      <h1 {...languageProps(note.language)} className="text-title font-semibold">
        {note.title}
      </h1>
      {note.text ? <MemberText text={note.text} language={note.language} mentions={note.mentions} /> : null}
      {note.topics.length > 0 ? (
        <ul aria-label={t('topics')} className="flex flex-wrap gap-x-2.5 gap-y-1">
          {note.topics.map((topic) => (
            <li key={topic.id}>
              <Link
                to="/topics/$name"
                params={{ name: topic.name }}
                className="text-jade underline-offset-2 hover:underline"
              >
                #{topic.name}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-quiet">
        {note.format === 'free' ? null : (
          <span className="rounded-full border border-line-strong px-2 text-tiny/[1.125rem] text-soft">
            {t(`common:format.${note.format}`)}
          </span>
        )}
        {foreignLanguage(note.language) ? <LanguageBadge language={note.language} /> : null}
        <RelativeTime at={note.editedAt ?? note.publishedAt} />
        {note.editedAt ? <span>{t('edited')}</span> : null}
        <span aria-hidden="true">·</span>
        <span className="flex-1">
          {t('views', { count: note.viewCount, replace: { count: abbreviateCount(note.viewCount, i18n.language) } })}
        </span>
        <NoteMenu note={note} onGone={onGone} />
      </div>
    </div>
  );
}

export function NoteBodySkeleton({ title, language }: { title: string | undefined; language: string | undefined }) {
  return (
    <div className="flex flex-col gap-3">
      {title ? (
        <h1 {...languageProps(language ?? 'und')} className="text-title font-semibold">
          {title}
        </h1>
      ) : (
        <Skeleton className="h-6 w-3/4" />
      )}
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}

function ComplianceNotice({ state }: { state: 'limited' | 'held' | 'removed' }) {
  const { t } = useTranslation('note');
  return (
    <p className="rounded-card bg-amber-soft px-3.5 py-2.5 text-small text-amber">
      {t(`compliance.${state}`)}{' '}
      <Link to="/statements" className="font-medium underline underline-offset-2">
        {t('compliance.why')}
      </Link>
    </p>
  );
}
