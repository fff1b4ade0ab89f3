import type { TranslationReviewView } from '@teahouse/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedChoice } from '../account/SegmentedChoice.tsx';
import { useTranslationReviews } from '../data/translation-review.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { InjectionList } from './InjectionList.tsx';
import { Queue } from './Queue.tsx';
import { ReviewPair, ReviewReason } from './ReviewBadges.tsx';
import { TranslationReview } from './TranslationReview.tsx';

const lists = ['open', 'decided', 'injections'] as const;

/** What a machine made of members' words and somebody should look at. */
export function TranslationQueue() {
  const { t } = useTranslation('moderation');
  const [list, setList] = useState<(typeof lists)[number]>('open');
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-lg">
        <SegmentedChoice
          label={t('translation.which')}
          options={lists.map((id) => ({ id, label: t(`translation.${id}`) }))}
          chosen={list}
          onChoose={setList}
        />
      </div>
      {list === 'injections' ? <InjectionList /> : <Reviews key={list} state={list} />}
    </div>
  );
}

function Reviews({ state }: { state: TranslationReviewView['state'] }) {
  const { t } = useTranslation('moderation');
  const reviews = useTranslationReviews(state);
  // Whoever decides one after the other by keyboard goes on where they were.
  const takesFocus = useRef(false);
  return (
    <Queue
      label={t('tab.translations')}
      query={reviews}
      detailTitle={t('translation.title')}
      row={(review) => <ReviewRow review={review} />}
      detail={(review, onDone) => (
        <TranslationReview
          review={review}
          takesFocus={takesFocus}
          onDone={() => {
            takesFocus.current = true;
            onDone();
          }}
        />
      )}
      empty={
        state === 'open' ? (
          <EmptyState scene="cup" title={t('translation.calm')} body={t('translation.calmBody')} />
        ) : (
          <EmptyState scene="letter" title={t('noneYet')} />
        )
      }
    />
  );
}

function ReviewRow({ review }: { review: TranslationReviewView }) {
  return (
    <span className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center gap-x-2 text-small text-quiet">
        <ReviewReason review={review} />
        <ReviewPair review={review} />
        <RelativeTime at={review.createdAt} className="ms-auto shrink-0" />
      </span>
      <span {...languageProps(review.to)} className="line-clamp-2">
        {review.output}
      </span>
    </span>
  );
}
