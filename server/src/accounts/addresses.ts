import { email, phone } from '@teahouse/contract';
import { handleKey } from '@teahouse/engine';
import type { Identifier } from './accounts.sql.ts';

/** Reads an address as the contract lets it through: an e-mail address or a phone number. */
export function readAddress(address: string): { email: string } | { phone: string } {
  return address.startsWith('+') ? { phone: address } : { email: address };
}

/** Reads what someone typed to say who they are. */
export function readIdentifier(typed: string): Identifier {
  const trimmed = typed.trim();
  const asEmail = email.safeParse(trimmed);
  if (asEmail.success) return { email: asEmail.data };
  const asPhone = phone.safeParse(trimmed.replace(/[\s()-]/g, ''));
  if (asPhone.success) return { phone: asPhone.data };
  return { handleKey: handleKey(trimmed.replace(/^@/, '')) };
}
