import type { MediaView } from '@teahouse/contract';
import { useState } from 'react';
import { classNames } from './class-names.ts';
import { thumbhashUrl } from './thumbhash-url.ts';

interface PictureProps {
  picture: MediaView;
  alt: string;
  /** Language of `alt`, where it is not the page's. */
  lang?: string | undefined;
  /** How wide it will stand, as in the `sizes` attribute. */
  sizes: string;
  /** Pictures of the first screen are fetched at once. */
  isEager?: boolean;
  className?: string;
  fit?: 'cover' | 'contain';
}

/** A picture of the house: its renditions, its proportions, and its thumbhash until it has arrived. */
export function Picture({ picture, alt, lang, sizes, isEager = false, className, fit = 'cover' }: PictureProps) {
  const [isLoaded, setLoaded] = useState(false);
  const smallest = picture.widths[0] ?? 360;
  return (
    <img
      src={pictureUrl(picture, smallest)}
      srcSet={picture.widths.map((width) => `${picture.url}-${width}.webp ${width}w`).join(', ')}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={alt}
      lang={lang}
      loading={isEager ? 'eager' : 'lazy'}
      fetchPriority={isEager ? 'high' : 'auto'}
      decoding="async"
      draggable={false}
      onLoad={() => setLoaded(true)}
      className={classNames(fit === 'cover' ? 'object-cover' : 'object-contain', 'bg-cover bg-center', className)}
      style={isLoaded ? undefined : { backgroundImage: `url(${thumbhashUrl(picture.thumbhash)})` }}
    />
  );
}

/** The smallest rendition at least that wide. */
export function pictureUrl(picture: Pick<MediaView, 'url' | 'widths'>, width: number): string {
  const fitting = picture.widths.find((candidate) => candidate >= width) ?? picture.widths.at(-1) ?? 360;
  return `${picture.url}-${fitting}.webp`;
}
