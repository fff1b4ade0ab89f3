import { MutationObserver, type QueryClient } from '@tanstack/react-query';
import type { InterfaceLanguage } from '@teahouse/contract';
import { updateMeOptions } from './accounts.ts';
import { updateSessionMe } from './session.ts';

/** Tells the account in passing which language its member reads the interface in; whoever switched is not bothered with failures. */
export async function rememberLanguage(client: QueryClient, interfaceLanguage: InterfaceLanguage): Promise<void> {
  updateSessionMe(client, { interfaceLanguage });
  await new MutationObserver(client, updateMeOptions(client)).mutate({ interfaceLanguage }).catch(() => undefined);
}
