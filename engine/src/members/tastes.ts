import type { Columns } from '../memory/columns.ts';
import { type memberColumns, TASTE_LANGUAGES, TASTE_TOPICS } from './member-columns.ts';

/** What members like fades by half in so many days: seasons change, a weekend away does not (own choice, checked in the drill). */
const HALF_LIFE_SECONDS = 14 * 86_400;

/** What an engaged note says of a taste; rows and codes of the note store, topics plus one. */
export interface TasteNotes {
  readonly noteTopics: Uint32Array;
  readonly noteLanguage: Uint8Array;
  readonly noteAuthorGroup: Uint8Array;
}

/** Decayed counts of what a member engages with: topics, languages, newcomers' notes. */
export interface Tastes {
  /** Brings the decaying numbers of a row to a time. Times that run backwards change nothing. */
  decay(member: number, seconds: number): void;
  learn(member: number, note: number, weight: number): void;
  weaken(member: number, note: number, factor: number): void;
  addTopic(member: number, topic: number, weight: number): void;
  /** Topics of a note that stands for an interest. */
  learnTopics(member: number, note: number, weight: number): void;
  forgetTopics(member: number): void;
  topicWeight(member: number, topic: number): number;
  /** Part of the engagement that went to notes of a language code, with a prior for the languages read. */
  languageShare(member: number, language: number): number;
  /** Part of the engagement that went to languages whose codes are 0 in `reads`. */
  foreignShare(member: number, reads: Uint8Array): number;
  /** Part of the engagement that went to newcomers' notes. */
  newcomerShare(member: number, prior: number): number;
  countImpression(member: number, isFirstPool: boolean): void;
  /** Part of the impressions that stood on first pools. */
  firstPoolShare(member: number): number;
}

/** Engagement worth this many acts stands behind a prior (Beta prior of a handful of looks, research §4.5). */
const PRIOR_WEIGHT = 5;
const NEWCOMER = 1;

export function openTastes(columns: Columns<typeof memberColumns>, notes: TasteNotes, topicsPerNote: number): Tastes {
  const { memberTasteAt, memberTopic, memberTopicWeight, memberLanguage, memberLanguageWeight } = columns;
  const { memberNewcomers, memberImpressions, memberInterestStrength } = columns;
  const fading: readonly { values: Float32Array; per: number }[] = [
    { values: memberInterestStrength, per: memberInterestStrength.length / memberTasteAt.length },
    { values: memberTopicWeight, per: TASTE_TOPICS },
    { values: memberLanguageWeight, per: TASTE_LANGUAGES },
    { values: memberNewcomers, per: 2 },
    { values: memberImpressions, per: 2 },
  ];

  function addTopic(member: number, topic: number, weight: number): void {
    const start = member * TASTE_TOPICS;
    const at = slotOf(memberTopic, memberTopicWeight, start, TASTE_TOPICS, topic + 1);
    if (memberTopic[at] !== topic + 1) {
      memberTopic[at] = topic + 1;
      memberTopicWeight[at] = 0;
    }
    memberTopicWeight[at] = (memberTopicWeight[at] ?? 0) + weight;
  }

  function addLanguage(member: number, language: number, weight: number): void {
    if (language === 0) return;
    const at = slotOf(memberLanguage, memberLanguageWeight, member * TASTE_LANGUAGES, TASTE_LANGUAGES, language);
    if (memberLanguage[at] !== language) {
      memberLanguage[at] = language;
      memberLanguageWeight[at] = 0;
    }
    memberLanguageWeight[at] = (memberLanguageWeight[at] ?? 0) + weight;
  }

  function learnTopics(member: number, note: number, weight: number): void {
    for (let index = 0; index < topicsPerNote; index += 1) {
      const topic = notes.noteTopics[note * topicsPerNote + index] ?? 0;
      if (topic !== 0) addTopic(member, topic - 1, weight);
    }
  }

  return {
    decay(member, seconds) {
      const elapsed = seconds - (memberTasteAt[member] ?? 0);
      if (elapsed <= 0) return;
      memberTasteAt[member] = seconds;
      const factor = 2 ** (-elapsed / HALF_LIFE_SECONDS);
      for (const { values, per } of fading) {
        for (let at = member * per; at < (member + 1) * per; at += 1) values[at] = (values[at] ?? 0) * factor;
      }
    },
    learn(member, note, weight) {
      learnTopics(member, note, weight);
      addLanguage(member, notes.noteLanguage[note] ?? 0, weight);
      if (notes.noteAuthorGroup[note] === NEWCOMER) add(memberNewcomers, member * 2, weight);
      add(memberNewcomers, member * 2 + 1, weight);
    },
    weaken(member, note, factor) {
      for (let at = member * TASTE_TOPICS; at < (member + 1) * TASTE_TOPICS; at += 1) {
        const topic = memberTopic[at] ?? 0;
        if (topic !== 0 && hasTopic(notes.noteTopics, note, topicsPerNote, topic)) {
          memberTopicWeight[at] = (memberTopicWeight[at] ?? 0) * factor;
        }
      }
    },
    addTopic,
    learnTopics,
    forgetTopics(member) {
      memberTopic.fill(0, member * TASTE_TOPICS, (member + 1) * TASTE_TOPICS);
      memberTopicWeight.fill(0, member * TASTE_TOPICS, (member + 1) * TASTE_TOPICS);
    },
    topicWeight: (member, topic) =>
      weightOf(memberTopic, memberTopicWeight, member * TASTE_TOPICS, TASTE_TOPICS, topic + 1),
    languageShare(member, language) {
      const start = member * TASTE_LANGUAGES;
      let all = 0;
      for (let at = start; at < start + TASTE_LANGUAGES; at += 1) all += memberLanguageWeight[at] ?? 0;
      return weightOf(memberLanguage, memberLanguageWeight, start, TASTE_LANGUAGES, language) / (all + PRIOR_WEIGHT);
    },
    foreignShare(member, reads) {
      let foreign = 0;
      let all = PRIOR_WEIGHT;
      for (let at = member * TASTE_LANGUAGES; at < (member + 1) * TASTE_LANGUAGES; at += 1) {
        const weight = memberLanguageWeight[at] ?? 0;
        all += weight;
        if (reads[memberLanguage[at] ?? 0] === 0) foreign += weight;
      }
      return foreign / all;
    },
    newcomerShare(member, prior) {
      const newcomers = memberNewcomers[member * 2] ?? 0;
      return (newcomers + prior * PRIOR_WEIGHT) / ((memberNewcomers[member * 2 + 1] ?? 0) + PRIOR_WEIGHT);
    },
    countImpression(member, isFirstPool) {
      if (isFirstPool) add(memberImpressions, member * 2, 1);
      add(memberImpressions, member * 2 + 1, 1);
    },
    firstPoolShare: (member) =>
      (memberImpressions[member * 2] ?? 0) / Math.max(1, memberImpressions[member * 2 + 1] ?? 0),
  };
}

function add(values: Float32Array, at: number, weight: number): void {
  values[at] = (values[at] ?? 0) + weight;
}

/** Where a name stands; otherwise the slot that is free or weighs least. */
function slotOf(
  names: Uint32Array | Uint8Array,
  weights: Float32Array,
  start: number,
  count: number,
  name: number,
): number {
  let least = start;
  for (let at = start; at < start + count; at += 1) {
    if (names[at] === name) return at;
    if ((weights[at] ?? 0) < (weights[least] ?? 0)) least = at;
  }
  return least;
}

function weightOf(
  names: Uint32Array | Uint8Array,
  weights: Float32Array,
  start: number,
  count: number,
  name: number,
): number {
  for (let at = start; at < start + count; at += 1) if (names[at] === name) return weights[at] ?? 0;
  return 0;
}

function hasTopic(noteTopics: Uint32Array, note: number, topicsPerNote: number, topic: number): boolean {
  const start = note * topicsPerNote;
  for (let at = start; at < start + topicsPerNote; at += 1) if (noteTopics[at] === topic) return true;
  return false;
}
