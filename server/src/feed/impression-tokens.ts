import { hash32 } from '@teahouse/engine';
import type { Config } from '../platform/config.ts';
import type { Ids } from '../platform/ids.ts';
import { createSigner } from '../platform/signing.ts';

/** Where a note was shown, in one letter. */
export const surfaces = { d: 'discover', f: 'following', n: 'newest', s: 'search' } as const;
export type SurfaceCode = keyof typeof surfaces;

export interface Impression {
  noteId: string;
  surface: (typeof surfaces)[SurfaceCode];
  slot: number;
  /** Names the slot of the page it was made for. */
  tokenId: string;
  issuedAt: number;
}

/** Proofs that a note was shown to a viewer: what a client sends back about a slot is believed only with one. */
export interface ImpressionTokens {
  /** Gives each card its token, in place; the slots of a page have a page id in common. */
  stamp<C extends { id: string; token?: string | undefined }>(cards: C[], surface: SurfaceCode, viewerKey: string): C[];
  /** What the token says, or undefined when it is forged, somebody else's, or older than a day. */
  verify(token: string, viewerKey: string, now: number): Impression | undefined;
}

const validMilliseconds = 86_400_000;
const clockSkewMilliseconds = 60_000;

export function createImpressionTokens({ secret }: Pick<Config, 'secret'>, ids: Ids): ImpressionTokens {
  const signer = createSigner(secret, 'impression');
  return {
    stamp(cards, surface, viewerKey) {
      const page = pack(ids.next());
      const viewer = markOf(viewerKey);
      cards.forEach((card, slot) => {
        card.token = signer.sign(`${page}.${slot}.${surface}.${pack(card.id)}.${viewer}`);
      });
      return cards;
    },
    verify(token, viewerKey, now) {
      const [page = '', slot = '', surface = '', note = '', viewer = ''] = (signer.verify(token) ?? '').split('.');
      if (viewer === '' || viewer !== markOf(viewerKey)) return undefined;
      const pageId = unpack(page);
      const issuedAt = timeOf(pageId);
      if (now - issuedAt > validMilliseconds || issuedAt - now > clockSkewMilliseconds) return undefined;
      return {
        noteId: unpack(note),
        surface: surfaces[surface as SurfaceCode],
        slot: Number(slot),
        tokenId: `${page}.${slot}`,
        issuedAt,
      };
    },
  };
}

/** UUIDs in 22 characters instead of 36. */
function pack(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpack(packed: string): string {
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The first 48 bits of a UUIDv7 are its milliseconds. */
function timeOf(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

/** 64 bits of the viewer's key: enough to tell viewers apart below a signature. */
function markOf(viewerKey: string): string {
  return hash32(viewerKey, 1).toString(36) + hash32(viewerKey, 2).toString(36);
}
