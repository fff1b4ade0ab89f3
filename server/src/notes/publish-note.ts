import {
  mentionsNotified,
  type NoteId,
  type NoteView,
  type noteRoutes,
  type PictureView,
  type PublishNoteBody,
} from '@teahouse/contract';
import type { Input } from '../http/context.ts';
import { dateOf } from '../platform/clock.ts';
import { inTransaction, type Queryable, retrying } from '../platform/db/database.ts';
import type { TopicRef } from '../topics/index.ts';
import { analyseNote, type NoteAnalysis } from './analyse-note.ts';
import { findMentioned, type Mentioned } from './mentions.ts';
import { coverOf, type NoteDetail, noteView } from './note-view.ts';
import type { NotesDeps } from './notes-deps.ts';
import { openNote } from './open-note.ts';
import { PicturesGone, usedAll } from './pictures-gone.ts';
import { refuseOwnLanguage } from './refuse-own-language.ts';
import { insertNote, type NewNote, type WrittenNote } from './write-note.sql.ts';

/** A note on its way into the house. */
interface Draft {
  note: NewNote;
  analysis: NoteAnalysis;
  pictures: PictureView[];
  topics: TopicRef[];
  mentioned: Mentioned[];
}

/** Publishes a note; one that the word bank stops is held for review, and only its author sees it until then. */
export async function publishNote(
  deps: NotesDeps,
  { body, actor, request }: Input<typeof noteRoutes.publish>,
): Promise<NoteView> {
  const id = request.reservedId ?? deps.ids.next();
  const analysis = analyseNote(
    { ...body, alts: body.pictures.map((picture) => picture.alt) },
    { declared: body.language, priors: actor.languagesRead },
    deps,
  );
  refuseOwnLanguage(body.versions, analysis.language);
  const [views, topics, mentioned] = await Promise.all([
    deps.media.getReadyPictures(
      actor.memberId,
      body.pictures.map((picture) => picture.mediaId),
    ),
    deps.topics.resolveTopics(analysis.topicNames, analysis.language),
    findMentioned(deps, body.text),
  ]);
  const pictures = views.map((view, index) => ({ ...view, alt: body.pictures[index]?.alt ?? '' }));
  const note: NewNote = {
    ...contentOf(body, analysis, mentioned),
    id,
    authorId: actor.memberId,
    languageSource: analysis.isDeclared ? 'author' : 'detected',
    languageDeclared: body.language,
    country: deps.findCountry(request.address),
    compliance: analysis.terms.length > 0 ? 'held' : 'allowed',
    publishedAt: dateOf(deps.clock),
    searchTerms: deps.searchIndex.termsOf({
      title: body.title,
      text: body.text,
      topics: topics.map((topic) => topic.name),
    }),
    draftId: body.draftId,
    versions: body.versions,
    events: [],
    topicParts: [],
  };
  const draft = {
    note: { ...note, events: await eventsOf(deps, note, mentioned), topicParts: topicPartsOf(deps, note, topics) },
    analysis,
    pictures,
    topics,
    mentioned,
  };
  const written = await write(deps, draft);
  if (!written) return openNote(deps, id, actor.memberId);
  deps.events.wake();
  deps.notes.invalidate(id);
  return viewOf(deps, draft, written);
}

/** The columns that publishing and editing fill in the same way. */
export function contentOf(
  {
    title,
    text,
    format,
    textCover,
    pictures,
  }: Pick<PublishNoteBody, 'title' | 'text' | 'format' | 'textCover' | 'pictures'>,
  { language, titleLanguages, textLanguages, category, fingerprint }: NoteAnalysis,
  mentioned: readonly Mentioned[],
) {
  return {
    title,
    text,
    format,
    textCover,
    pictures,
    language,
    titleLanguages,
    textLanguages,
    category,
    fingerprint,
    mentionedIds: mentioned.map((member) => member.id),
  };
}

function topicPartsOf(
  { topics: registry }: NotesDeps,
  { publishedAt, compliance }: NewNote,
  topics: readonly TopicRef[],
) {
  if (topics.length === 0) return [];
  const ids = topics.map((topic) => topic.id);
  return registry.linkWrittenNote(publishedAt, ids, { isCounted: compliance === 'allowed' });
}

async function eventsOf({ relations }: NotesDeps, note: NewNote, mentioned: readonly Mentioned[]) {
  const published = { name: 'note.published', payload: { noteId: note.id, authorId: note.authorId } };
  if (note.compliance === 'held' || mentioned.length === 0) return [published];
  const { blocked } = await relations.of(note.authorId);
  return [
    published,
    ...mentionEvents(
      note,
      mentioned.filter((member) => !blocked.has(member.id)),
    ),
  ];
}

/** Whoever is named in a note is told, up to a number that is no use to spammers. */
export function mentionEvents({ id, authorId }: Pick<NewNote, 'id' | 'authorId'>, told: readonly Mentioned[]) {
  return told
    .filter((member) => member.id !== authorId)
    .slice(0, mentionsNotified)
    .map((member) => ({ name: 'member.mentioned', payload: { noteId: id, memberId: member.id, by: authorId } }));
}

/** A plain note is one statement; pictures and review need a transaction around it. */
function write(deps: NotesDeps, draft: Draft): Promise<WrittenNote | undefined> {
  const { note, analysis, pictures } = draft;
  if (pictures.length + analysis.terms.length === 0) return retrying(() => insertNote(deps.db, note));
  return inTransaction(deps.db, async (tx) => {
    const written = await insertNote(tx, note);
    if (!written) return undefined;
    if (!usedAll(note.pictures, written)) throw new PicturesGone();
    if (analysis.terms.length > 0) await hold(deps, tx, note, pictures, analysis.terms);
    return written;
  });
}

export async function hold(
  { holdForReview }: Pick<NotesDeps, 'holdForReview'>,
  tx: Queryable,
  {
    id,
    authorId,
    title,
    text,
    language,
    versions,
  }: Pick<NewNote, 'id' | 'authorId' | 'title' | 'text' | 'language' | 'versions'>,
  pictures: readonly PictureView[],
  terms: readonly string[],
): Promise<void> {
  const pictureUrls = pictures.map((picture) => `${picture.url}-${picture.widths.at(-1)}.webp`);
  await holdForReview(tx, {
    subjectKind: 'note',
    subjectId: id,
    noteId: id,
    authorId,
    title,
    text,
    language,
    versions,
    pictureUrls,
    terms,
  });
}

async function viewOf(
  deps: NotesDeps,
  { note, analysis, pictures, topics, mentioned }: Draft,
  written: WrittenNote,
): Promise<NoteView> {
  const author = (await deps.members.summaries([note.authorId])).get(note.authorId);
  if (!author) return openNote(deps, note.id, undefined);
  const detail: NoteDetail = {
    id: note.id as NoteId,
    authorId: note.authorId,
    title: note.title,
    text: note.text,
    language: analysis.language,
    titleLanguages: analysis.titleLanguages,
    textLanguages: analysis.textLanguages,
    versions: note.versions.map((version) => version.language),
    isTranslationLocked: false,
    languageSource: note.languageSource,
    format: note.format as NoteDetail['format'],
    cover: coverOf(pictures, note.textCover, note.title),
    pictures,
    pictureCount: pictures.length,
    category: note.category,
    topics,
    topicIds: topics.map((topic) => topic.id),
    mentions: mentioned.map(({ handle, name }) => ({ handle, name })),
    country: written.country ?? undefined,
    compliance: note.compliance,
    isDeleted: false,
    publishedAt: note.publishedAt,
    version: 1,
    editedAt: undefined,
  };
  return noteView(detail, {
    author: author.view,
    stats: undefined,
    viewerId: author.view.id,
    marks: { likes: false, collects: false },
    followsAuthor: false,
    showsCountry: deps.notes.showsCountryBadges(),
  });
}
