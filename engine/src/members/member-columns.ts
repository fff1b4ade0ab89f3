import { column } from '../memory/columns.ts';
import { VECTOR_LENGTH } from '../notes/note-columns.ts';

/** Interest vectors of a member (docs: engine, "State"). */
export const INTERESTS = 4;
/** Notes a member engaged with that are remembered (docs: engine, "State"). */
export const RECENT_NOTES = 64;
/** Topics whose affinity is kept; what is weakest gives way. */
export const TASTE_TOPICS = 16;
/** Languages whose engagement is counted. */
export const TASTE_LANGUAGES = 6;
/** Languages a member says they read. */
export const READ_LANGUAGES = 4;
/** Categories a member names at sign-up that count. */
export const NAMED_CATEGORIES = 4;
/** Things spared at one time; the oldest gives way. */
export const SPARED_THINGS = 32;
export const TOPIC_INTENSITIES = 16;
/** Searches that speak at one time; the oldest gives way. */
export const SEARCH_INTENTS = 2;
export const INTENT_TOPICS = 4;
/** Notes that answer a search: three pages' worth of the part a search gets, for one who has seen most of them. */
export const INTENT_NOTES = 20;
/** Days to which interests can be set back. */
export const KEPT_DAYS = 14;
/** Both generations of the seen-filter: 8 kbit (docs: engine, "State"). */
export const SEEN_BYTES = 1024;

/**
 * Members and visitors, one row each: 1,862 bytes. What few of them have stands in tables of their own: words on their feed and
 * fresh searches (`memberControls`, 864 bytes a row) and earlier interests (`memberDays`, 312 bytes a row). With one control row
 * for eight members and one row of days for four, that is 2,048 bytes a member.
 */
export const memberColumns = {
  /** Rows in use, hand of the eviction of members, of control rows, of day rows. */
  memberState: column('u32', 4),
  /** Open addressing at half load: row plus one. */
  memberIndex: column('u32', 'members', 2),
  memberKey: column('u32', 'members', 2),
  /** Seconds since the epoch of the last fact about them; 0: row is free. */
  memberActive: column('u32', 'members'),
  /** Another number after everything they do or say; what was made for them before is stale. */
  memberVersion: column('u8', 'members'),
  /** Index in `memberGroups` plus one; 0: a visitor. */
  memberGroup: column('u8', 'members'),
  memberJoined: column('u32', 'members'),
  memberCountry: column('u16', 'members'),
  /** Categories named at sign-up. */
  memberCategories: column('u8', 'members', NAMED_CATEGORIES),
  /** `languageMark` of each language read; 0: none. */
  memberReads: column('u16', 'members', READ_LANGUAGES),

  memberInterests: column('i8', 'members', INTERESTS * VECTOR_LENGTH),
  memberInterestStrength: column('f32', 'members', INTERESTS),
  /** The engaged note nearest to the interest, row plus one: what a day remembers of it. */
  memberInterestNote: column('u32', 'members', INTERESTS),
  /** Seconds at which every decaying number of this row was last brought up to date. */
  memberTasteAt: column('u32', 'members'),
  /** Topic row plus one. */
  memberTopic: column('u32', 'members', TASTE_TOPICS),
  memberTopicWeight: column('f32', 'members', TASTE_TOPICS),
  /** Language code; 0: free. */
  memberLanguage: column('u8', 'members', TASTE_LANGUAGES),
  memberLanguageWeight: column('f32', 'members', TASTE_LANGUAGES),
  /** Decayed engagement with notes of newcomers, and with all notes. */
  memberNewcomers: column('f32', 'members', 2),
  /** Decayed impressions: on first pools, and all. */
  memberImpressions: column('f32', 'members', 2),

  /** Note rows plus one; a ring. */
  memberRecent: column('u32', 'members', RECENT_NOTES),
  /** Index in `heads`, and the generation of the note's row in the upper five bits. */
  memberRecentAct: column('u8', 'members', RECENT_NOTES),
  /** Notes ever put into the ring, modulo 65,536. */
  memberRecentCount: column('u16', 'members'),
  memberSeen: column('u8', 'members', SEEN_BYTES),
  /** Notes in the young generation; its side (0 or 1) in the highest bit. */
  memberSeenCount: column('u16', 'members'),

  /** Rows plus one; 0: none. */
  memberControlRow: column('u32', 'members'),
  memberDayRow: column('u32', 'members'),

  /** Member row plus one. */
  controlOwner: column('u32', 'memberControls'),
  /** Index in `sparedKinds` plus one; 0: free. */
  controlSpareKind: column('u8', 'memberControls', SPARED_THINGS),
  /** `hash32` of the id of the note, author or topic, or of the language (`primarySubtag`): outlives the row. */
  controlSpareSubject: column('u32', 'memberControls', SPARED_THINGS),
  controlSpareAt: column('u32', 'memberControls', SPARED_THINGS),
  controlSpareId: column('u32', 'memberControls', SPARED_THINGS),
  /** `hash32` of the topic's id; 0: free. */
  controlTopic: column('u32', 'memberControls', TOPIC_INTENSITIES),
  /** Index in `intensities`. */
  controlTopicIntensity: column('u8', 'memberControls', TOPIC_INTENSITIES),
  /** Chosen share of foreign languages plus one; 0: the house's own measure. */
  controlForeign: column('f32', 'memberControls'),
  /** Index in `intensities` plus one; 0: usual. Newcomers, exploration. */
  controlIntensity: column('u8', 'memberControls', 2),

  intentVector: column('i8', 'memberControls', SEARCH_INTENTS * VECTOR_LENGTH),
  /** Topic row plus one. */
  intentTopic: column('u32', 'memberControls', SEARCH_INTENTS * INTENT_TOPICS),
  /** Seconds; 0: no search. */
  /** Note row plus one. */
  intentNote: column('u32', 'memberControls', SEARCH_INTENTS * INTENT_NOTES),
  intentAt: column('u32', 'memberControls', SEARCH_INTENTS),
  /** Notes seen in discovery since. */
  intentSeen: column('u16', 'memberControls', SEARCH_INTENTS),

  dayOwner: column('u32', 'memberDays'),
  /** Days since the epoch; a ring. 0: free. */
  dayNumber: column('u16', 'memberDays', KEPT_DAYS),
  dayNote: column('u32', 'memberDays', KEPT_DAYS * INTERESTS),
  /** Strengths as parts of 255 of the strongest. */
  dayStrength: column('u8', 'memberDays', KEPT_DAYS * INTERESTS),
} as const;
