export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif';

/** Bytes from the beginning of a file that are enough to recognise it. */
export const headBytes = 4096;

/**
 * What a file is by its first bytes; its name and declared type are the sender's claims. GIF, SVG, HEIC, PDF and everything
 * else a browser may run or the decoder does not know is undefined.
 */
export function recognisePicture(head: Uint8Array): PictureKind | undefined {
  const text = (from: number, to: number) => Buffer.from(head.subarray(from, to)).toString('latin1');
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp' && /^(avif|mif1|miaf)$/.test(text(8, 12)) && text(8, 64).includes('avif')) return 'avif';
  return undefined;
}
