import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type BodyInput, type CommentView, type Page, routes, type ThreadView } from '@teahouse/contract';
import { call } from './client.ts';
import { changeNote } from './note-cache.ts';
import { commentLikeOverlay, useOverlay, withOverlay } from './overlays.ts';
import { staleTimes } from './stale-times.ts';

type Threads = InfiniteData<Page<ThreadView>>;

export const commentKeys = {
  of: (noteId: string) => ['comments', noteId] as const,
  replies: (commentId: string) => ['replies', commentId] as const,
  soughtUnder: (noteId: string) => ['sought-comment', noteId] as const,
  sought: (noteId: string, commentId: string) => ['sought-comment', noteId, commentId] as const,
};

/** Threads under a note. The first page arrives with the note (`useNote`). */
export function useComments(noteId: string, isEnabled: boolean) {
  return useInfiniteQuery({
    queryKey: commentKeys.of(noteId),
    queryFn: ({ pageParam, signal }) =>
      call(routes.comments.list, { params: { noteId }, query: pageParam ? { cursor: pageParam } : {}, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.note,
    enabled: isEnabled,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

/** The thread of the comment that a link leads to; `null` once its root is deleted. */
export function useSoughtThread(noteId: string, commentId: string | undefined) {
  return useQuery<ThreadView | null>({
    queryKey: commentKeys.sought(noteId, commentId ?? ''),
    queryFn: ({ signal }) =>
      call(routes.comments.getThread, { params: { noteId, commentId: commentId ?? '' }, signal }),
    staleTime: staleTimes.note,
    enabled: commentId !== undefined,
  });
}

/** Replies beyond the first ones of a thread, asked for by hand. */
export function useMoreReplies(thread: ThreadView) {
  return useInfiniteQuery({
    queryKey: commentKeys.replies(thread.id),
    queryFn: ({ pageParam, signal }) =>
      call(routes.comments.listReplies, {
        params: { noteId: thread.noteId, commentId: thread.id },
        query: pageParam ? { cursor: pageParam } : {},
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.note,
    enabled: false,
    select: (data) => data.pages.flatMap((page) => page.items),
  });
}

export type NewComment = BodyInput<typeof routes.comments.post> & { idempotencyKey: string };

export function usePostComment(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: NewComment) =>
      call(routes.comments.post, { params: { noteId }, body, idempotencyKey }),
    onSuccess: (comment) => {
      changeThreads(client, noteId, (threads) => withComment(threads, comment));
      changeNote(client, noteId, (note) => ({ ...note, commentCount: note.commentCount + 1 }));
    },
  });
}

export function useDeleteComment(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (comment: CommentView) => call(routes.comments.delete, { params: { noteId, commentId: comment.id } }),
    onSuccess: async (_, comment) => {
      changeThreads(client, noteId, (threads) => withoutComment(threads, comment.id));
      await client.invalidateQueries({ queryKey: commentKeys.replies(comment.parentId ?? comment.id) });
      changeNote(client, noteId, (note) => ({
        ...note,
        commentCount: Math.max(0, note.commentCount - 1 - (comment.parentId ? 0 : comment.replyCount)),
      }));
    },
  });
}

export function usePinComment(noteId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ commentId, pins }: { commentId: string; pins: boolean }) =>
      call(pins ? routes.comments.pin : routes.comments.unpin, { params: { noteId, commentId } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: commentKeys.of(noteId) }),
        client.invalidateQueries({ queryKey: commentKeys.soughtUnder(noteId) }),
      ]),
  });
}

export function useCommentLike(comment: CommentView) {
  const overlay = useOverlay(commentLikeOverlay, comment.id);
  const mutation = useMutation({
    mutationFn: (likes: boolean) =>
      call(likes ? routes.comments.like : routes.comments.unlike, {
        params: { noteId: comment.noteId, commentId: comment.id },
      }),
    scope: { id: `like ${comment.id}` },
    onMutate: (likes) => {
      const before = commentLikeOverlay.get(comment.id);
      commentLikeOverlay.set(comment.id, likes);
      return { before };
    },
    onError: (_error, _likes, context) => commentLikeOverlay.set(comment.id, context?.before),
  });
  const { isOn, count } = withOverlay(comment.viewer?.likes ?? false, comment.likeCount, overlay);
  return { likes: isOn, likeCount: count, mutation };
}

/** What a link leads to comes first, and stays there while more is loaded. */
export function withSought(
  threads: readonly ThreadView[],
  sought: ThreadView | null | undefined,
): readonly ThreadView[] {
  if (!sought) return threads;
  const known = threads.find((thread) => thread.id === sought.id);
  const others = threads.filter((thread) => thread !== known);
  return [known ? { ...known, replies: joined(known.replies, sought.replies) } : sought, ...others];
}

function joined(replies: readonly CommentView[], others: readonly CommentView[]): CommentView[] {
  return [...replies, ...others.filter((other) => replies.every(({ id }) => id !== other.id))];
}

/** A new thread stands below the pinned one, a reply at the end of its thread. */
export function withComment(threads: readonly ThreadView[], comment: CommentView): ThreadView[] {
  if (comment.parentId) {
    return threads.map((thread) =>
      thread.id === comment.parentId
        ? { ...thread, replyCount: thread.replyCount + 1, replies: [...thread.replies, comment] }
        : thread,
    );
  }
  const pinned = threads.filter((thread) => thread.isPinned);
  const others = threads.filter((thread) => !thread.isPinned);
  return [...pinned, { ...comment, replies: [] }, ...others];
}

export function withoutComment(threads: readonly ThreadView[], commentId: string): ThreadView[] {
  return threads
    .filter((thread) => thread.id !== commentId)
    .map((thread) => {
      const replies = thread.replies.filter((reply) => reply.id !== commentId);
      return replies.length === thread.replies.length
        ? thread
        : { ...thread, replies, replyCount: Math.max(0, thread.replyCount - 1) };
    });
}

/** The list is one to its reader, pages only to the house: the change is made on the whole and kept in the first page. */
function changeThreads(client: QueryClient, noteId: string, change: (threads: ThreadView[]) => ThreadView[]): void {
  client.setQueryData<Threads>(commentKeys.of(noteId), (data) => {
    const last = data?.pages.at(-1);
    if (!data || !last) return data;
    const items = change(data.pages.flatMap((page) => page.items));
    const pages = data.pages.map((page, index) => ({ ...page, items: index === 0 ? items : [] }));
    return { ...data, pages };
  });
  client.setQueriesData<ThreadView | null>({ queryKey: commentKeys.soughtUnder(noteId) }, (sought) =>
    sought ? (change([sought]).find((thread) => thread.id === sought.id) ?? null) : sought,
  );
}
