import { createHash } from 'node:crypto';

/** Tells one wording from another: 128 bits of SHA-256. */
export function sourceHash(text: string): string {
  return createHash('sha256').update(text.normalize('NFC')).digest('base64url').slice(0, 22);
}
