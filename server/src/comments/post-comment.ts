import { type BodyOf, type CommentView, type commentRoutes, type NoteId, Problem } from '@teahouse/contract';
import type { Actor } from '../http/context.ts';
import { findMentioned, type NoteRecord } from '../notes/index.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction } from '../platform/db/database.ts';
import type { Deps } from '../platform/deps.ts';
import { type Answered, getAnswered } from './answered-comment.ts';
import { newsOf } from './comment-news.ts';
import type { NewComment } from './comment-writes.sql.ts';
import { selectComment } from './comments.sql.ts';
import type { CommentParts } from './index.ts';
import type { ThreadReader } from './read-threads.ts';
import { type DraftedComment, writeComment } from './write-comment.ts';

export interface PostParts extends CommentParts {
  threads: ThreadReader;
}

type PostDeps = Pick<Deps, 'db' | 'clock' | 'ids' | 'events'>;
type Body = BodyOf<typeof commentRoutes.post>;

export async function postComment(
  deps: PostDeps,
  parts: PostParts,
  actor: Actor,
  noteId: NoteId,
  body: Body,
  reservedId: string | undefined,
): Promise<CommentView> {
  requireContent(body);
  const note = await parts.notes.getAnswerable(noteId, actor.memberId);
  const answered = body.parentId ? await getAnswered(deps, parts, actor, noteId, body.parentId) : undefined;
  const draft = await draftComment(deps, parts, actor, note, answered, body, reservedId ?? deps.ids.next());
  await inTransaction(deps.db, (tx) => writeComment(deps, parts, tx, draft));
  deps.events.wake();
  parts.threads.invalidate(noteId);
  parts.notes.invalidateStats(noteId);
  return getView(deps, parts, actor, noteId, draft.comment.id);
}

function requireContent({ text, pictures }: Body): void {
  if (text === '' && pictures.length === 0) throw refusal('/body/text', 'empty');
  const repeated = pictures.findIndex(({ mediaId }, index) =>
    pictures.slice(0, index).some((other) => other.mediaId === mediaId),
  );
  if (repeated >= 0) throw refusal(`/body/pictures/${repeated}/mediaId`, 'duplicate');
}

function refusal(pointer: string, message: string): Problem {
  return new Problem('invalid-request', undefined, { fields: [{ pointer, message }] });
}

async function draftComment(
  deps: PostDeps,
  parts: PostParts,
  { memberId, languagesRead }: Actor,
  note: NoteRecord,
  answered: Answered | undefined,
  { text, pictures }: Body,
  id: string,
): Promise<DraftedComment> {
  const mediaIds = pictures.map(({ mediaId }) => mediaId);
  const [media, mentioned, { blocked }] = await Promise.all([
    parts.media.getReadyPictures(memberId, mediaIds),
    findMentioned(deps, text),
    parts.relations.of(memberId),
  ]);
  const { terms } = parts.wordBank.check([text, ...pictures.map(({ alt }) => alt)].join('\n'));
  const help = { priors: [...languagesRead, note.language] };
  const comment: NewComment = {
    id,
    noteId: note.id,
    ...placeUnder(answered),
    authorId: memberId,
    text,
    language: parts.detectLanguage(text, help).language,
    languages: parts.languagesIn(text, help),
    compliance: terms.length > 0 ? 'held' : 'allowed',
    at: dateOf(deps.clock),
  };
  const mentionedIds = mentioned.map((member) => member.id);
  const news = newsOf(note, comment, answered, mentionedIds, blocked);
  return { comment, pictures, media, mentionedIds, terms, news };
}

/** Two levels: whatever is answered, the comment stands under the root. */
function placeUnder(answered: Answered | undefined): Pick<NewComment, 'parentId' | 'replyToId'> {
  if (!answered) return { parentId: undefined, replyToId: undefined };
  return { parentId: answered.rootId, replyToId: answered.id === answered.rootId ? undefined : answered.id };
}

async function getView(
  { db }: Pick<Deps, 'db'>,
  { threads }: PostParts,
  { memberId }: Actor,
  noteId: NoteId,
  id: string,
): Promise<CommentView> {
  const row = await selectComment(db, noteId, id);
  const [view] = row ? await threads.views(noteId, memberId, [row]) : [];
  if (!view) throw new Problem('not-found');
  return view;
}
