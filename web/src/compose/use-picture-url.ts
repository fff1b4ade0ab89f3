import { useEffect, useState } from 'react';
import { pictureUrl } from '../ui/Picture.tsx';
import type { ComposedPicture } from './composition.ts';
import { findFile } from './picture-files.ts';

/** Where a picture of a draft can be seen: its own file while it is on its way, its rendition afterwards. */
export function usePictureUrl(picture: ComposedPicture | undefined, width: number): string | undefined {
  const key = picture?.key;
  const [local, setLocal] = useState<{ key: string; url: string }>();
  useEffect(() => {
    if (!key) return;
    let url: string | undefined;
    let isLeft = false;
    void findFile(key).then((file) => {
      if (!file || isLeft) return;
      url = URL.createObjectURL(file);
      setLocal({ key, url });
    });
    return () => {
      isLeft = true;
      if (url) URL.revokeObjectURL(url);
      setLocal(undefined);
    };
  }, [key]);
  if (!picture) return undefined;
  if (local?.key === picture.key) return local.url;
  return picture.media ? pictureUrl(picture.media, width) : undefined;
}
