import { useQuery } from '@tanstack/react-query';
import { routes } from '@teahouse/contract';
import { call } from './client.ts';
import { staleTimes } from './stale-times.ts';

export const houseKey = ['house'] as const;

/** How this house is set up. */
export function useHouse() {
  return useQuery({
    queryKey: houseKey,
    queryFn: ({ signal }) => call(routes.house.get, { signal }),
    staleTime: staleTimes.house,
  });
}
