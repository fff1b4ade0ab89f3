import type { Card } from './draw-card.ts';
import type { Care, RenderedPicture } from './render-picture.ts';

export type RefusalCode = 'unsupported-media' | 'picture-unreadable';

/** The file is at fault, not the house: trying again will not help. */
export class PictureRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'PictureRefusal';
    this.code = code;
  }
}

/** What the picture process is asked, and what it answers. */
export type Task = { kind: 'render'; bytes: Uint8Array; care: Care } | { kind: 'card'; card: Card };

export type Outcome =
  | { kind: 'rendered'; picture: RenderedPicture }
  | { kind: 'drawn'; png: Uint8Array }
  | { kind: 'refused'; code: RefusalCode }
  | { kind: 'failed'; message: string };
