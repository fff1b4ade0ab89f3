import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type NoteId, type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { after, itemsOf, pageByPage } from './pages.ts';
import { staleTimes } from './stale-times.ts';

export type NoteExposure = ResponseOutput<typeof routes.exposure.note>;
export type Pool = NoteExposure['pool'];
export type PoolStep = NoteExposure['steps'][number];
export type HouseExposure = ResponseOutput<typeof routes.exposure.house>;
export type MyNoteExposure = ResponseOutput<typeof routes.exposure.mine>['items'][number];
export type PolicyAccount = ResponseOutput<typeof routes.exposure.policy>;
export type Policy = PolicyAccount['policy'];

const watchMilliseconds = 30_000;

/** Who saw a note of mine; asked for again and again while it is watched, for it moves by the minute. */
export function useNoteExposure(noteId: NoteId, { isWatched = false } = {}) {
  return useQuery({
    queryKey: ['exposure', 'note', noteId],
    queryFn: ({ signal }) => call(routes.exposure.note, { params: { noteId }, signal }),
    refetchInterval: isWatched && watchMilliseconds,
  });
}

export function useMyExposure() {
  return useInfiniteQuery({
    queryKey: ['exposure', 'mine'],
    queryFn: ({ pageParam, signal }) => call(routes.exposure.mine, { query: after(pageParam), signal }),
    ...pageByPage,
    select: itemsOf,
  });
}

export function useHouseExposure(days: number) {
  return useQuery({
    queryKey: ['exposure', 'house', days],
    queryFn: ({ signal }) => call(routes.exposure.house, { query: { days }, signal }),
    staleTime: staleTimes.person,
    placeholderData: (before) => before,
  });
}

export function usePolicy() {
  return useQuery({
    queryKey: ['exposure', 'policy'],
    queryFn: ({ signal }) => call(routes.exposure.policy, { signal }),
    staleTime: staleTimes.house,
  });
}
