import type { NoteCard } from '@teahouse/contract';
import { hash32, type PageSlot, type SeenFilter } from '@teahouse/engine';
import type { MemberRelations } from '../follows/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import type { Traffic } from '../traffic/index.ts';
import type { DiscoverRequest } from './discover.ts';
import type { SlotStory } from './slot-story.ts';
import type { Taste } from './tastes.ts';

/** Who asks for a page, and what they have met. */
export interface Viewing {
  request: DiscoverRequest;
  relations: MemberRelations;
  taste: Taste;
  seen: SeenFilter | undefined;
  /** Grows with every note taken, shown or refused. */
  shown: Set<number>;
}

export interface FilledSlot {
  card: NoteCard;
  story: SlotStory;
}

/** Rules may refuse what the engine has not heard of yet; so many more looks try to fill the page. */
const mostRefills = 2;

/** A page as the engine composes it; undefined without an engine. Shorter when it knows nothing more that is unseen. */
export async function fillFromEngine(
  { clock }: Pick<Deps, 'clock'>,
  readers: Pick<Readers, 'notes'>,
  traffic: Pick<Traffic, 'page'>,
  viewing: Viewing,
): Promise<{ slots: FilledSlot[]; hasMore: boolean } | undefined> {
  const { limit } = viewing.request;
  const filled: FilledSlot[] = [];
  let hasMore = true;
  for (let round = 0; round <= mostRefills && hasMore && filled.length < limit; round += 1) {
    const page = await traffic.page(orderOf(viewing, clock.now(), limit - filled.length));
    if (!page) return round === 0 ? undefined : { slots: filled, hasMore };
    for (const { note } of page.slots) viewing.shown.add(hash32(note));
    filled.push(...(await cardsOf(readers, viewing, page.slots)));
    hasMore = page.hasMore && page.slots.length > 0;
  }
  return { slots: filled, hasMore };
}

function orderOf({ request, relations, taste, shown }: Viewing, now: number, size: number) {
  const { viewerKey, viewerId, languages, category, except } = request;
  return {
    viewer: viewerKey,
    now,
    size,
    languages,
    followedAuthors: taste.isPersonal ? [...relations.follows] : [],
    hiddenAuthors: [...relations.blocked, ...relations.mutes, ...(viewerId ? [viewerId] : [])],
    shown: [...shown],
    category,
    isPersonal: taste.isPersonal,
    except: except ? [...except] : undefined,
  };
}

/** Cards of the slots, in their order, without those that rules refuse by now. */
async function cardsOf(
  { notes }: Pick<Readers, 'notes'>,
  { request, taste, seen }: Viewing,
  slots: readonly PageSlot[],
): Promise<FilledSlot[]> {
  const ids = slots.map(({ note }) => note).filter((id) => !seen?.has(id) && !taste.hidesNote(id));
  if (ids.length === 0) return [];
  const records = request.refuses ? await notes.records(ids) : undefined;
  const wanted = ids.filter((id) => {
    const record = records?.get(id);
    return !record || !request.refuses?.(record);
  });
  const cards = new Map(
    (await notes.cards(wanted, request.viewerId, 'listed')).map((card) => [card.id as string, card]),
  );
  return slots.flatMap((slot) => {
    const card = cards.get(slot.note);
    return card ? [{ card, story: storyOf(slot) }] : [];
  });
}

function storyOf({ traffic, reasons, pool, propensity, promotion }: PageSlot): SlotStory {
  if (promotion !== undefined)
    return { traffic, pool, propensity, reasons: [{ code: 'promoted', subject: promotion }] };
  return { traffic, pool, propensity, reasons: reasons.map(({ code, subject }) => ({ code, subject: idOf(subject) })) };
}

/** A reason may name something that is no thing of its own, such as a country. */
function idOf(subject: string | undefined): string | undefined {
  return subject !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(subject) ? subject : undefined;
}
