import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Me, routes } from '@teahouse/contract';
import { useEffect } from 'react';
import { call } from './client.ts';
import { adoptSession } from './session.ts';
import { staleTimes } from './stale-times.ts';

const accounts = routes.accounts;

const passkeyKeys = { all: ['account', 'passkeys'] as const };

export const supportsPasskeys = browserSupportsWebAuthn;

/** The member closed the browser's own dialog: nothing went wrong, nothing is to be said. */
export function isPasskeyDismissal(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

export function usePasskeys() {
  return useQuery({
    queryKey: passkeyKeys.all,
    queryFn: ({ signal }) => call(accounts.listPasskeys, { signal }),
    staleTime: staleTimes.list,
    select: (answer) => answer.items,
  });
}

export function useAddPasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) => {
      const { options } = await call(accounts.passkeyOptions);
      const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
      const response = await startRegistration({ optionsJSON });
      return call(accounts.addPasskey, { body: { name, response: { ...response } } });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: passkeyKeys.all }),
  });
}

export function useRemovePasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (passkeyId: string) => call(accounts.removePasskey, { params: { passkeyId } }),
    onSettled: () => client.invalidateQueries({ queryKey: passkeyKeys.all }),
  });
}

export function usePasskeySignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => signInWithPasskey(false),
    onSuccess: ({ me }) => adoptSession(client, me),
  });
}

/** Lets the browser offer passkeys inside the name field, where it can; silent where it cannot. */
export function usePasskeyAutofill(): void {
  const client = useQueryClient();
  useEffect(() => {
    let isGone = false;
    const offer = async () => {
      if (!(await browserSupportsWebAuthnAutofill()) || isGone) return;
      const { me } = await signInWithPasskey(true);
      if (!isGone) adoptSession(client, me);
    };
    offer().catch(() => undefined);
    return () => {
      isGone = true;
      WebAuthnAbortService.cancelCeremony();
    };
  }, [client]);
}

async function signInWithPasskey(useBrowserAutofill: boolean): Promise<{ me: Me }> {
  const { options } = await call(accounts.passkeySignInOptions);
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill });
  return call(accounts.passkeySignIn, { body: { response: { ...response } } });
}
