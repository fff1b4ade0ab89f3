import type { routes } from '@teahouse/contract';
import type { Handlers } from '../http/context.ts';
import type { Deps } from '../platform/deps.ts';
import { deleteComment } from './delete-comment.ts';
import { getCommentThread } from './get-comment-thread.ts';
import { likeComment, unlikeComment } from './like-comment.ts';
import { listComments } from './list-comments.ts';
import { listReplies } from './list-replies.ts';
import { pinComment, unpinComment } from './pin-comment.ts';
import { type PostParts, postComment } from './post-comment.ts';

export function commentHandlers(deps: Deps, parts: PostParts): Handlers<typeof routes.comments> {
  return {
    list: ({ actor, params, query }) => listComments(parts, actor, params.noteId, query),
    getThread: ({ actor, params }) => getCommentThread(parts, actor, params.noteId, params.commentId),
    listReplies: ({ actor, params, query }) => listReplies(deps, parts, actor, params.noteId, params.commentId, query),
    post: ({ actor, params, body, request }) =>
      postComment(deps, parts, actor, params.noteId, body, request.reservedId),
    delete: ({ actor, params }) => deleteComment(deps, parts, actor, params.noteId, params.commentId),
    pin: ({ actor, params }) => pinComment(deps, parts, actor, params.noteId, params.commentId),
    unpin: ({ actor, params }) => unpinComment(deps, parts, actor, params.noteId, params.commentId),
    like: ({ actor, params }) => likeComment(deps, parts, actor, params.noteId, params.commentId),
    unlike: ({ actor, params }) => unlikeComment(deps, parts, actor, params.noteId, params.commentId),
  };
}
