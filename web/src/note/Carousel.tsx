import type { NoteCard, PictureView } from '@teahouse/contract';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { coverRatio } from '../cards/card-size.ts';
import { useTranslatedAlt } from '../translation/use-translated-alt.ts';
import { classNames } from '../ui/class-names.ts';
import { BackIcon, ForwardIcon, type Icon } from '../ui/icons.tsx';
import { Picture } from '../ui/Picture.tsx';
import { TextCoverArt } from '../ui/TextCoverArt.tsx';
import { useIsWide } from '../ui/use-media-query.ts';

interface CarouselProps {
  note: NoteCard;
  /** All pictures, once the note is here; its cover alone until then. */
  pictures: readonly PictureView[] | undefined;
}

/** Pictures side by side: swiped, pressed or walked through with the arrow keys. */
export function Carousel({ note, pictures }: CarouselProps) {
  const { t } = useTranslation('note');
  const track = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(0);
  const { cover } = note;
  if (cover.kind === 'text') {
    return (
      <div className="note-stage" style={{ '--ratio': 0.75 }}>
        <TextCoverArt template={cover.template} text={cover.text} language={note.language} />
      </div>
    );
  }
  const shown = pictures && pictures.length > 0 ? pictures : [cover.picture];
  const show = (next: number) => {
    const bounded = Math.min(shown.length - 1, Math.max(0, next));
    track.current?.children[bounded]?.scrollIntoView({ block: 'nearest', inline: 'start', behavior: 'smooth' });
  };
  /** A region that scrolls must be reachable by keyboard. */
  const region = shown.length > 1 ? { tabIndex: 0, role: 'group', 'aria-label': t('pictures') } : {};
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    show(index + step);
  };
  return (
    <section
      aria-roledescription="carousel"
      aria-label={t('pictures')}
      className="note-stage group relative"
      style={{ '--ratio': coverRatio(cover) }}
      onKeyDown={onKeyDown}
    >
      <div
        ref={track}
        {...region}
        className="note-track no-scrollbar"
        onScroll={(event) => setIndex(positionOf(event.currentTarget))}
      >
        {shown.map((picture, number) => (
          <NotePicture key={picture.id} note={note} picture={picture} isEager={number === 0} />
        ))}
      </div>
      {shown.length > 1 ? (
        <>
          <p className="tabular absolute end-3 top-3 rounded-full bg-black/75 px-2.5 text-tiny/[1.375rem] font-medium text-white">
            <span aria-hidden="true">
              {index + 1}/{shown.length}
            </span>
            <span className="sr-only" role="status">
              {t('pictureOf', { number: index + 1, count: shown.length })}
            </span>
          </p>
          <Arrow
            icon={BackIcon}
            label={t('previous')}
            isDisabled={index === 0}
            onPress={() => show(index - 1)}
            className="start-3"
          />
          <Arrow
            icon={ForwardIcon}
            label={t('next')}
            isDisabled={index === shown.length - 1}
            onPress={() => show(index + 1)}
            className="end-3"
          />
          <Dots count={shown.length} index={index} />
        </>
      ) : null}
    </section>
  );
}

interface NotePictureProps {
  note: NoteCard;
  picture: PictureView;
  isEager: boolean;
}

function NotePicture({ note, picture, isEager }: NotePictureProps) {
  const isWide = useIsWide();
  return (
    <Picture
      {...useTranslatedAlt(note, picture)}
      picture={picture}
      sizes={isWide ? '60vw' : '100vw'}
      isEager={isEager}
      fit="contain"
      className="size-full shrink-0 snap-start snap-always"
    />
  );
}

function positionOf(track: HTMLElement): number {
  return Math.round(Math.abs(track.scrollLeft) / Math.max(1, track.clientWidth));
}

interface ArrowProps {
  icon: Icon;
  label: string;
  isDisabled: boolean;
  onPress: () => void;
  className: string;
}

function Arrow({ icon: Glyph, label, isDisabled, onPress, className }: ArrowProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={isDisabled}
      onClick={onPress}
      className={classNames(
        'absolute top-1/2 hidden size-10 -translate-y-1/2 place-items-center rounded-full bg-black/35 text-white transition-opacity hover:bg-black/55 disabled:opacity-0 wide:grid',
        className,
      )}
    >
      <Glyph size={22} strokeWidth={2} className="rtl:-scale-x-100" />
    </button>
  );
}

function Dots({ count, index }: { count: number; index: number }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-x-0 bottom-3 flex justify-center gap-1.5">
      {Array.from({ length: count }, (_, dot) => (
        <i
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are their position
          key={dot}
          className={classNames(
            'size-1.5 rounded-full shadow-[0_0_2px_rgb(0_0_0/0.6)] transition-colors',
            dot === index ? 'bg-white' : 'bg-white/45',
          )}
        />
      ))}
    </div>
  );
}
