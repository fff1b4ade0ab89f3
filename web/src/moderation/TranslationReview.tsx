import { Link } from '@tanstack/react-router';
import type { TranslationReviewView } from '@teahouse/contract';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBackTranslation } from '../data/translation-review.ts';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Marked } from './Marked.tsx';
import { ReviewPair, ReviewReason } from './ReviewBadges.tsx';
import { TranslationDecision } from './TranslationDecision.tsx';

interface TranslationReviewProps {
  review: TranslationReviewView;
  /** Whether this one comes after one that was decided. */
  takesFocus: RefObject<boolean>;
  onDone: () => void;
}

/** Original, translation and the translation turned back: whoever reads one of them sees what went wrong. */
export function TranslationReview({ review, takesFocus, onDone }: TranslationReviewProps) {
  const { t } = useTranslation('moderation');
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!takesFocus.current) return;
    takesFocus.current = false;
    head.current?.focus();
  }, [takesFocus]);
  const body = (
    <>
      <p ref={head} tabIndex={-1} className="flex flex-wrap items-center gap-2 text-small text-quiet outline-none">
        <ReviewReason review={review} />
        <ReviewPair review={review} />
        <RelativeTime at={review.createdAt} />
      </p>
      <p className="rounded-card bg-jade-soft px-4 py-2.5 text-small text-jade">{t('translation.blameless')}</p>
      <Texts review={review} />
      {review.sourceIsFlagged ? (
        <p className="rounded-card bg-amber-soft px-4 py-2.5 text-small text-amber">{t('translation.sourceFlagged')}</p>
      ) : null}
      <Details review={review} />
    </>
  );
  if (review.state === 'decided') return <div className="flex flex-col gap-4">{body}</div>;
  return (
    <TranslationDecision review={review} onDone={onDone}>
      {body}
    </TranslationDecision>
  );
}

function Texts({ review }: { review: TranslationReviewView }) {
  const { t } = useTranslation('moderation');
  const { source, output, from, to, matchedTerms, engine, state } = review;
  return (
    <div className="grid gap-3 wide:grid-cols-[repeat(auto-fit,minmax(160px,1fr))]">
      <Words title={t('translation.source')} language={from}>
        {source}
      </Words>
      <Words title={t('translation.output')} hint={t('translation.by', { engine })} language={to} isMain>
        <Marked text={output} terms={matchedTerms} />
      </Words>
      {state === 'open' ? <BackTranslation review={review} /> : null}
    </div>
  );
}

function BackTranslation({ review: { id, from } }: { review: TranslationReviewView }) {
  const { t } = useTranslation('moderation');
  const back = useBackTranslation(id);
  return (
    <Words title={t('translation.back')} language={from}>
      {back.isPending ? (
        <>
          <span className="sr-only">{t('translation.backPending')}</span>
          <Skeleton className="h-4 w-4/5" />
        </>
      ) : (
        (back.data ?? <span className="text-quiet">{t('translation.backNone')}</span>)
      )}
    </Words>
  );
}

interface WordsProps {
  title: string;
  hint?: string;
  language: string;
  isMain?: boolean;
  children: ReactNode;
}

function Words({ title, hint, language, isMain = false, children }: WordsProps) {
  return (
    <section className={`rounded-card p-4 ${isMain ? 'border border-jade bg-raised' : 'bg-sunken'}`}>
      <h3 className="flex flex-wrap items-baseline gap-x-2 pb-1 text-small font-medium text-soft">
        {title}
        {hint ? <span className="font-normal text-quiet">{hint}</span> : null}
      </h3>
      <div {...languageProps(language)} className="whitespace-pre-wrap">
        {children}
      </div>
    </section>
  );
}

function Details({ review: { matchedTerms, details, author, noteId } }: { review: TranslationReviewView }) {
  const { t } = useTranslation('moderation');
  return (
    <div className="flex flex-col gap-3 text-small">
      {matchedTerms.length > 0 ? (
        <p className="text-amber">
          {t('matched')} <bdi className="font-medium">{matchedTerms.join(' · ')}</bdi>
        </p>
      ) : null}
      {details.length > 0 ? (
        <div>
          <h3 className="pb-1 font-medium text-soft">{t('translation.said')}</h3>
          <ul className="flex flex-col gap-1.5">
            {details.map((detail, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what readers said never moves
              <li key={index} dir="auto" className="border-s-2 border-line-strong ps-3 whitespace-pre-wrap">
                {detail}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-quiet">
        {author ? (
          <Link to="/members/$handle" params={{ handle: author.handle }} className="hover:text-ink hover:underline">
            {t('translation.author', { name: author.name })}
          </Link>
        ) : null}
        {noteId ? (
          <Link to="/notes/$noteId" params={{ noteId }} className="text-jade underline-offset-2 hover:underline">
            {t('openNote')}
          </Link>
        ) : null}
      </p>
    </div>
  );
}
