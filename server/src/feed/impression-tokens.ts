import { hash32 } from '@teahouse/engine';
import type { Config } from '../platform/config.ts';
import type { Ids } from '../platform/ids.ts';
import { packId, unpackId } from '../platform/packed-ids.ts';
import { createSigner } from '../platform/signing.ts';
import { readStory, type SlotStory, writeStory } from './slot-story.ts';

/** Where a note was shown, in one letter. */
export const surfaces = { d: 'discover', f: 'following', n: 'newest', s: 'search' } as const;
export type SurfaceCode = keyof typeof surfaces;

export interface Impression {
  noteId: string;
  surface: (typeof surfaces)[SurfaceCode];
  slot: number;
  story: SlotStory;
  /** Names the slot of the page it was made for. */
  tokenId: string;
  issuedAt: number;
}

/** Proofs that a note was shown to a viewer: what a client sends back about a slot is believed only with one. */
export interface ImpressionTokens {
  /**
   * Gives each card its token, and says of paid traffic that it is; in place. The slots of a page have a page id in common. Without
   * stories each stood there for its surface's own reason.
   */
  stamp<C extends { id: string; token?: string | undefined; isPromoted?: boolean | undefined }>(
    cards: C[],
    surface: SurfaceCode,
    viewerKey: string,
    stories?: readonly (SlotStory | undefined)[],
  ): C[];
  /** What the token says, or undefined when it is forged, somebody else's, or older than a day. */
  verify(token: string, viewerKey: string, now: number): Impression | undefined;
}

/** Follows, time and search lead to notes without the house choosing: see the words of traffic. */
const plainStories: Record<SurfaceCode, SlotStory> = {
  d: { traffic: 'free', reasons: [{ code: 'popular' }], pool: 0, propensity: 1 },
  f: { traffic: 'interaction', reasons: [{ code: 'follows-author' }], pool: 0, propensity: 1 },
  n: { traffic: 'free', reasons: [{ code: 'newest' }], pool: 0, propensity: 1 },
  s: { traffic: 'interaction', reasons: [{ code: 'found' }], pool: 0, propensity: 1 },
};

const validMilliseconds = 86_400_000;
const clockSkewMilliseconds = 60_000;

export function createImpressionTokens({ secret }: Pick<Config, 'secret'>, ids: Ids): ImpressionTokens {
  const signer = createSigner(secret, 'impression');
  return {
    stamp(cards, surface, viewerKey, stories = []) {
      const page = packId(ids.next());
      const viewer = markOf(viewerKey);
      cards.forEach((card, slot) => {
        const story = stories[slot] ?? plainStories[surface];
        card.token = signer.sign(`${page}.${slot}.${surface}.${packId(card.id)}.${viewer}.${writeStory(story)}`);
        if (story.traffic === 'paid') card.isPromoted = true;
      });
      return cards;
    },
    verify(token, viewerKey, now) {
      const [page = '', slot = '', surface = '', note = '', viewer = '', story = ''] = (
        signer.verify(token) ?? ''
      ).split('.');
      if (viewer === '' || viewer !== markOf(viewerKey)) return undefined;
      const pageId = unpackId(page);
      const issuedAt = timeOf(pageId);
      if (now - issuedAt > validMilliseconds || issuedAt - now > clockSkewMilliseconds) return undefined;
      return {
        noteId: unpackId(note),
        surface: surfaces[surface as SurfaceCode],
        slot: Number(slot),
        story: readStory(story),
        tokenId: `${page}.${slot}`,
        issuedAt,
      };
    },
  };
}

/** The first 48 bits of a UUIDv7 are its milliseconds. */
function timeOf(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

/** 64 bits of the viewer's key: enough to tell viewers apart below a signature. */
function markOf(viewerKey: string): string {
  return hash32(viewerKey, 1).toString(36) + hash32(viewerKey, 2).toString(36);
}
