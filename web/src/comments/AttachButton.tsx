import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptedPictures } from '../data/uploads.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { PictureIcon } from '../ui/icons.tsx';

interface AttachButtonProps {
  className: string;
  isFull: boolean;
  /** Undefined for visitors, who may not pick anything yet. */
  onPick: ((files: Iterable<File>) => void) | undefined;
  onInvite: () => void;
}

/** Opens the camera roll for a comment. */
export function AttachButton({ className, isFull, onPick, onInvite }: AttachButtonProps) {
  const { t } = useTranslation('comments');
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        icon={PictureIcon}
        label={t('pictures.add')}
        disabled={isFull}
        className={className}
        onClick={() => (onPick ? field.current?.click() : onInvite())}
      />
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={acceptedPictures}
        aria-label={t('pictures.add')}
        onChange={(event) => {
          onPick?.(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </>
  );
}
