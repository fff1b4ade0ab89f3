import { type QueryClient, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Me, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { rememberHome } from './home-feed.ts';
import { forgetOverlays } from './overlays.ts';

export const sessionKey = ['session'] as const;

export const sessionOptions = queryOptions({
  queryKey: sessionKey,
  queryFn: ({ signal }) => call(routes.accounts.session, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export function useSession() {
  return useQuery(sessionOptions);
}

/** The signed-in member; `null` for a visitor, `undefined` until the house has answered. */
export function useMe(): Me | null | undefined {
  const session = useSession();
  return session.isError ? null : session.data?.me;
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(routes.accounts.signOut),
    onSettled: () => adoptSession(client, null),
  });
}

/** Everything seen so far was seen by somebody else: after signing in or out it is asked for again. */
export function adoptSession(client: QueryClient, me: Me | null): void {
  forgetOverlays();
  if (!me) rememberHome('discover');
  client.setQueryData(sessionKey, { me });
  void client.resetQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
}

export function updateSessionMe(client: QueryClient, change: Partial<Me>): void {
  client.setQueryData<{ me: Me | null }>(sessionKey, (session) =>
    session?.me ? { me: { ...session.me, ...change } } : session,
  );
}
