import { picturesPerNote } from '@teahouse/contract';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptedPictures } from '../data/uploads.ts';
import { CameraIcon, PlusIcon } from '../ui/icons.tsx';
import { useIsWide } from '../ui/use-media-query.ts';

/** Opens the camera roll; the tile is also where files may be dropped. */
export function AddPictures({ count, addPictures }: { count: number; addPictures: (files: Iterable<File>) => void }) {
  const { t } = useTranslation('compose');
  const field = useRef<HTMLInputElement>(null);
  const isWide = useIsWide();
  const isFirst = count === 0;
  return (
    <>
      <button
        type="button"
        onClick={() => field.current?.click()}
        className={
          isFirst
            ? 'pressable flex min-h-36 flex-1 flex-col items-center justify-center gap-2 rounded-card border border-dashed border-line-strong bg-sunken/60 px-4 text-soft hover:border-quiet hover:text-ink'
            : 'pressable flex h-36 w-27 shrink-0 flex-col items-center justify-center gap-1.5 rounded-card border border-dashed border-line-strong text-quiet hover:border-quiet hover:text-ink'
        }
      >
        {isFirst ? <CameraIcon size={30} /> : <PlusIcon size={26} />}
        <span className={isFirst ? 'font-medium text-ink' : 'sr-only'}>{t('pictures.add')}</span>
        {isFirst ? (
          <span className="text-small text-quiet">
            {t(isWide ? 'pictures.hintWide' : 'pictures.hint', { count: picturesPerNote })}
          </span>
        ) : (
          <span className="tabular text-tiny">
            {count}/{picturesPerNote}
          </span>
        )}
      </button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={acceptedPictures}
        aria-label={t('pictures.add')}
        onChange={(event) => {
          addPictures(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </>
  );
}
