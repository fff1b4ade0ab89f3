import {
  keepPreviousData,
  mutationOptions,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { type BodyInput, type Me, routes } from '@teahouse/contract';
import { call } from './client.ts';
import { memberKeys } from './members.ts';
import { adoptSession, sessionKey, updateSessionMe } from './session.ts';
import { staleTimes } from './stale-times.ts';

const accounts = routes.accounts;

export const accountKeys = {
  handle: (handle: string) => ['handle', handle] as const,
  sessions: ['account', 'sessions'] as const,
};

/** Whether a handle is free; asks while the answer can still change a mind, so the last answer stands until the next. */
export function useHandleAvailability(handle: string, isEnabled = true) {
  return useQuery({
    queryKey: accountKeys.handle(handle),
    queryFn: ({ signal }) => call(accounts.handleAvailability, { query: { handle }, signal }),
    staleTime: staleTimes.list,
    enabled: isEnabled && handle.length >= 2,
    placeholderData: keepPreviousData,
  });
}

export function useRequestCode() {
  return useMutation({
    mutationFn: (body: BodyInput<typeof accounts.requestCode>) => call(accounts.requestCode, { body }),
  });
}

export type NewAccount = BodyInput<typeof accounts.signUp>;

export function useSignUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAccount) => call(accounts.signUp, { body }),
    onSuccess: ({ me }) => adoptSession(client, me),
  });
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInput<typeof accounts.signIn>) => call(accounts.signIn, { body }),
    onSuccess: ({ me }) => adoptSession(client, me),
  });
}

export function useResetPassword() {
  return useMutation({
    mutationFn: (body: BodyInput<typeof accounts.resetPassword>) => call(accounts.resetPassword, { body }),
  });
}

export function useClaimOperator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => call(accounts.claimOperator, { body: { token } }),
    onSuccess: ({ me }) => updateSessionMe(client, me),
  });
}

export type ProfileChange = BodyInput<typeof accounts.updateMe>;

/** Changes profile or settings. Refused when another device changed them since this one last looked. */
export function useUpdateMe() {
  return useMutation(updateMeOptions(useQueryClient()));
}

export function updateMeOptions(client: QueryClient) {
  return mutationOptions({
    mutationFn: (change: ProfileChange) => {
      const me = client.getQueryData<{ me: Me | null }>(sessionKey)?.me;
      return call(accounts.updateMe, { body: change, ...(me ? { ifMatch: me.version } : {}) });
    },
    // One after the other: each needs the version the one before it made.
    scope: { id: 'update me' },
    onSuccess: ({ me }) => {
      client.setQueryData(sessionKey, { me });
      return client.invalidateQueries({ queryKey: memberKeys.one(me.handle) });
    },
    onError: () => client.invalidateQueries({ queryKey: sessionKey }),
  });
}

export function useSessions() {
  return useQuery({
    queryKey: accountKeys.sessions,
    queryFn: ({ signal }) => call(accounts.listSessions, { signal }),
    staleTime: staleTimes.list,
    select: (answer) => answer.items,
  });
}

/** Signs one device out, or every other one when none is named. */
export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId?: string) =>
      sessionId ? call(accounts.revokeSession, { params: { sessionId } }) : call(accounts.revokeOtherSessions),
    onSettled: () => client.invalidateQueries({ queryKey: accountKeys.sessions }),
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: BodyInput<typeof accounts.changePassword>) => call(accounts.changePassword, { body }),
    onSuccess: () => {
      updateSessionMe(client, { hasPassword: true });
      return client.invalidateQueries({ queryKey: accountKeys.sessions });
    },
  });
}

export function useDeleteAccount() {
  return useMutation({
    mutationFn: (body: BodyInput<typeof accounts.deleteAccount>) => call(accounts.deleteAccount, { body }),
  });
}

export function useClearSearchHistory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(routes.search.clearHistory),
    onSuccess: () => client.invalidateQueries({ queryKey: ['search'] }),
  });
}

/** A plain link: the browser saves the archive while it arrives. */
export const exportPath = accounts.exportAccount.path;
