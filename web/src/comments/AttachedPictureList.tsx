import { useTranslation } from 'react-i18next';
import type { ComposedPicture } from '../compose/composition.ts';
import { hasFailed, type UploadState, usePictureUploads } from '../compose/use-picture-uploads.ts';
import { usePictureUrl } from '../compose/use-picture-url.ts';
import { LimitCounter, TextField } from '../ui/fields.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { CloseIcon, RefreshIcon } from '../ui/icons.tsx';
import { useProblemText } from '../ui/use-problem-text.ts';
import type { CommentLack } from './attached-pictures.ts';
import { descriptionId } from './description-id.ts';
import type { AttachedPictures } from './use-attached-pictures.ts';

interface AttachedPictureListProps {
  attached: AttachedPictures;
  /** What the reader was told is missing. */
  lack: CommentLack | undefined;
  /** Back to the words of the comment. */
  onDone: () => void;
}

/** The pictures of a comment that is being written: how far each has got, and what it shows in words. */
export function AttachedPictureList({ attached, lack, onDone }: AttachedPictureListProps) {
  const { t } = useTranslation('comments');
  const { pictures, describe, arrive, remove } = attached;
  const uploads = usePictureUploads(pictures, true, arrive);
  const firstBlank = pictures.findIndex(({ alt }) => alt === '');
  return (
    <ul aria-label={t('pictures.list')} className="flex max-h-[40dvh] flex-col gap-1.5 overflow-y-auto p-1">
      {pictures.map((picture, index) => (
        <Row
          key={picture.key}
          picture={picture}
          position={index + 1}
          isFirstBlank={index === firstBlank}
          upload={uploads.stateOf(picture.key)}
          lack={lack && 'key' in lack && lack.key === picture.key ? lack.kind : undefined}
          onDescribe={(alt) => describe(picture.key, alt)}
          onDone={onDone}
          onRetry={() => uploads.retry(picture.key)}
          onRemove={() => {
            remove(picture.key);
            onDone();
          }}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  picture: ComposedPicture;
  position: number;
  isFirstBlank: boolean;
  upload: UploadState | undefined;
  lack: 'no-description' | 'description-too-long' | undefined;
  onDescribe: (alt: string) => void;
  onDone: () => void;
  onRetry: () => void;
  onRemove: () => void;
}

function Row({ picture, position, isFirstBlank, upload, lack, onDescribe, onDone, onRetry, onRemove }: RowProps) {
  const { t } = useTranslation('comments');
  const textOf = useProblemText();
  const failure = hasFailed(upload) ? textOf(upload.error) : undefined;
  return (
    <li className="flex items-start gap-2">
      <Thumbnail picture={picture} position={position} upload={upload} onRetry={onRetry} />
      <div className="min-w-0 flex-1">
        <TextField
          id={descriptionId(picture.key)}
          label={t('pictures.describe', { number: position })}
          isLabelHidden
          placeholder={t('pictures.placeholder')}
          dir="auto"
          autoComplete="off"
          // Who added a picture goes on by saying what it shows.
          autoFocus={isFirstBlank}
          aria-required
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onDone();
          }}
          value={picture.alt}
          error={lack ? t(`pictures.${lack}`) : failure}
          onChange={(event) => onDescribe(event.target.value)}
        />
        <LimitCounter text={picture.alt} kind="alt" />
        <p role="status" className="sr-only">
          {failure}
        </p>
      </div>
      <IconButton
        icon={CloseIcon}
        iconSize={18}
        label={t('pictures.remove', { number: position })}
        onClick={onRemove}
      />
    </li>
  );
}

function Thumbnail({
  picture,
  position,
  upload,
  onRetry,
}: Pick<RowProps, 'picture' | 'position' | 'upload' | 'onRetry'>) {
  const { t } = useTranslation('comments');
  const url = usePictureUrl(picture, 120);
  return (
    <div className="relative size-11 shrink-0 overflow-hidden rounded-xl bg-sunken">
      {url ? <img src={url} alt="" className="size-full object-cover" /> : null}
      {hasFailed(upload) ? (
        <button
          type="button"
          aria-label={t('pictures.retry', { number: position })}
          title={t('pictures.retry', { number: position })}
          onClick={onRetry}
          className="absolute inset-0 grid place-items-center bg-black/60 text-white"
        >
          <RefreshIcon size={20} />
        </button>
      ) : upload ? (
        <Progress upload={upload} label={t('pictures.sending', { number: position })} />
      ) : null}
    </div>
  );
}

function Progress({ upload, label }: { upload: Exclude<UploadState, { error: unknown }>; label: string }) {
  const percent = Math.round(upload.sent * 100);
  return (
    <div className="absolute inset-0 flex items-end bg-black/45 p-1.5">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        className={`h-1 w-full overflow-hidden rounded-full bg-white/40 ${upload.isProcessing ? 'animate-pulse' : ''}`}
      >
        <div className="h-full rounded-full bg-white transition-[width]" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
