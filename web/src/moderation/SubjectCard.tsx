import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Subject } from '../data/moderation.ts';
import { LanguageBadge } from '../ui/badges.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Marked } from './Marked.tsx';

interface SubjectCardProps {
  subject: Subject;
  matchedTerms?: readonly string[];
}

/** What it is about, in its author's own words as they read when it was reported. */
export function SubjectCard({ subject, matchedTerms = [] }: SubjectCardProps) {
  const { t } = useTranslation('moderation');
  const { author, title, text, language, pictureUrls } = subject;
  return (
    <article className="flex flex-col gap-3 rounded-card bg-sunken p-4">
      <header className="flex flex-wrap items-center gap-2 text-small text-quiet">
        <span>{t(`kind.${subject.kind}`)}</span>
        <Link
          to="/members/$handle"
          params={{ handle: author.handle }}
          className="font-medium text-soft hover:text-ink hover:underline"
        >
          <bdi>{author.name}</bdi> @{author.handle}
        </Link>
        <LanguageBadge language={language} />
        <span className="ms-auto rounded-full border border-line-strong px-2">
          {t(subject.kind === 'member' ? `standing.${subject.compliance}` : `compliance.${subject.compliance}`)}
        </span>
      </header>
      {title ? (
        <h2 {...languageProps(language)} className="text-title font-semibold">
          <Marked text={title} terms={matchedTerms} />
        </h2>
      ) : null}
      {text ? (
        <p {...languageProps(language)} className="whitespace-pre-wrap">
          <Marked text={text} terms={matchedTerms} />
        </p>
      ) : null}
      {pictureUrls.length > 0 ? (
        <ul aria-label={t('pictures')} className="flex flex-wrap gap-2">
          {pictureUrls.map((url, index) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noopener">
                <img
                  src={url}
                  alt={t('picture', { number: index + 1 })}
                  loading="lazy"
                  className="h-28 w-21 rounded-xl bg-line object-cover"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {matchedTerms.length > 0 ? (
        <p className="text-small text-amber">
          {t('matched')} <bdi className="font-medium">{matchedTerms.join(' · ')}</bdi>
        </p>
      ) : null}
      {subject.noteId ? (
        <Link
          to="/notes/$noteId"
          params={{ noteId: subject.noteId }}
          className="self-start text-small text-jade underline-offset-2 hover:underline"
        >
          {t('openNote')}
        </Link>
      ) : null}
    </article>
  );
}
