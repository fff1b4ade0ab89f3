import {
  type BodyOf,
  type NoteCard,
  type NoteId,
  type Page,
  Problem,
  type ResponseOf,
  type reactionRoutes,
} from '@teahouse/contract';
import type { NoteRecord } from '../../notes/index.ts';
import { dateOf } from '../../platform/clock.ts';
import { inTransaction } from '../../platform/db/database.ts';
import { type DiscoverRequest, readPosition } from '../discover.ts';
import type { NoteSubjects } from '../tastes.ts';
import type { ControlsDeps } from './controls-deps.ts';
import { deleteSpared, type SparedRow, selectSpellings, upsertSpared } from './spared.sql.ts';
import { spareControls, sparedBy, sparedTopics, unspareControls } from './spared-subjects.ts';
import { sparedViews } from './spared-view.ts';
import { tellEngine } from './tell-engine.ts';

export interface SparingDeps extends ControlsDeps {
  discover(request: DiscoverRequest): Promise<Page<NoteCard>>;
  /** Waits until what was committed is part of the engine's pages, or for so many milliseconds. */
  caughtUp(milliseconds: number): Promise<void>;
}

/** Who asks, as discovery needs to know it. */
export type Sparer = Pick<DiscoverRequest, 'viewerKey' | 'viewerIsKnown' | 'languages'> & { viewerId: string };

type Body = BodyOf<typeof reactionRoutes.notInterested>;
type Answer = ResponseOf<typeof reactionRoutes.notInterested>;

/** What a member is not interested in, said of a note and taken back. */
export interface Sparing {
  spare(sparer: Sparer, noteId: NoteId, body: Body): Promise<Answer>;
  unspare(memberId: string, noteId: NoteId): Promise<undefined>;
}

/** The engine learns within this time, or the page is filled without it: the rules refuse what was spared in any case. */
const patienceMilliseconds = 800;

/** Less of this from now on: says so to the engine, and fills the unseen rest of the page anew. */
export async function spareNote(deps: SparingDeps, sparer: Sparer, noteId: NoteId, body: Body): Promise<Answer> {
  const { unseen = [], cursor, category } = body.page ?? {};
  const note = await deps.readers.notes.findOpen(noteId, sparer.viewerId);
  if (!note) throw new Problem('not-found');
  const nextPage = { ...sparer, category, cursor };
  // Before anything is written: a refusal must have changed nothing.
  readPosition(deps.readers, nextPage);
  const row = rowOf(note, body, dateOf(deps.clock));
  const refuses = await writeSpared(deps, sparer.viewerId, row);
  const [[receipt], removed] = await Promise.all([
    sparedViews(deps, sparer.viewerId, [row]),
    matchingOf(deps, noteId, unseen, refuses),
  ]);
  if (!receipt) throw new Problem('internal');
  const except = new Set([noteId, ...unseen]);
  const { items, nextCursor } = await fillAnew(deps, { ...nextPage, limit: removed.length, except, refuses });
  return { receipt, removed, replacements: items, ...(nextCursor === undefined ? {} : { nextCursor }) };
}

/** Without a mark of the next page there is no more to be had. */
async function fillAnew(deps: SparingDeps, request: DiscoverRequest): Promise<Page<NoteCard>> {
  if (request.cursor === undefined) return { items: [] };
  await deps.caughtUp(patienceMilliseconds);
  return deps.discover(request);
}

export async function unspareNote(deps: ControlsDeps, memberId: string, noteId: NoteId): Promise<undefined> {
  await inTransaction(deps.db, async (tx) => {
    const row = await deleteSpared(tx, memberId, noteId);
    if (row) await tellEngine(deps, tx, memberId, ...unspareControls(row));
  });
  deps.events.wake();
  deps.readers.tastes.invalidate(memberId);
}

function rowOf(note: NoteRecord, { reason, topicId }: Body, at: Date): SparedRow {
  if (topicId !== undefined && (reason !== 'topic' || !note.topicIds.includes(topicId))) {
    const fields = [{ pointer: '/body/topicId', message: 'not-a-topic-of-this-note' }];
    throw new Problem('invalid-request', 'Choose one of the topics of this note.', { fields });
  }
  return {
    note_id: note.id,
    reason,
    author_id: note.authorId,
    topic_ids: note.topicIds,
    spared_topic_id: topicId ?? null,
    language: note.language,
    at,
  };
}

/** Whatever was said of the note before is taken back first. Answers which notes are meant. */
async function writeSpared(
  deps: ControlsDeps,
  memberId: string,
  row: SparedRow,
): Promise<(note: NoteSubjects) => boolean> {
  const spellings = await selectSpellings(deps.db, sparedTopics(row));
  await inTransaction(deps.db, async (tx) => {
    const former = await deleteSpared(tx, memberId, row.note_id);
    await upsertSpared(tx, memberId, row);
    const taken = former ? unspareControls(former) : [];
    const concepts = spellings.map((spelling) => spelling.concept);
    await tellEngine(deps, tx, memberId, ...taken, ...spareControls(row, concepts));
  });
  deps.events.wake();
  deps.readers.tastes.invalidate(memberId);
  return sparedBy(row, spellings);
}

async function matchingOf(
  { readers }: ControlsDeps,
  noteId: NoteId,
  unseen: readonly NoteId[],
  matches: (note: NoteSubjects) => boolean,
): Promise<NoteId[]> {
  const records = await readers.notes.records(unseen);
  const gone = unseen.filter((id) => {
    const record = records.get(id);
    return record !== undefined && matches(record);
  });
  return [...new Set([noteId, ...gone])];
}
