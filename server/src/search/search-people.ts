import type { ResponseOf, routes } from '@teahouse/contract';
import { handleKey } from '@teahouse/engine';
import { noRelations } from '../follows/index.ts';
import type { MemberSummary } from '../members/index.ts';
import type { Deps } from '../platform/deps.ts';
import type { Readers } from '../readers.ts';
import { type PersonRow, selectPeople } from './people.sql.ts';

type Found = ResponseOf<typeof routes.search.people>['items'][number];

const shown = 20;
/** Each way in gives this many; those with the most followers are shown. */
const candidates = 50;
/** The trigram index knows nothing of shorter parts. */
const shortestPart = 3;

/** People by the beginning of their handle or name, or a part of their name. */
export async function searchPeople(
  { db }: Pick<Deps, 'db'>,
  { members, relations }: Pick<Readers, 'members' | 'relations'>,
  q: string,
  viewerId: string | undefined,
): Promise<{ items: Found[] }> {
  const name = q
    .normalize('NFKC')
    .replace(/^[@\s]+/, '')
    .toLowerCase();
  const key = handleKey(name);
  if (name === '') return { items: [] };
  const mayContain = [...name].length >= shortestPart;
  const [rows, relation] = await Promise.all([
    selectPeople(db, { handleKey: key, name, mayContain }, candidates),
    viewerId ? relations.of(viewerId) : noRelations,
  ]);
  const summaries = await members.summaries(rows.map((row) => row.id));
  const items = rows.flatMap((row) => {
    const summary = summaries.get(row.id);
    if (summary?.state !== 'active' || relation.blocked.has(row.id) || !matches(summary, key, name)) return [];
    return [personOf(row, summary, relation.follows.has(row.id))];
  });
  const exact = (person: Found) => Number(handleKey(person.handle) === key);
  return { items: items.toSorted((a, b) => exact(b) - exact(a)).slice(0, shown) };
}

/** A handle given up still leads to its member in the table, but nobody should find out by searching. */
function matches({ view }: MemberSummary, key: string, name: string): boolean {
  return handleKey(view.handle).startsWith(key) || view.name.toLowerCase().includes(name);
}

function personOf(row: PersonRow, { view }: MemberSummary, follows: boolean): Found {
  const width = view.avatar?.widths[0];
  return {
    handle: view.handle,
    name: view.name,
    bio: row.bio,
    avatarHue: view.avatarHue,
    ...(view.avatar && width !== undefined ? { avatarUrl: `${view.avatar.url}-${width}.webp` } : {}),
    followerCount: row.followers,
    follows,
  };
}
