import { readFileSync } from 'node:fs';

/** Drawn pictures come in two moods; a note keeps the one its id falls on. */
const variants = 2;

/** The committed picture of an illustration (WebP, 900 pixels wide), chosen by the place it is used at. */
export function readPicture(art: string, usedAt: string): Uint8Array {
  return readFileSync(new URL(`../art/pictures/${pictureName(art, usedAt)}`, import.meta.url));
}

/** File name of that picture: two places with the same name share the drawing. */
export function pictureName(art: string, usedAt: string): string {
  let sum = 0;
  for (const character of usedAt) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return `${art}-${sum % variants}.webp`;
}

export function readAvatar(handle: string): Uint8Array {
  return readFileSync(new URL(`../art/avatars/${handle}.webp`, import.meta.url));
}
