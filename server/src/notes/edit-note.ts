import {
  type EditNoteBody,
  type NoteFormat,
  type NoteVersion,
  type NoteView,
  type noteRoutes,
  type PictureView,
  Problem,
  type TextCover,
} from '@teahouse/contract';
import { extractTopics, topicKey } from '@teahouse/engine';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Tx } from '../platform/db/database.ts';
import type { TopicRef } from '../topics/index.ts';
import { analyseNote, mayBeIn, type NoteAnalysis } from './analyse-note.ts';
import { findMentioned, type Mentioned } from './mentions.ts';
import { replaceNoteVersions } from './note-versions.sql.ts';
import { type EditableNote, selectForEdit } from './notes.sql.ts';
import type { NotesDeps } from './notes-deps.ts';
import { openNote } from './open-note.ts';
import { PicturesGone, usedAll } from './pictures-gone.ts';
import { contentOf, hold, mentionEvents } from './publish-note.ts';
import { refuseOwnLanguage } from './refuse-own-language.ts';
import { setNoteCompliance } from './set-note-compliance.ts';
import { type ChangedNote, updateNote } from './write-note.sql.ts';

interface Change {
  former: EditableNote;
  /** Absent: they stay as they are. */
  versions: readonly NoteVersion[] | undefined;
  note: ChangedNote;
  analysis: NoteAnalysis;
  pictures: PictureView[];
  topics: TopicRef[];
  mentioned: Mentioned[];
}

/** Changes one's own note. What was held or limited stays so; a removed note cannot be changed back into view. */
export async function editNote(
  deps: NotesDeps,
  { params, body, actor, request }: Input<typeof noteRoutes.edit>,
): Promise<NoteView> {
  const former = await selectForEdit(deps.db, params.noteId);
  if (former?.author_id !== actor.memberId || former.deleted_at !== null) throw new Problem('not-found');
  if (former.compliance === 'removed') throw new Problem('note-removed');
  if (request.ifMatch !== undefined && request.ifMatch !== String(former.version))
    throw new Problem('changed-meanwhile');
  const change = await prepare(deps, former, body, actor.languagesRead);
  await inTransaction(deps.db, (tx) => write(deps, tx, change));
  deps.events.wake();
  deps.notes.invalidate(former.id);
  return openNote(deps, former.id, actor.memberId);
}

async function prepare(
  deps: NotesDeps,
  former: EditableNote,
  body: EditNoteBody,
  languagesRead: readonly string[],
): Promise<Change> {
  const content = contentAfter(former, body);
  const declared = former.language_declared ?? undefined;
  const analysis = analyseNote(
    { ...content, alts: content.pictures.map((picture) => picture.alt), versions: body.versions ?? [] },
    { declared, priors: languagesRead },
    deps,
  );
  const [views, topics, mentioned] = await Promise.all([
    deps.media.getReadyPictures(
      former.author_id,
      content.pictures.map((picture) => picture.mediaId),
    ),
    deps.topics.resolveTopics(analysis.topicNames, analysis.language),
    findMentioned(deps, content.text),
  ]);
  const note: ChangedNote = {
    ...contentOf(content, analysis, mentioned),
    ...languageAfter(deps, former, content, analysis),
    id: former.id,
    authorId: former.author_id,
    publishedAt: former.published_at,
    searchTerms: deps.searchIndex.termsOf({ ...content, topics: topics.map((topic) => topic.name) }),
    version: former.version,
    changedAt: dateOf(deps.clock),
  };
  refuseOwnLanguage(body.versions ?? [], note.language);
  const pictures = views.map((view, index) => ({ ...view, alt: content.pictures[index]?.alt ?? '' }));
  return { former, note, analysis, pictures, topics, mentioned, versions: body.versions };
}

function contentAfter(former: EditableNote, body: EditNoteBody) {
  return {
    title: body.title ?? former.title,
    text: body.text ?? former.text,
    format: body.format ?? (former.format as NoteFormat),
    textCover: body.textCover ?? ((former.text_cover ?? undefined) as TextCover | undefined),
    pictures: body.pictures ?? former.pictures,
    topics: body.topics ?? topicsBeside(former),
  } as const;
}

/** Topics named beside the former text; those that stood in it come and go with the text. */
function topicsBeside({ title, text, topics }: EditableNote): string[] {
  const inText = new Set(extractTopics(`${title}\n${text}`).map((mark) => topicKey(mark.name)));
  return topics.filter((name) => !inText.has(topicKey(name)));
}

/** A language that a person decided on stays as long as the new words allow it. */
function languageAfter(
  { detectLanguage }: NotesDeps,
  former: EditableNote,
  { title, text }: { title: string; text: string },
  analysis: NoteAnalysis,
): Pick<ChangedNote, 'language' | 'languageSource'> {
  const isDecided = former.language_source !== 'detected';
  if (isDecided && mayBeIn(`${title}\n${text}`, former.language, detectLanguage))
    return { language: former.language, languageSource: former.language_source };
  return { language: analysis.language, languageSource: analysis.isDeclared ? 'author' : 'detected' };
}

async function write(
  deps: NotesDeps,
  tx: Tx,
  { former, note, analysis, pictures, topics, mentioned, versions }: Change,
): Promise<void> {
  const written = await updateNote(tx, note);
  if (!written) throw new Problem('changed-meanwhile');
  if (!usedAll(note.pictures, written)) throw new PicturesGone();
  if (versions) await replaceNoteVersions(tx, { id: note.id, version: note.version + 1, at: note.changedAt }, versions);
  await deps.topics.detachTopics(tx, note.id, topics);
  await deps.topics.attachTopics(tx, note, topics);
  const isNewlyHeld = analysis.terms.length > 0 && former.compliance !== 'held';
  const about = { noteId: note.id, authorId: note.authorId };
  if (isNewlyHeld) {
    await setNoteCompliance(tx, note.id, 'held');
    await hold(deps, tx, { ...note, versions: versions ?? [] }, pictures, analysis.terms);
    await deps.events.emit(tx, 'note.withdrawn', about);
    return;
  }
  await deps.events.emit(tx, 'note.changed', about);
  if (former.compliance !== 'held') await tellNewlyMentioned(deps, tx, former, mentioned);
}

async function tellNewlyMentioned(
  deps: NotesDeps,
  tx: Tx,
  former: EditableNote,
  mentioned: readonly Mentioned[],
): Promise<void> {
  const { blocked } = await deps.relations.of(former.author_id);
  const told = mentioned.filter((member) => !former.mentioned_ids.includes(member.id) && !blocked.has(member.id));
  await deps.events.emit(
    tx,
    'member.mentioned',
    ...mentionEvents({ id: former.id, authorId: former.author_id }, told).map((event) => event.payload),
  );
}
