import { z } from 'zod';

/** Ids are UUIDv7, branded so that a mix-up is a type error. */
const id = <B extends string>() => z.uuid({ version: 'v7' }).brand<B>();

export const memberId = id<'MemberId'>();
export const noteId = id<'NoteId'>();
export const commentId = id<'CommentId'>();
export const mediaId = id<'MediaId'>();
export const boardId = id<'BoardId'>();
export const draftId = id<'DraftId'>();
export const reportId = id<'ReportId'>();
export const decisionId = id<'DecisionId'>();
export const appealId = id<'AppealId'>();
export const notificationId = id<'NotificationId'>();
export const sessionId = id<'SessionId'>();
export const passkeyId = id<'PasskeyId'>();
export const topicId = id<'TopicId'>();
export const topicLinkId = id<'TopicLinkId'>();
export const glossId = id<'GlossId'>();
export const glossRemarkId = id<'GlossRemarkId'>();
export const glossRequestId = id<'GlossRequestId'>();
export const suggestionId = id<'SuggestionId'>();
export const translationReviewId = id<'TranslationReviewId'>();

export type MemberId = z.infer<typeof memberId>;
export type NoteId = z.infer<typeof noteId>;
export type CommentId = z.infer<typeof commentId>;
export type MediaId = z.infer<typeof mediaId>;
export type BoardId = z.infer<typeof boardId>;
export type DraftId = z.infer<typeof draftId>;
export type ReportId = z.infer<typeof reportId>;
export type DecisionId = z.infer<typeof decisionId>;
export type AppealId = z.infer<typeof appealId>;
export type NotificationId = z.infer<typeof notificationId>;
export type SessionId = z.infer<typeof sessionId>;
export type PasskeyId = z.infer<typeof passkeyId>;
export type TopicId = z.infer<typeof topicId>;
export type TopicLinkId = z.infer<typeof topicLinkId>;
export type GlossId = z.infer<typeof glossId>;
export type GlossRemarkId = z.infer<typeof glossRemarkId>;
export type GlossRequestId = z.infer<typeof glossRequestId>;
export type SuggestionId = z.infer<typeof suggestionId>;
export type TranslationReviewId = z.infer<typeof translationReviewId>;

/** Language of a text as detected or declared: a short BCP 47 tag, or `und` (unknown), `zxx` (no letters), `mul` (mixed). */
export const languageTag = z
  .string()
  .max(16)
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
  .brand<'LanguageTag'>();
export type LanguageTag = z.infer<typeof languageTag>;

/** Languages the interface itself speaks. */
export const interfaceLanguage = z.enum(['en', 'zh']);
export type InterfaceLanguage = z.infer<typeof interfaceLanguage>;

/** ISO 3166-1 alpha-2, coarse; absent means unknown. */
export const countryCode = z.string().regex(/^[A-Z]{2}$/);

export const instant = z.iso.datetime();
