import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from '@teahouse/contract';
import { Unreachable } from './client.ts';
import { sessionKey } from './session.ts';
import { staleTimes } from './stale-times.ts';

const keptMilliseconds = 30 * 60_000;

export function createQueryClient(): QueryClient {
  const noticeSignOut = (error: unknown) => {
    if (error instanceof Problem && error.code === 'not-signed-in') client.setQueryData(sessionKey, { me: null });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSignOut }),
    mutationCache: new MutationCache({ onError: noticeSignOut }),
    defaultOptions: {
      queries: {
        retry: worthRetrying,
        staleTime: staleTimes.list,
        gcTime: keptMilliseconds,
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
  return client;
}

function worthRetrying(failures: number, error: Error): boolean {
  if (failures >= 2) return false;
  return error instanceof Unreachable || (error instanceof Problem && error.status >= 500);
}
