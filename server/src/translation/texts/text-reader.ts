import type { TextAddress } from '@teahouse/contract';
import { type MemberRelations, noRelations } from '../../follows/index.ts';
import type { Actor } from '../../http/context.ts';
import type { Deps } from '../../platform/deps.ts';
import { createLoaderCache } from '../../platform/loader-cache.ts';
import type { Readers } from '../../readers.ts';
import { loadTexts } from './load-texts.ts';
import type { SourceText } from './source-text.ts';

export type TextViewer = Pick<Actor, 'memberId' | 'role'> | undefined;

/** Texts by address, as far as a viewer may read them. */
export interface TextReader {
  /** In no particular order; what is not there, or not for this viewer, is left out. */
  read(addresses: readonly TextAddress[], viewer: TextViewer): Promise<Map<TextAddress, SourceText>>;
  /** For the house itself: no viewer, no rules. */
  readAll(addresses: readonly TextAddress[]): Promise<Map<TextAddress, SourceText>>;
  /** A note changed: its texts and those of its comments are read anew. */
  invalidate(homeId: string): void;
}

/** A withdrawn comment is gone within this time, also when another process withdrew it. */
const ttlMilliseconds = 2_000;
const mostEntries = 20_000;

export function createTextReader(
  { db }: Pick<Deps, 'db'>,
  { notes, members, relations }: Pick<Readers, 'notes' | 'members' | 'relations'>,
): TextReader {
  const cache = createLoaderCache<SourceText>({
    ttlMilliseconds,
    maxEntries: mostEntries,
    load: (addresses) => loadTexts(db, addresses),
  });
  const known = new Map<string, Set<string>>();
  let knownCount = 0;

  async function readAll(addresses: readonly TextAddress[]): Promise<Map<TextAddress, SourceText>> {
    const found = (await cache.getMany(addresses)) as Map<TextAddress, SourceText>;
    for (const { place, address } of found.values()) remember(place.ids[0], address);
    return found;
  }

  function remember(homeId: string, address: string): void {
    if (known.get(homeId)?.has(address)) return;
    if (knownCount >= mostEntries) forgetAll();
    known.set(homeId, (known.get(homeId) ?? new Set()).add(address));
    knownCount += 1;
  }

  /** What nobody can invalidate any more must not be there. */
  function forgetAll(): void {
    known.clear();
    knownCount = 0;
    cache.clear();
  }

  async function openNotes(texts: Iterable<SourceText>, viewer: TextViewer): Promise<Set<string>> {
    const ids = [...texts].filter(isUnderNote).map(({ place }) => place.ids[0]);
    const found = await Promise.all([...new Set(ids)].map((id) => notes.findOpen(id, viewer?.memberId)));
    return new Set(found.flatMap((note) => (note ? [note.id] : [])));
  }

  return {
    readAll,
    async read(addresses, viewer) {
      const texts = await readAll(addresses);
      const authorIds = [...texts.values()].flatMap(({ authorId }) => authorId ?? []);
      const [open, authors, relation] = await Promise.all([
        openNotes(texts.values(), viewer),
        members.summaries(authorIds),
        viewer ? relations.of(viewer.memberId) : noRelations,
      ]);
      const active = new Set([...authors].flatMap(([id, { state }]) => (state === 'active' ? [id] : [])));
      return new Map([...texts].filter(([, text]) => mayRead(text, { viewer, open, active, relation })));
    },
    invalidate(homeId) {
      const addresses = known.get(homeId) ?? [];
      for (const address of addresses) cache.invalidate(address);
      if (known.delete(homeId)) knownCount -= [...addresses].length;
    },
  };
}

interface ReadingFacts {
  viewer: TextViewer;
  /** Notes this viewer may open. */
  open: ReadonlySet<string>;
  active: ReadonlySet<string>;
  relation: MemberRelations;
}

/** Whoever may read a text may read its translation, and nobody else. Pure. */
export function mayRead(text: SourceText, { viewer, open, active, relation }: ReadingFacts): boolean {
  const isOwn = viewer !== undefined && text.authorId === viewer.memberId;
  const isStaff = viewer !== undefined && viewer.role !== 'member';
  const { declinedTermOf } = text;
  const isTermOpen =
    declinedTermOf === undefined || isStaff || (viewer !== undefined && declinedTermOf === viewer.memberId);
  switch (text.place.field) {
    case 'note.title':
    case 'note.text':
    case 'note.alt':
      return open.has(text.place.ids[0]);
    case 'comment.text':
    case 'comment.alt':
      return open.has(text.place.ids[0]) && (isOwn || (isMet(text, active, relation) && text.compliance === 'allowed'));
    case 'member.bio':
      return isOwn || (active.has(text.authorId ?? '') && !relation.blocked.has(text.authorId ?? ''));
    case 'board.name':
      return isOwn || (text.isOpenBoard === true && isMet(text, active, relation));
    case 'gloss.sense':
      return isTermOpen;
    case 'gloss.remark':
      return isTermOpen && isMet(text, active, relation);
    case 'statement.explanation':
    case 'appeal.text':
    case 'appeal.answer':
      return isOwn || isStaff;
    case 'report.detail':
    case 'report.subject':
      return isStaff;
  }
}

function isMet({ authorId = '' }: SourceText, active: ReadonlySet<string>, relation: MemberRelations): boolean {
  return active.has(authorId) && !relation.blocked.has(authorId) && !relation.mutes.has(authorId);
}

function isUnderNote({ place }: SourceText): boolean {
  return place.field.startsWith('note.') || place.field.startsWith('comment.');
}
