import { useQuery } from '@tanstack/react-query';
import { type ResponseOutput, routes } from '@teahouse/contract';
import { call } from './client.ts';

export type Why = ResponseOutput<typeof routes.feed.why>;

/** Why a note stood in the slot of this token; a slot's story does not change. */
export function useWhy(token: string) {
  return useQuery({
    queryKey: ['why', token],
    queryFn: ({ signal }) => call(routes.feed.why, { query: { token }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
