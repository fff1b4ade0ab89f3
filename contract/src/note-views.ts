import { z } from 'zod';
import { commentId, countryCode, instant, languageTag, noteId, topicId } from './ids.ts';
import { noteFormats, textCovers } from './languages.ts';
import { mediaView, pictureView } from './media.ts';

/** Author as a card needs it. */
export const authorView = z.object({
  id: z.uuid({ version: 'v7' }).brand<'MemberId'>(),
  handle: z.string(),
  name: z.string(),
  avatar: mediaView.optional(),
  avatarHue: z.number().int(),
  role: z.enum(['member', 'moderator', 'operator']),
  joinedYear: z.number().int(),
  isNew: z.boolean(),
});

/** Compliance state: `allowed` is read by all, `limited` only by link and profile, `held` and `removed` only by the author. */
export const complianceState = z.enum(['allowed', 'limited', 'held', 'removed']);
export type ComplianceState = z.infer<typeof complianceState>;

export const cover = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('picture'), picture: pictureView }),
  z.object({ kind: z.literal('text'), template: z.enum(textCovers), text: z.string() }),
]);

export const topicRef = z.object({
  id: topicId,
  name: z.string(),
  /** Labels of the topic in other languages: language → label. */
  labels: z.record(z.string(), z.string()).optional(),
});

/** What a member has done to a note; absent for visitors. */
export const noteViewer = z.object({ likes: z.boolean(), collects: z.boolean() });

/** A note as a card of a feed. */
export const noteCard = z.object({
  id: noteId,
  title: z.string(),
  language: languageTag,
  /** Every language of the title, main one first; empty without letters. */
  titleLanguages: z.array(z.string()),
  format: z.enum(noteFormats),
  cover,
  pictureCount: z.number().int(),
  author: authorView,
  country: countryCode.optional(),
  likeCount: z.number().int(),
  publishedAt: instant,
  viewer: noteViewer.optional(),
  /** Signed impression token of this slot; only in feeds and search. */
  token: z.string().optional(),
  /** Paid traffic, disclosed wherever the card stands. */
  isPromoted: z.boolean().optional(),
});
export type NoteCard = z.infer<typeof noteCard>;

export const noteView = noteCard.extend({
  text: z.string(),
  /** Every language of the text, main one first; empty without letters. */
  textLanguages: z.array(z.string()),
  /** Languages the author wrote a version in. */
  versions: z.array(z.string()),
  /** The author wants no machine translation. */
  isTranslationLocked: z.boolean(),
  pictures: z.array(pictureView),
  topics: z.array(topicRef),
  /** Handles mentioned in the text that exist; the client links exactly these. */
  mentions: z.array(z.object({ handle: z.string(), name: z.string() })),
  collectCount: z.number().int(),
  commentCount: z.number().int(),
  shareCount: z.number().int(),
  viewCount: z.number().int(),
  editedAt: instant.optional(),
  languageSource: z.enum(['detected', 'author', 'moderator']),
  compliance: complianceState,
  /** Send back as `If-Match` when editing. */
  version: z.number().int(),
  isAuthor: z.boolean(),
  followsAuthor: z.boolean(),
});
export type NoteView = z.infer<typeof noteView>;

export const commentView = z.object({
  id: commentId,
  noteId,
  parentId: commentId.optional(),
  author: authorView,
  text: z.string(),
  language: languageTag,
  /** Every language of the text, main one first; empty without letters. */
  languages: z.array(z.string()),
  pictures: z.array(pictureView),
  mentions: z.array(z.object({ handle: z.string(), name: z.string() })),
  replyTo: z.object({ handle: z.string(), name: z.string() }).optional(),
  likeCount: z.number().int(),
  replyCount: z.number().int(),
  isPinned: z.boolean(),
  isByNoteAuthor: z.boolean(),
  createdAt: instant,
  compliance: complianceState,
  viewer: z.object({ likes: z.boolean(), canDelete: z.boolean() }).optional(),
});
export type CommentView = z.infer<typeof commentView>;

/** A comment with its first replies. */
export const threadView = commentView.extend({ replies: z.array(commentView), repliesCursor: z.string().optional() });
export type ThreadView = z.infer<typeof threadView>;
