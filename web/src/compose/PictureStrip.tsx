import { picturesPerNote } from '@teahouse/contract';
import { useRef, useState } from 'react';
import { GridList } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import { discardUpload } from '../data/uploads.ts';
import { classNames } from '../ui/class-names.ts';
import { AddPictures } from './AddPictures.tsx';
import { type ComposedPicture, type Composition, movePicture } from './composition.ts';
import { PictureSheet } from './PictureSheet.tsx';
import { PictureTile } from './PictureTile.tsx';
import { dropFiles } from './picture-files.ts';
import type { ChangeComposition } from './use-browser-draft.ts';
import type { PictureUploads } from './use-picture-uploads.ts';

interface PictureStripProps {
  composition: Composition;
  change: ChangeComposition;
  uploads: PictureUploads;
  addPictures: (files: Iterable<File>) => void;
}

/** Pictures in their order: dragged with finger, mouse or keyboard, opened to describe and crop. */
export function PictureStrip({ composition: { pictures }, change, uploads, addPictures }: PictureStripProps) {
  const { t } = useTranslation('compose');
  const [openKey, setOpenKey] = useState<string>();
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const setPictures = (next: (before: readonly ComposedPicture[]) => ComposedPicture[]) =>
    change((before) => ({ pictures: next(before.pictures) }));
  const remove = (key: string) => {
    const media = pictures.find((picture) => picture.key === key)?.media;
    setPictures((before) => before.filter((picture) => picture.key !== key));
    void dropFiles([key]);
    if (media) void discardUpload(media.id);
  };
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'application/x-teahouse-picture': String(key) })),
    onReorder: ({ keys, target }) => {
      const key = String([...keys][0]);
      setPictures((before) => movePicture(before, key, neighbour(before, String(target.key), target.dropPosition)));
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="picture-drop" />,
  });
  const open = pictures.find((picture) => picture.key === openKey);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a second way to what the button does
    <div
      onDragEnter={(event) => {
        if (!hasFiles(event.dataTransfer)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      }}
      onDragOver={(event) => hasFiles(event.dataTransfer) && event.preventDefault()}
      onDrop={(event) => {
        depth.current = 0;
        setOver(false);
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        addPictures(event.dataTransfer.files);
      }}
      className={classNames(
        'no-scrollbar relative -mx-4 flex gap-2.5 overflow-x-auto rounded-card px-4 py-2 wide:-mx-2 wide:flex-wrap wide:px-2',
        isOver && 'bg-jade-soft',
      )}
    >
      {pictures.length > 0 ? (
        <GridList
          aria-label={t('pictures.list')}
          items={pictures}
          dependencies={[uploads, pictures]}
          layout="grid"
          dragAndDropHooks={dragAndDropHooks}
          className="flex shrink-0 gap-2.5 wide:shrink wide:flex-wrap"
        >
          {(picture) => (
            <PictureTile
              id={picture.key}
              picture={picture}
              position={pictures.indexOf(picture) + 1}
              upload={uploads.stateOf(picture.key)}
              onOpen={() => setOpenKey(picture.key)}
              onRemove={() => remove(picture.key)}
              onRetry={() => uploads.retry(picture.key)}
            />
          )}
        </GridList>
      ) : null}
      {pictures.length < picturesPerNote ? <AddPictures count={pictures.length} addPictures={addPictures} /> : null}
      {open ? (
        <PictureSheet
          key={open.key}
          picture={open}
          position={pictures.indexOf(open)}
          count={pictures.length}
          onAlt={(alt) =>
            setPictures((before) => before.map((picture) => (picture.key === open.key ? { ...picture, alt } : picture)))
          }
          onMove={(step) => setPictures((before) => stepped(before, open.key, step))}
          onReplace={(key) => {
            setPictures((before) =>
              before.map((picture) => (picture.key === open.key ? { key, alt: picture.alt } : picture)),
            );
            if (open.media) void discardUpload(open.media.id);
          }}
          onClose={() => setOpenKey(undefined)}
        />
      ) : null}
    </div>
  );
}

function hasFiles(transfer: DataTransfer): boolean {
  return transfer.types.includes('Files');
}

/** The picture that will stand behind the moved one. */
function neighbour(pictures: readonly ComposedPicture[], target: string, side: string): string | undefined {
  const at = pictures.findIndex((picture) => picture.key === target);
  return pictures[side === 'after' ? at + 1 : at]?.key;
}

function stepped(pictures: readonly ComposedPicture[], key: string, step: 1 | -1): ComposedPicture[] {
  const at = pictures.findIndex((picture) => picture.key === key);
  return movePicture(pictures, key, pictures[step > 0 ? at + 2 : at - 1]?.key);
}
