import { countGraphemes, textLimits } from '@teahouse/contract';
import type { ComposedPicture } from '../compose/composition.ts';

/** What somebody is about to say below a note. */
export interface DraftedComment {
  text: string;
  pictures: readonly ComposedPicture[];
}

export type CommentLack =
  | { kind: 'nothing-said' }
  | { kind: 'picture-on-its-way' }
  /** Of the first picture that needs another one. */
  | { kind: 'no-description' | 'description-too-long'; key: string };

/** What keeps a comment from being sent. A comment is read aloud, too: every picture of it needs a description. */
export function lackOf({ text, pictures }: DraftedComment): CommentLack | undefined {
  if (text.trim() === '' && pictures.length === 0) return { kind: 'nothing-said' };
  if (pictures.some(({ media }) => media === undefined)) return { kind: 'picture-on-its-way' };
  for (const { key, alt } of pictures) {
    if (alt.trim() === '') return { kind: 'no-description', key };
    if (countGraphemes(alt) > textLimits.alt.graphemes) return { kind: 'description-too-long', key };
  }
  return undefined;
}

export function sentPictures(pictures: readonly ComposedPicture[]): { mediaId: string; alt: string }[] {
  return pictures.flatMap(({ media, alt }) => (media ? [{ mediaId: media.id, alt: alt.trim() }] : []));
}
