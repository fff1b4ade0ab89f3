import type { ComplianceState } from '@teahouse/contract';
import { z } from 'zod';
import type { MediaRow } from '../media/index.ts';
import { mediaView } from '../media/index.ts';
import type { Queryable } from '../platform/db/database.ts';
import { type SubjectRow, selectCommentSubject, selectMemberSubject, selectNoteSubject } from './subjects.sql.ts';

export type SubjectKind = 'note' | 'comment' | 'member';

export interface SubjectRef {
  kind: SubjectKind;
  id: string;
}

/** The words and pictures of a subject, kept as they read when it was reported or held. */
export const snapshot = z.object({
  title: z.string().optional(),
  text: z.string(),
  language: z.string(),
  pictureUrls: z.array(z.string()),
  versions: z.array(z.object({ language: z.string(), title: z.string(), text: z.string() })).default([]),
});
export type Snapshot = z.output<typeof snapshot>;

/** What a decision needs to know of a note, a comment or a member. */
export interface Subject extends SubjectRef {
  noteId: string | undefined;
  authorId: string;
  authorRole: 'member' | 'moderator' | 'operator';
  authorState: 'active' | 'suspended' | 'deleted';
  /** A suspended member counts as removed. */
  compliance: ComplianceState;
  /** Deleted by its author. */
  isGone: boolean;
  snapshot: Snapshot;
}

const selectByKind = { note: selectNoteSubject, comment: selectCommentSubject, member: selectMemberSubject };

/** In a transaction the row of the subject stays locked, so that two decisions come one after the other. */
export async function findSubject(
  db: Queryable,
  { kind, id }: SubjectRef,
  options: { locks: boolean } = { locks: false },
): Promise<Subject | undefined> {
  const row = await selectByKind[kind](db, id, options.locks);
  return row && toSubject(kind, row);
}

/** The rendition a moderator looks at. */
const shownWidth = 720;

function toSubject(kind: SubjectKind, row: SubjectRow): Subject {
  return {
    kind,
    id: row.id,
    noteId: row.note_id ?? undefined,
    authorId: row.author_id,
    authorRole: row.author_role,
    authorState: row.author_state,
    compliance: row.compliance,
    isGone: row.is_gone,
    snapshot: {
      ...(row.title === null ? {} : { title: row.title }),
      text: row.text,
      language: row.language,
      pictureUrls: row.pictures.flatMap(pictureUrl),
      versions: row.versions,
    },
  };
}

function pictureUrl(row: MediaRow): string[] {
  const view = mediaView(row);
  if (!view) return [];
  const width = view.widths.filter((candidate) => candidate <= shownWidth).at(-1) ?? view.widths[0];
  return width === undefined ? [] : [`${view.url}-${width}.webp`];
}

/** The first words of a text, as a statement of reasons quotes them. */
export function excerptOf({ title, text }: Pick<Snapshot, 'title' | 'text'>): string {
  const words = [...[title, text].filter(Boolean).join(' — ')];
  return words.length > excerptCharacters ? `${words.slice(0, excerptCharacters).join('')}…` : words.join('');
}

const excerptCharacters = 140;
