/** One thing a viewer did with a slot; `isFirst`: the first impression of this note on this viewer, the one that counts. */
export interface SeenEvent {
  noteId: string;
  kind: 'impression' | 'open' | 'dwell';
  isFirst?: boolean;
  milliseconds?: number;
  surface: string;
  slot: number;
  traffic: string;
  reason: string;
  pool: number;
  propensity: number;
  promotionId?: string;
}

/**
 * Facts the house announces to itself through the outbox: written in the transaction of the change, delivered at least once.
 * Consumers must be able to see one twice.
 */
export interface HouseEvents {
  'note.published': { noteId: string; authorId: string };
  'note.changed': { noteId: string; authorId: string };
  'note.withdrawn': { noteId: string; authorId: string };
  'note.unliked': { noteId: string; memberId: string };
  'note.uncollected': { noteId: string; memberId: string };
  'note.shared': { noteId: string; memberId: string };
  'note.reported': { noteId: string; memberId: string };
  'note.liked': { noteId: string; authorId: string; memberId: string };
  'note.collected': { noteId: string; authorId: string; memberId: string };
  'note.commented': {
    noteId: string;
    authorId: string;
    memberId: string;
    commentId: string;
    parentId?: string | undefined;
    parentAuthorId?: string | undefined;
  };
  'member.mentioned': { noteId: string; memberId: string; by: string; commentId?: string | undefined };
  'member.followed': { memberId: string; by: string };
  'member.unfollowed': { memberId: string; by: string };
  /** Languages, interests or country of a member are other than before. */
  'member.changed': { memberId: string };
  'member.joined': { memberId: string };
  'member.left': { memberId: string };
  /** A text's translation was stored, held, released or withdrawn. */
  'translation.changed': { homeId: string; address: string; language: string };
  'translation.suggested': { suggestionId: string; of: string; authorId: string; by: string };
  'translation.accepted': { suggestionId: string; of: string; memberId: string; by: string };
  /** The glossary has a new version. */
  'glossary.changed': { version: number };
  /** A term was approved that explains words these members had asked about. */
  'gloss.answered': { glossId: string; term: string; memberIds: string[] };
  /** Spellings of a topic were joined or parted. */
  'topic.linked': { topicIds: string[] };
  /** What one viewer saw and did in feeds, with the reasons the slots were given for; times in ms since the epoch. */
  'feed.seen': { viewerKey: string; at: number; events: SeenEvent[] };
  /** `noteIds`: notes that answer, those beyond the first screen of results first. */
  'feed.searched': { viewerKey: string; at: number; words: string; noteIds?: string[] };
  /** A member's word on their own feed, as the traffic engine takes it. */
  'feed.controlled': { memberId: string; at: number; control: { kind: string } };
  'policy.changed': { version: number };
  'promotion.changed': { promotionId: string };
  'decision.made': { decisionId: string; memberId: string; action: string };
}

export type HouseEventName = keyof HouseEvents;
export type HouseEvent = { [N in HouseEventName]: { name: N; payload: HouseEvents[N] } }[HouseEventName];
