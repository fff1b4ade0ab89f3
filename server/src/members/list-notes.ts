import type { NoteCard, Page, PageQuery } from '@teahouse/contract';
import { z } from 'zod';
import type { Actor } from '../http/context.ts';
import type { MemberDeps } from './member-deps.ts';
import { type NotePosition, selectNotesOf } from './members.sql.ts';
import { findShownMember } from './shown-member.ts';

const position = z.tuple([z.iso.datetime(), z.uuid()]);
/** A page that the rules emptied is filled up again at most this often. */
const mostRounds = 3;

export async function listNotes(
  deps: MemberDeps,
  handle: string,
  query: PageQuery,
  actor: Actor | undefined,
): Promise<Page<NoteCard>> {
  const { id: authorId } = await findShownMember(deps, handle, actor);
  const viewerId = actor?.memberId;
  const scope = `members.listNotes ${authorId} ${viewerId ?? ''}`;
  let after = readPosition(deps, scope, query.cursor);
  const items: NoteCard[] = [];
  for (let round = 0; round < mostRounds && items.length < query.limit; round += 1) {
    const wanted = query.limit - items.length;
    const isSelf = viewerId === authorId;
    const rows = await selectNotesOf(deps.db, authorId, { isSelf, after, limit: wanted + 1 });
    const page = rows.slice(0, wanted);
    const ids = page.map((row) => row.id);
    items.push(...(await deps.readers.notes.cards(ids, viewerId, 'direct')));
    const last = page.at(-1);
    after = last && rows.length > wanted ? { publishedAt: last.published_at, id: last.id } : undefined;
    if (!after) break;
  }
  if (!after) return { items };
  return { items, nextCursor: deps.readers.cursors.encode(scope, [after.publishedAt.toISOString(), after.id]) };
}

function readPosition({ readers }: MemberDeps, scope: string, cursor: string | undefined): NotePosition | undefined {
  if (cursor === undefined) return undefined;
  const [publishedAt, id] = readers.cursors.decode(scope, cursor, position);
  return { publishedAt: new Date(publishedAt), id };
}
