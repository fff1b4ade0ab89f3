import { Link } from '@tanstack/react-router';
import type { NoteCard, NoteView } from '@teahouse/contract';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ReadText } from '../translation/TranslatableText.tsx';
import { TranslationBar } from '../translation/TranslationBar.tsx';
import { noteUnit, titleUnit } from '../translation/text-unit.ts';
import { topicLabel } from '../translation/topic-label.ts';
import { useMarkedTerms } from '../translation/use-marked-terms.tsx';
import { type ReadUnit, useTextUnit } from '../translation/use-text-unit.ts';
import { abbreviateCount } from '../ui/abbreviate-count.ts';
import { LanguageBadge } from '../ui/badges.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { NoteMenu } from './NoteMenu.tsx';

const ReachLine = lazy(async () => ({ default: (await import('../exposure/ReachLine.tsx')).ReachLine }));
const ReadersLine = lazy(async () => ({ default: (await import('./ReadersLine.tsx')).ReadersLine }));

/** Title, text, topics, and when and how it was written. */
export function NoteBody({ note, onGone }: { note: NoteView; onGone: () => void }) {
  const { t, i18n } = useTranslation(['note', 'common']);
  const read = useTextUnit(noteUnit(note));
  return (
    <div className="flex flex-col gap-2.5">
      {note.isAuthor && note.compliance !== 'allowed' ? <ComplianceNotice state={note.compliance} /> : null}
      <ReadTitle read={read} />
      <ReadText read={read} mentions={note.mentions} before={shownTitle(read).text} />
      <TranslationBar read={read} />
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
                <TopicLabel topic={topic} to={read.to} />
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
        {read.mode ? <LanguageBadge language={note.language} /> : null}
        <RelativeTime at={note.editedAt ?? note.publishedAt} />
        {note.editedAt ? <span>{t('edited')}</span> : null}
        <span aria-hidden="true">·</span>
        <span className="flex-1">
          {t('views', { count: note.viewCount, replace: { count: abbreviateCount(note.viewCount, i18n.language) } })}
        </span>
        <NoteMenu note={note} read={read} onGone={onGone} />
      </div>
      {note.isAuthor ? (
        <>
          <Suspense fallback={<p className="min-h-4.5" />}>
            <ReachLine noteId={note.id} />
          </Suspense>
          <Suspense fallback={<p className="min-h-4.5" />}>
            <ReadersLine noteId={note.id} />
          </Suspense>
        </>
      ) : null}
    </div>
  );
}

/** The title in the language of the text; both for those who read side by side. */
function ReadTitle({ read }: { read: ReadUnit }) {
  const marked = useMarkedTerms(read);
  const { text, language, isTranslated } = shownTitle(read);
  const { unit, shows } = read;
  return (
    <div>
      <h1 {...languageProps(language)} className="text-title font-semibold">
        {marked(isTranslated)?.()(text) ?? text}
      </h1>
      {shows === 'sides' && isTranslated && unit.title ? (
        <p {...languageProps(unit.title.language)} className="text-soft">
          {unit.title.source}
        </p>
      ) : null}
    </div>
  );
}

function shownTitle({ unit: { title }, title: view, shows, to }: ReadUnit) {
  if (shows !== 'original' && view?.text !== undefined) return { text: view.text, language: to, isTranslated: true };
  return { text: title?.source ?? '', language: title?.language ?? 'und', isTranslated: false };
}

function TopicLabel({ topic, to }: { topic: NoteView['topics'][number]; to: string }) {
  const label = topicLabel(topic, to);
  return label ? (
    <span className="text-quiet" {...languageProps(to)}>
      {' '}
      ({label})
    </span>
  ) : null;
}

/** What the card told keeps standing: a title that was read translated stays so. */
export function NoteBodySkeleton({ card }: { card: NoteCard | undefined }) {
  return (
    <div className="flex flex-col gap-3">
      {card ? <CardTitle card={card} /> : <Skeleton className="h-6 w-3/4" />}
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}

function CardTitle({ card }: { card: NoteCard }) {
  const { text, language } = shownTitle(useTextUnit(titleUnit(card)));
  return (
    <h1 {...languageProps(language)} className="text-title font-semibold">
      {text}
    </h1>
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
