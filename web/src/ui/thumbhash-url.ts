import { thumbHashToDataURL } from 'thumbhash';

const known = new Map<string, string>();
const most = 500;

/** Thumbhash → a tiny picture as a data URL; remembered, as cards come back while scrolling. */
export function thumbhashUrl(hash: string): string {
  const before = known.get(hash);
  if (before !== undefined) return before;
  if (known.size >= most) known.clear();
  const url = decode(hash);
  known.set(hash, url);
  return url;
}

function decode(hash: string): string {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(hash), (character) => character.charCodeAt(0)));
  } catch {
    return '';
  }
}
