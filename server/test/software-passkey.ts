import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A passkey as a browser would hold it, in software: ES256, no attestation. Answers the two ceremonies of WebAuthn. */
export interface SoftwarePasskey {
  /** Answer to the options of `passkeyOptions`. */
  register(options: Record<string, unknown>): Record<string, unknown>;
  /** Answer to the options of `passkeySignInOptions`. */
  signIn(options: Record<string, unknown>): Record<string, unknown>;
}

const userPresentAndVerified = 0x05;
const attestedCredentialIncluded = 0x40;

export function createSoftwarePasskey(origin: string): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const credential = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' };
  let userHandle: string | undefined;
  let counter = 0;

  function authenticatorData(flags: number, attested = Buffer.alloc(0)): Buffer {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const relyingParty = createHash('sha256').update(new URL(origin).hostname).digest();
    return Buffer.concat([relyingParty, Buffer.from([flags]), count, attested]);
  }

  function clientData(type: string, challenge: unknown): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  return {
    register({ challenge, user }) {
      userHandle = (user as { id: string }).id;
      const idLength = Buffer.from([0, id.length]);
      const key = coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url'));
      const attested = Buffer.concat([Buffer.alloc(16), idLength, id, key]);
      const data = authenticatorData(userPresentAndVerified | attestedCredentialIncluded, attested);
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
          attestationObject: attestationObject(data).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    signIn({ challenge }) {
      const client = clientData('webauthn.get', challenge);
      const data = authenticatorData(userPresentAndVerified);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        ...credential,
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: createSign('sha256').update(signed).sign(privateKey).toString('base64url'),
          ...(userHandle ? { userHandle } : {}),
        },
      };
    },
  };
}

/** CBOR map { 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }, RFC 9053. */
function coseKey(x: Buffer, y: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('a50102032620012158', 'hex'),
    Buffer.from([32]),
    x,
    Buffer.from('225820', 'hex'),
    y,
  ]);
}

/** CBOR map { fmt: 'none', attStmt: {}, authData }. */
function attestationObject(data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length);
  const text = (words: string) => Buffer.concat([Buffer.from([0x60 | words.length]), Buffer.from(words)]);
  return Buffer.concat([
    Buffer.from([0xa3]),
    ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')],
    Buffer.from([0x59]),
    length,
    data,
  ]);
}
