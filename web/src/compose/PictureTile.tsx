import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridListItem } from 'react-aria-components/GridList';
import { useTranslation } from 'react-i18next';
import { CloseIcon, MoreIcon, RefreshIcon } from '../ui/icons.tsx';
import { thumbhashUrl } from '../ui/thumbhash-url.ts';
import type { ComposedPicture } from './composition.ts';
import { hasFailed, type UploadState } from './use-picture-uploads.ts';
import { usePictureUrl } from './use-picture-url.ts';

interface PictureTileProps {
  id: string;
  picture: ComposedPicture;
  position: number;
  upload: UploadState | undefined;
  onOpen: () => void;
  onRemove: () => void;
  onRetry: () => void;
}

/** One picture of the strip: how far it has got, what it lacks, what can be done with it. */
export function PictureTile({ id, picture, position, upload, onOpen, onRemove, onRetry }: PictureTileProps) {
  const { t } = useTranslation('compose');
  const url = usePictureUrl(picture, 360);
  const name = t('pictures.number', { number: position });
  return (
    <GridListItem
      id={id}
      textValue={picture.alt || name}
      onAction={onOpen}
      className="group relative h-36 w-27 shrink-0 cursor-pointer overflow-hidden rounded-card bg-sunken outline-offset-2 data-dragging:opacity-50 data-focus-visible:outline-2 data-focus-visible:outline-jade"
    >
      {url ? (
        <img
          src={url}
          alt={picture.alt}
          draggable={false}
          className="size-full bg-cover bg-center object-cover"
          style={picture.media ? { backgroundImage: `url(${thumbhashUrl(picture.media.thumbhash)})` } : undefined}
        />
      ) : null}
      <AriaButton
        slot="drag"
        aria-label={t(position === 1 ? 'pictures.moveCover' : 'pictures.move', { number: position })}
        className="absolute start-1.5 top-1.5 grid h-6 min-w-6 cursor-grab place-items-center rounded-full bg-black/50 px-1.5 text-tiny font-medium text-white outline-offset-1"
      >
        {position === 1 ? t('pictures.cover') : position}
      </AriaButton>
      <TileButton label={t('pictures.remove', { number: position })} onPress={onRemove} className="end-0.5 top-0.5">
        <CloseIcon size={14} strokeWidth={2.2} />
      </TileButton>
      {hasFailed(upload) ? (
        <AriaButton
          onPress={onRetry}
          className="absolute inset-0 grid cursor-pointer place-content-center justify-items-center gap-1 bg-black/60 text-tiny font-medium text-white"
        >
          <RefreshIcon size={20} />
          {t('pictures.failed')}
        </AriaButton>
      ) : upload ? (
        <Progress upload={upload} label={name} />
      ) : (
        <TileButton label={t('pictures.edit', { number: position })} onPress={onOpen} className="end-0.5 bottom-0.5">
          <MoreIcon size={16} strokeWidth={2.2} />
        </TileButton>
      )}
      {!upload && picture.alt === '' ? (
        <span className="pointer-events-none absolute start-1.5 bottom-1.5 rounded-full bg-amber-soft px-1.5 text-tiny/5 font-medium text-amber">
          {t('pictures.noAlt')}
        </span>
      ) : null}
    </GridListItem>
  );
}

interface TileButtonProps {
  label: string;
  onPress: () => void;
  className: string;
  children: ReactNode;
}

/** Looks small on the picture, is a full target under the finger. */
function TileButton({ label, onPress, className, children }: TileButtonProps) {
  return (
    <AriaButton
      aria-label={label}
      onPress={onPress}
      className={`absolute grid size-9 cursor-pointer place-items-center outline-none *:rounded-full *:bg-black/50 *:p-1 *:text-white data-focus-visible:*:outline-2 data-focus-visible:*:outline-jade ${className}`}
    >
      <span>{children}</span>
    </AriaButton>
  );
}

function Progress({ upload, label }: { upload: Exclude<UploadState, { error: unknown }>; label: string }) {
  const { t } = useTranslation('compose');
  const percent = Math.round(upload.sent * 100);
  return (
    <div className="absolute inset-x-0 bottom-0 bg-black/55 px-2 pt-1 pb-2 text-tiny text-white">
      {upload.isProcessing ? t('pictures.processing') : `${percent}%`}
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className="mt-0.5 h-1 overflow-hidden rounded-full bg-white/35"
      >
        <div className="h-full rounded-full bg-white transition-[width]" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
