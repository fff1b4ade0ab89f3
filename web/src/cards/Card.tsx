import { Link } from '@tanstack/react-router';
import type { NoteCard, SearchHit } from '@teahouse/contract';
import { lazy, memo, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadNoteDialog, useNoteLink } from '../app/note-dialog.ts';
import { useImpression } from '../data/impressions.ts';
import { hideOverlay, useOverlay } from '../data/overlays.ts';
import { isFocusLost } from '../ui/focus.ts';
import { StackIcon } from '../ui/icons.tsx';
import { languageProps } from '../ui/MemberText.tsx';
import { Picture } from '../ui/Picture.tsx';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';
import { CardFooter } from './CardFooter.tsx';
import { type CardLanguage, coverRatio, hasTitle, titleLines } from './card-size.ts';
import { useCardTitle } from './use-card-title.ts';

const Receipt = lazy(async () => ({ default: (await import('./Receipt.tsx')).Receipt }));
const FoundMark = lazy(async () => ({ default: (await import('../search/FoundMark.tsx')).FoundMark }));

interface CardProps extends CardLanguage {
  card: SearchHit;
  position: number;
  /** -1 while nobody knows. */
  count: number;
  width: number;
  height: number;
  rem: number;
  isEager: boolean;
  x: number;
  y: number;
}

/** A note among others: cover, title, author, heart. The whole upper part is one real link. */
export const Card = memo(function Card({
  card,
  position,
  count,
  width,
  height,
  rem,
  badge,
  translatesTo,
  isEager,
  x,
  y,
}: CardProps) {
  const element = useRef<HTMLElement>(null);
  const hide = useOverlay(hideOverlay, card.id);
  const link = useNoteLink(card.id);
  const language = { badge, translatesTo };
  useImpression(element, card.id, card.token);
  const wasHiddenHere = useFocusReturns(element, hide !== undefined);
  return (
    <article
      ref={element}
      aria-posinset={position}
      aria-setsize={count}
      aria-labelledby={`card-${card.id}`}
      className="absolute start-0 top-0"
      style={{ width, height, insetInlineStart: x, transform: `translateY(${y}px)` }}
    >
      {hide ? (
        <Suspense fallback={<div className="h-full rounded-card bg-sunken" />}>
          <Receipt card={card} hide={hide} takesFocus={wasHiddenHere} />
        </Suspense>
      ) : (
        <>
          <Link {...link} className="group block rounded-card" onPointerEnter={() => void loadNoteDialog()}>
            <CardCover card={card} width={width} isEager={isEager} />
            <CardTitle card={card} lines={titleLines(card, width, rem, language)} {...language} />
          </Link>
          <CardFooter card={card} />
        </>
      )}
    </article>
  );
});

/**
 * Hiding a card and taking that back remove the very button that was pressed; the focus stays with the card. Answers whether
 * the card was hidden under the reader's eyes, not long before it scrolled into view.
 */
function useFocusReturns(element: RefObject<HTMLElement | null>, isHidden: boolean): boolean {
  const wasHidden = useRef(isHidden);
  const [beganHidden] = useState(isHidden);
  useEffect(() => {
    if (wasHidden.current === isHidden) return;
    wasHidden.current = isHidden;
    // A refusal of the house takes it back later, when the reader may be elsewhere.
    if (!isHidden && isFocusLost(element.current)) {
      element.current?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
    }
  }, [element, isHidden]);
  return isHidden && !beganHidden;
}

function CardCover({ card, width, isEager }: Pick<CardProps, 'card' | 'width' | 'isEager'>) {
  const { t } = useTranslation('feed');
  const { cover } = card;
  return (
    <div
      className="relative overflow-hidden rounded-card bg-sunken transition-opacity group-hover:opacity-92"
      style={{ aspectRatio: coverRatio(cover) }}
    >
      {cover.kind === 'picture' ? (
        <Picture
          picture={cover.picture}
          alt={cover.picture.alt}
          sizes={`${width}px`}
          isEager={isEager}
          className="size-full"
        />
      ) : (
        <TextCoverArt template={cover.template} text={cover.text} language={card.language} isDecorative />
      )}
      {card.pictureCount > 1 ? (
        <span
          role="img"
          aria-label={t('pictures', { count: card.pictureCount })}
          className="absolute end-2 top-2 grid size-6 place-items-center rounded-full bg-black/40 text-white"
        >
          <StackIcon size={14} strokeWidth={2} />
        </span>
      ) : null}
      {card.isPromoted ? (
        <span className="absolute start-2 top-2 rounded-full bg-raised px-2 py-0.5 text-tiny font-medium text-ink">
          {t('promoted')}
        </span>
      ) : null}
      {card.foundIn ? (
        <Suspense>
          <FoundMark found={card.foundIn} />
        </Suspense>
      ) : null}
    </div>
  );
}

function CardTitle({ card, lines, ...language }: { card: NoteCard; lines: number } & CardLanguage) {
  const element = useRef<HTMLHeadingElement>(null);
  const translated = useCardTitle(element, card, language.translatesTo);
  const title = <span {...languageProps(card.language)}>{card.title}</span>;
  if (!hasTitle(card, language)) {
    return (
      <h2 id={`card-${card.id}`} className="sr-only">
        {title}
      </h2>
    );
  }
  return (
    <h2
      ref={element}
      id={`card-${card.id}`}
      className="mx-1 mt-2 overflow-hidden text-[0.875rem]/[1.25rem] font-medium"
      style={{
        height: `${lines * 1.25}rem`,
        display: '-webkit-box',
        WebkitBoxOrient: 'vertical',
        WebkitLineClamp: lines,
      }}
    >
      {translated ? (
        <>
          <TranslatedMark language={language.badge} /> <span {...languageProps(translated.to)}>{translated.text}</span>
        </>
      ) : (
        <>
          {language.badge ? (
            <span className="me-1.5 inline-block rounded-full bg-jade-soft px-1.5 align-[0.06em] text-tiny/[1.05rem] font-medium text-jade">
              {language.badge}
            </span>
          ) : null}
          {title}
        </>
      )}
    </h2>
  );
}

function TranslatedMark({ language }: { language: string | undefined }) {
  const { t } = useTranslation('feed');
  const label = language ? t('translatedFrom', { language }) : t('translated');
  return (
    <span role="img" aria-label={label} title={label} className="translated-mark">
      译
    </span>
  );
}
