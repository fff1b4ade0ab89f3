import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type BodyInput, routes } from '@teahouse/contract';
import { call, newIdempotencyKey } from './client.ts';
import { feedPageSize } from './feed.ts';
import { staleTimes } from './stale-times.ts';

export const boardKeys = {
  all: ['boards'] as const,
  mine: ['boards', 'mine'] as const,
  one: (boardId: string) => ['boards', boardId] as const,
};

export function useMyBoards(isEnabled = true) {
  return useQuery({
    queryKey: boardKeys.mine,
    queryFn: ({ signal }) => call(routes.boards.listMine, { signal }),
    staleTime: staleTimes.list,
    enabled: isEnabled,
    select: (answer) => answer.items,
  });
}

/** A board with its notes; board and owner come with every page. */
export function useBoard(boardId: string) {
  return useInfiniteQuery({
    queryKey: boardKeys.one(boardId),
    queryFn: ({ pageParam, signal }) =>
      call(routes.boards.listNotes, {
        params: { boardId },
        query: { limit: feedPageSize, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: staleTimes.list,
  });
}

export function useCreateBoard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInput<typeof routes.boards.create>) =>
      call(routes.boards.create, { body, idempotencyKey: newIdempotencyKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: boardKeys.all }),
  });
}

export type BoardChange = BodyInput<typeof routes.boards.update>;

export function useUpdateBoard(boardId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BoardChange) => call(routes.boards.update, { params: { boardId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: boardKeys.all }),
  });
}

export function useDeleteBoard(boardId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(routes.boards.delete, { params: { boardId } }),
    onSuccess: () => {
      client.removeQueries({ queryKey: boardKeys.one(boardId) });
      return client.invalidateQueries({ queryKey: boardKeys.mine });
    },
  });
}
