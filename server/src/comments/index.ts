import type { NoteId, Page, routes, ThreadView } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Media } from '../media/index.ts';
import type { HoldForReview } from '../moderation/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { DetectLanguage, ListLanguages } from '../platform/language.ts';
import type { Readers } from '../readers.ts';
import { createThreadReader } from './read-threads.ts';
import { commentHandlers } from './routes.ts';

export { setCommentCompliance } from './set-compliance.ts';

export interface CommentParts extends Readers {
  media: Pick<Media, 'getReadyPictures'>;
  wordBank: { check(text: string): { terms: string[] } };
  holdForReview: HoldForReview;
  detectLanguage: DetectLanguage;
  languagesIn: ListLanguages;
}

export interface Comments {
  handlers: Handlers<typeof routes.comments>;
  /** The first page of a note's comments for a viewer who may open the note; warm from memory. */
  firstPage(noteId: NoteId, viewerId: string | undefined): Promise<Page<ThreadView>>;
  /** After a change made elsewhere: a moderator's decision, a member who left. */
  invalidate(noteId: string): void;
}

export function createComments(deps: Deps, parts: CommentParts): Comments {
  const threads = createThreadReader(deps, parts);
  return {
    handlers: commentHandlers(deps, { ...parts, threads }),
    firstPage: (noteId, viewerId) => threads.page(noteId, viewerId, { limit: 20 }),
    invalidate: threads.invalidate,
  };
}
