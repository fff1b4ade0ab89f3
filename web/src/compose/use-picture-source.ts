import { useEffect, useState } from 'react';
import { pictureUrl } from '../ui/Picture.tsx';
import type { ComposedPicture } from './composition.ts';
import { findFile } from './picture-files.ts';

const fullWidth = 1440;

/** The pixels of a picture, from its own file or from the house's largest rendition. */
export function usePictureSource(picture: ComposedPicture): { source: ImageBitmap; name: string } | undefined {
  const [loaded, setLoaded] = useState<{ source: ImageBitmap; name: string }>();
  const { key, media } = picture;
  useEffect(() => {
    let isLeft = false;
    void load(key, media && pictureUrl(media, fullWidth)).then((source) => {
      if (isLeft) source?.source.close();
      else setLoaded(source);
    });
    return () => {
      isLeft = true;
    };
  }, [key, media]);
  return loaded;
}

async function load(key: string, url: string | undefined) {
  const file = await findFile(key);
  const blob = file ?? (url ? await (await fetch(url)).blob() : undefined);
  if (!blob) return undefined;
  // Phones write the turn of the camera beside the pixels; it is applied here as everywhere else.
  const source = await createImageBitmap(blob, { imageOrientation: 'from-image' }).catch(() => undefined);
  return source && { source, name: file?.name ?? key };
}
