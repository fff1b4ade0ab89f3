import {
  type LanguageTag,
  type NoteCard,
  type NoteFormat,
  type NoteId,
  type PictureView,
  Problem,
} from '@teahouse/contract';
import { noRelations, type Relations } from '../follows/index.ts';
import { type MediaRow, mediaView } from '../media/index.ts';
import type { MemberReader, MemberSummary } from '../members/index.ts';
import type { Deps } from '../platform/deps.ts';
import { createLoaderCache, timeToLive } from '../platform/loader-cache.ts';
import { topicRefView } from '../topics/index.ts';
import {
  type NoteDetailRow,
  type NoteRecordRow,
  type NoteStatRow,
  selectNoteDetails,
  selectNoteRecords,
  selectNoteStats,
  selectViewerMarks,
} from './note-reader.sql.ts';
import { coverOf, type NoteDetail, type NoteRecord, noteCard } from './note-view.ts';
import { isVisible, type Surface } from './note-visibility.ts';

/** The load and rule stages that every list of notes shares. */
export interface NoteReader {
  /** Cards in the order of the ids, without those this viewer may not meet on this surface. */
  cards(ids: readonly string[], viewerId: string | undefined, surface: Surface): Promise<NoteCard[]>;
  /** Records by id, withdrawn ones included: the caller applies the rules. */
  records(ids: readonly string[]): Promise<Map<string, NoteRecord>>;
  /** Everything the page of a note shows, withdrawn ones included: the caller applies the rules. */
  detail(noteId: string): Promise<NoteDetail | undefined>;
  stats(ids: readonly string[]): Promise<Map<string, NoteStatRow>>;
  /** What a viewer has done to a note. */
  marks(noteId: string, viewerId: string | undefined): Promise<{ likes: boolean; collects: boolean }>;
  /** Whether the house shows country badges at all. */
  showsCountryBadges(): boolean;
  /** The note when this viewer may open it by its address. */
  findOpen(noteId: string, viewerId: string | undefined): Promise<NoteRecord | undefined>;
  /** The note when this member may like, collect, share or answer it: nobody may while it is held or removed. */
  getAnswerable(noteId: string, memberId: string): Promise<NoteRecord>;
  /** After a change of content or compliance. */
  invalidate(noteId: string): void;
  /** After a change of counters. */
  invalidateStats(noteId: string): void;
}

interface Options {
  members: MemberReader;
  relations: Relations;
  /** Operators can switch country badges off for the whole house. */
  showsCountryBadges: () => boolean;
}

/** A change made by another process shows within this time; withdrawal must reach everyone within 5 s. */
const recordTtlMilliseconds = 4_000;
const statTtlMilliseconds = 2_000;

export function createNoteReader(
  { db, events, config }: Pick<Deps, 'db' | 'events' | 'config'>,
  { members, relations, showsCountryBadges }: Options,
): NoteReader {
  const records = createLoaderCache<NoteRecord>({
    ttlMilliseconds: recordTtlMilliseconds,
    maxEntries: 20_000,
    load: async (ids) => new Map((await selectNoteRecords(db, ids)).map((row) => [row.id, noteRecord(row)])),
  });
  const details = createLoaderCache<NoteDetail>({
    ttlMilliseconds: recordTtlMilliseconds,
    maxEntries: 2_000,
    load: async (ids) => new Map((await selectNoteDetails(db, ids)).map((row) => [row.id, noteDetail(row)])),
  });
  const stats = createLoaderCache<NoteStatRow>({
    ttlMilliseconds: timeToLive(config, statTtlMilliseconds),
    maxEntries: 50_000,
    load: async (ids) => new Map((await selectNoteStats(db, ids)).map((row) => [row.note_id, row])),
  });
  events.afterDelivery('topic.linked', () => details.clear());
  const marks = async (viewerId: string | undefined, ids: readonly string[]) => {
    const rows = viewerId && ids.length > 0 ? await selectViewerMarks(db, viewerId, ids) : [];
    return new Set(rows.map((row) => `${row.kind} ${row.note_id}`));
  };

  async function cards(ids: readonly string[], viewerId: string | undefined, surface: Surface): Promise<NoteCard[]> {
    const [found, counts, relation, marked] = await Promise.all([
      records.getMany(ids),
      stats.getMany(ids),
      viewerId ? relations.of(viewerId) : noRelations,
      marks(viewerId, ids),
    ]);
    const authors = await members.summaries([...found.values()].map((record) => record.authorId));
    return ids.flatMap((id) => {
      const record = found.get(id);
      const author = record && authors.get(record.authorId);
      if (!record || !author || !isVisible(facts(record, author), surface, viewerId, relation)) return [];
      const viewer = viewerId ? { likes: marked.has(`like ${id}`), collects: marked.has(`collect ${id}`) } : undefined;
      return [
        noteCard(record, {
          author: author.view,
          likeCount: counts.get(id)?.likes ?? 0,
          viewer,
          showsCountry: showsCountryBadges(),
        }),
      ];
    });
  }

  async function findOpen(noteId: string, viewerId: string | undefined): Promise<NoteRecord | undefined> {
    const record = await records.get(noteId);
    if (!record) return undefined;
    const [authors, relation] = await Promise.all([
      members.summaries([record.authorId]),
      viewerId ? relations.of(viewerId) : noRelations,
    ]);
    const author = authors.get(record.authorId);
    return author && isVisible(facts(record, author), 'direct', viewerId, relation) ? record : undefined;
  }

  return {
    cards,
    records: (ids) => records.getMany(ids),
    detail: (noteId) => details.get(noteId),
    stats: (ids) => stats.getMany(ids),
    async marks(noteId, viewerId) {
      const marked = await marks(viewerId, [noteId]);
      return { likes: marked.has(`like ${noteId}`), collects: marked.has(`collect ${noteId}`) };
    },
    showsCountryBadges,
    findOpen,
    async getAnswerable(noteId, memberId) {
      const note = await findOpen(noteId, undefined);
      if (!note) throw new Problem('not-found');
      const relation = await relations.of(memberId);
      if (relation.blocked.has(note.authorId)) throw new Problem('blocked-by-member');
      return note;
    },
    invalidate(noteId) {
      records.invalidate(noteId);
      details.invalidate(noteId);
    },
    invalidateStats: (noteId) => stats.invalidate(noteId),
  };
}

function facts(record: NoteRecord, author: MemberSummary) {
  return {
    authorId: record.authorId,
    compliance: record.compliance,
    isDeleted: record.isDeleted,
    authorIsActive: author.state === 'active',
  };
}

function noteRecord(row: NoteRecordRow): NoteRecord {
  return {
    id: row.id as NoteId,
    authorId: row.author_id,
    title: row.title,
    language: row.language as LanguageTag,
    titleLanguages: row.title_languages,
    format: row.format as NoteFormat,
    cover: coverOf(pictureViews(row.picture ? [row.picture] : []), row.text_cover, row.title),
    pictureCount: row.picture?.count ?? 0,
    category: row.category ?? undefined,
    topicIds: row.topic_ids,
    country: row.country ?? undefined,
    compliance: row.compliance,
    isDeleted: row.deleted_at !== null,
    publishedAt: row.published_at,
  };
}

function noteDetail(row: NoteDetailRow): NoteDetail {
  const pictures = pictureViews(row.pictures);
  return {
    ...noteRecord({ ...row, picture: null, topic_ids: row.topics.map((topic) => topic.id) }),
    cover: coverOf(pictures, row.text_cover, row.title),
    pictureCount: pictures.length,
    text: row.text,
    textLanguages: row.text_languages,
    versions: row.versions,
    isTranslationLocked: row.translation_locked,
    pictures,
    topics: row.topics.map(topicRefView),
    mentions: row.mentions,
    languageSource: row.language_source,
    version: row.version,
    editedAt: row.edited_at ?? undefined,
  };
}

function pictureViews(rows: readonly (MediaRow & { alt: string })[]): PictureView[] {
  return rows.flatMap((row) => {
    const view = mediaView(row);
    return view ? [{ ...view, alt: row.alt }] : [];
  });
}
