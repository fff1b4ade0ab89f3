import { hash32 } from '../hash.ts';

/** The language itself, whatever the script or region: `zh` of `zh-Hans-CN`. */
export function primarySubtag(tag: string): string {
  const end = tag.indexOf('-');
  return (end < 0 ? tag : tag.slice(0, end)).toLowerCase();
}

/** A short name of a language for columns, also of one in which no note is written yet. Never 0. */
export function languageMark(tag: string): number {
  return hash32(primarySubtag(tag)) & 0xffff || 1;
}
