import { createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Signs and checks small texts; each purpose has a key of its own, so that a cursor can never pass as a token. */
export interface Signer {
  sign(text: string): string;
  /** The text, or undefined when it was not signed here for this purpose. */
  verify(signed: string): string | undefined;
}

const macLength = 22;

export function createSigner(secret: string, purpose: string): Signer {
  // A key object: with a bare buffer every signature would import the key again, six times the work.
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `teahouse/${purpose}`, 32)));
  const mac = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, macLength);
  return {
    sign: (text) => Buffer.from(text).toString('base64url') + mac(text),
    verify(signed) {
      const text = Buffer.from(signed.slice(0, -macLength), 'base64url').toString();
      const expected = Buffer.from(mac(text));
      const given = Buffer.from(signed.slice(-macLength));
      return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined;
    },
  };
}
