import { type Interest, type InterfaceLanguage, Problem, type ReadableLanguage } from '@teahouse/contract';
import type { NewAccount } from '../data/accounts.ts';

export type Method = 'password' | 'email' | 'phone';

/** What has been filled in so far; it lives as long as the page. */
export interface Draft {
  method: Method;
  handle: string;
  password: string;
  address: string;
  code: string;
  languagesRead: ReadableLanguage[];
  interests: Interest[];
}

interface Circumstances {
  interfaceLanguage: InterfaceLanguage;
  acceptedRulesVersion: number;
  operatorToken: string | undefined;
}

export function bodyOf(draft: Draft, { operatorToken, ...circumstances }: Circumstances): NewAccount {
  const handle = draft.handle.trim();
  const profile = {
    handle,
    name: handle,
    languagesRead: draft.languagesRead,
    interests: draft.interests,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...circumstances,
    ...(operatorToken ? { operatorToken } : {}),
  };
  return draft.method === 'password'
    ? { by: 'password', password: draft.password, ...profile }
    : { by: 'code', address: draft.address, code: draft.code, ...profile };
}

/** Whether a refusal is about what was written in the first step. */
export function belongsToFirstStep(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  if (error.code === 'handle-taken' || error.code === 'address-taken' || error.code === 'invalid-code') return true;
  return error.fields?.some(({ pointer }) => /\/(handle|password|address|code|name)$/.test(pointer)) ?? false;
}

/** The field a refusal without fields is about. */
export function fieldOf(error: unknown): 'handle' | 'address' | 'code' | undefined {
  if (!(error instanceof Problem)) return undefined;
  if (error.code === 'handle-taken') return 'handle';
  if (error.code === 'address-taken') return 'address';
  if (error.code === 'invalid-code') return 'code';
  return undefined;
}
