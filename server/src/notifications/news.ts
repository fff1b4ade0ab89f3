import { type HouseEvents, type NotificationView, parseTextAddress } from '@teahouse/contract';

/** One thing a member is told. Alike things share a group: a line of the list. */
export interface News {
  memberId: string;
  groupKey: string;
  kind: NotificationView['kind'];
  /** Who did it; absent for word from the house. */
  actorId: string | undefined;
  noteId?: string | undefined;
  commentId?: string | undefined;
  message?: NotificationView['message'];
  /** Told again although the same person is already in the group: a second comment is news, a second like is not. */
  isAlwaysNew: boolean;
}

/** Turns events into news. Pure. Nobody is told of their own deeds. */
export const newsOf: { [N in ToldEvent]: (event: HouseEvents[N], day: string) => News[] } = {
  'note.liked': (event, day) => reactionNews('like', event, day),
  'note.collected': (event, day) => reactionNews('collect', event, day),
  'note.commented': commentNews,
  'member.mentioned': ({ noteId, memberId, by, commentId }) =>
    byOthers({
      memberId,
      groupKey: `mention ${commentId ?? noteId}`,
      kind: 'mention',
      actorId: by,
      noteId,
      commentId,
      isAlwaysNew: false,
    }),
  'member.followed': ({ memberId, by }, day) =>
    byOthers({ memberId, groupKey: `follow ${day}`, kind: 'follow', actorId: by, isAlwaysNew: false }),
  'translation.suggested': ({ authorId, ...event }) => suggestionNews('suggested', { ...event, memberId: authorId }),
  'translation.accepted': (event) => suggestionNews('accepted', event),
  'gloss.answered': ({ glossId, term, memberIds }) =>
    memberIds.map((memberId) => ({
      memberId,
      groupKey: `gloss.answered ${glossId}`,
      kind: 'system',
      actorId: undefined,
      message: { key: 'gloss.answered', values: { glossId, term } },
      isAlwaysNew: true,
    })),
  'decision.made': ({ decisionId, memberId, action }) => [
    {
      memberId,
      groupKey: `decision ${decisionId} ${action}`,
      kind: 'system',
      actorId: undefined,
      message: { key: `decision.${action}`, values: { decisionId } },
      isAlwaysNew: true,
    },
  ],
};

export const toldEvents = [
  'note.liked',
  'note.collected',
  'note.commented',
  'member.mentioned',
  'member.followed',
  'translation.suggested',
  'translation.accepted',
  'gloss.answered',
  'decision.made',
] as const;
export type ToldEvent = (typeof toldEvents)[number];

function reactionNews(
  kind: 'like' | 'collect',
  { noteId, authorId, memberId }: HouseEvents['note.liked'],
  day: string,
) {
  const groupKey = `${kind} ${noteId} ${day}`;
  return byOthers({ memberId: authorId, groupKey, kind, actorId: memberId, noteId, isAlwaysNew: false });
}

/** The author of an answered comment hears of a reply; the note's author of everything else. */
function commentNews(event: HouseEvents['note.commented'], day: string): News[] {
  const { noteId, authorId, memberId, commentId, parentId, parentAuthorId } = event;
  const shared = { actorId: memberId, noteId, commentId, isAlwaysNew: true };
  const toParent: News[] = parentAuthorId
    ? byOthers({ ...shared, memberId: parentAuthorId, groupKey: `reply ${parentId} ${day}`, kind: 'reply' })
    : [];
  if (authorId === parentAuthorId) return toParent;
  const groupKey = `comment ${noteId} ${day}`;
  return [...toParent, ...byOthers({ ...shared, memberId: authorId, groupKey, kind: 'comment' })];
}

function suggestionNews(
  what: 'suggested' | 'accepted',
  { suggestionId, of, memberId, by }: HouseEvents['translation.accepted'],
): News[] {
  return byOthers({
    memberId,
    groupKey: `translation.${what} ${suggestionId}`,
    kind: 'system',
    actorId: by,
    noteId: noteOf(of),
    message: { key: `translation.${what}`, values: { suggestionId } },
    isAlwaysNew: true,
  });
}

/** The note a text stands in or under. */
function noteOf(address: string): string | undefined {
  const place = parseTextAddress(address);
  return place && /^(?:note|comment)\./.test(place.field) ? place.ids[0] : undefined;
}

function byOthers(news: News): News[] {
  return news.actorId === news.memberId ? [] : [news];
}
