import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newIdempotencyKey } from '../data/client.ts';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/fields.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BackIcon, ForwardIcon } from '../ui/icons.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useToast } from '../ui/Toast.tsx';
import { CropStage } from './CropStage.tsx';
import type { ComposedPicture } from './composition.ts';
import { cutPicture, wholePicture } from './crop.ts';
import { keepFile } from './picture-files.ts';
import { usePictureSource } from './use-picture-source.ts';

interface PictureSheetProps {
  picture: ComposedPicture;
  position: number;
  count: number;
  onAlt: (alt: string) => void;
  onMove: (step: 1 | -1) => void;
  /** The picture was cut: a new file under a new key takes its place. */
  onReplace: (key: string) => void;
  onClose: () => void;
}

/** Describe a picture, cut it, put it elsewhere in the row. */
export function PictureSheet({ picture, position, count, onAlt, onMove, onReplace, onClose }: PictureSheetProps) {
  const { t } = useTranslation('compose');
  const [crop, setCrop] = useState(wholePicture);
  const [isCutting, setCutting] = useState(false);
  const loaded = usePictureSource(picture);
  const toast = useToast();
  const isCut = crop.shape !== 'original' || crop.zoom > 1;
  const done = async () => {
    if (!isCut || !loaded) return onClose();
    setCutting(true);
    try {
      const key = newIdempotencyKey();
      await keepFile(key, await cutPicture(loaded.source, crop, loaded.name));
      onReplace(key);
      onClose();
    } catch {
      toast(t('crop.failed'));
      setCutting(false);
    }
  };
  return (
    <Sheet
      title={t('pictures.number', { number: position + 1 })}
      isOpen
      onClose={onClose}
      width={520}
      footer={
        <div className="flex items-center gap-2">
          <IconButton
            icon={BackIcon}
            label={t('pictures.earlier')}
            disabled={position === 0}
            onClick={() => onMove(-1)}
            className="disabled:opacity-35 rtl:-scale-x-100"
          />
          <span className="tabular text-small text-quiet" role="status">
            {position + 1} / {count}
          </span>
          <IconButton
            icon={ForwardIcon}
            label={t('pictures.later')}
            disabled={position === count - 1}
            onClick={() => onMove(1)}
            className="disabled:opacity-35 rtl:-scale-x-100"
          />
          <Button look="primary" isBusy={isCutting} onClick={() => void done()} className="ms-auto min-w-28">
            {t(isCut ? 'crop.cut' : 'done')}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-4">
        {loaded ? (
          <CropStage source={loaded.source} crop={crop} onChange={setCrop} />
        ) : (
          <Skeleton className="aspect-[4/3] w-full !rounded-card" />
        )}
        <TextArea
          label={t('pictures.alt')}
          hint={t('pictures.altHint')}
          placeholder={t('pictures.altPlaceholder')}
          kind="alt"
          value={picture.alt}
          onChange={(event) => onAlt(event.target.value)}
        />
      </div>
    </Sheet>
  );
}
