import { renditionWidths } from '@teahouse/contract';
import sharp, { type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { PictureRefusal } from './protocol.ts';
import { type PictureKind, recognisePicture } from './recognise.ts';

export interface Rendition {
  name: `${number}.webp` | `${number}.avif`;
  bytes: Uint8Array;
}

export interface RenderedPicture {
  width: number;
  height: number;
  /** base64. */
  thumbhash: string;
  widths: number[];
  hasAvif: boolean;
  renditions: Rendition[];
}

/** A 50-megapixel picture is 200 MB when decoded; phones of today send 12 to 50. */
const mostPixels = 50_000_000;
const widest = Math.max(...renditionWidths);
/** A strip longer than this (a screenshot of a whole chat) is scaled down as a whole. */
const tallest = widest * 4;
/** AVIF at effort 2 is as fast as WebP and a fifth smaller at this width; at the others it costs more than it saves. */
const avifWidth = 720;
const thumbhashSide = 100;

/** `thorough` for what members send; `quick` is several times as fast and a third larger, for the many pictures of a demo town. */
export type Care = 'thorough' | 'quick';

const webpEffort: Record<Care, number> = { thorough: 4, quick: 0 };

/** Decodes a picture and encodes it anew at the sizes the house serves; nothing of the sender's file is kept. */
export async function renderPicture(bytes: Uint8Array, care: Care): Promise<RenderedPicture> {
  const kind = recognisePicture(bytes);
  if (!kind) throw new PictureRefusal('unsupported-media');
  await refuseUnfit(bytes, kind);
  const base = await decode(bytes);
  const widths = renditionWidths.filter((_, index) => index === 0 || (renditionWidths[index - 1] ?? 0) < base.width);
  const hasAvif = care === 'thorough' && widths.includes(avifWidth);
  const [thumbhash, ...renditions] = await Promise.all([
    hashOf(base.picture()),
    ...widths.map((width) => encodeWebp(base.picture(), width, webpEffort[care])),
    ...(hasAvif ? [encodeAvif(base.picture(), avifWidth)] : []),
  ]);
  return { width: base.width, height: base.height, thumbhash, widths, hasAvif, renditions };
}

function open(bytes: Uint8Array): Sharp {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).timeout({ seconds: 15 });
}

/** Reads only the header: a bomb is refused before a pixel is decoded. */
async function refuseUnfit(bytes: Uint8Array, kind: PictureKind): Promise<void> {
  const { width, height, pages = 1, format } = await unreadable(sharp(bytes, { limitInputPixels: false }).metadata());
  const expected = kind === 'avif' ? 'heif' : kind;
  if (format !== expected) throw new PictureRefusal('picture-unreadable');
  if (width * height > mostPixels) throw new PictureRefusal('picture-unreadable');
  if (pages > 1 || (kind === 'png' && isAnimatedPng(bytes))) throw new PictureRefusal('picture-unreadable');
}

/** An `acTL` chunk before the image data makes a PNG an animation; the decoder would not tell. */
function isAnimatedPng(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 8 <= view.length; ) {
    const type = view.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
    at += 12 + view.readUInt32BE(at);
  }
  return false;
}

/** Decodes once; the sizes are derived from the pixels. Orientation is applied, colours become sRGB. */
async function decode(bytes: Uint8Array) {
  const { data, info } = await unreadable(
    open(bytes)
      .autoOrient()
      .resize({ width: widest, height: tallest, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true }),
  );
  const { width, height, channels } = info;
  return { width, height, picture: () => sharp(data, { raw: { width, height, channels } }) };
}

async function encodeWebp(picture: Sharp, width: number, effort: number): Promise<Rendition> {
  const bytes = await picture.resize({ width, withoutEnlargement: true }).webp({ quality: 80, effort }).toBuffer();
  return { name: `${width}.webp`, bytes };
}

async function encodeAvif(picture: Sharp, width: number): Promise<Rendition> {
  const bytes = await picture.resize({ width, withoutEnlargement: true }).avif({ quality: 50, effort: 2 }).toBuffer();
  return { name: `${width}.avif`, bytes };
}

async function hashOf(picture: Sharp): Promise<string> {
  const { data, info } = await picture
    .resize({ width: thumbhashSide, height: thumbhashSide, fit: 'inside' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

async function unreadable<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw new PictureRefusal('picture-unreadable', { cause: error });
  }
}
