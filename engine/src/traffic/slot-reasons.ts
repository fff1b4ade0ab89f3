import { type CandidateList, type CandidateSource, sourceBits } from '../candidates/candidate-list.ts';
import type { Viewing } from '../candidates/viewing.ts';
import { likeness } from '../members/interests.ts';
import { INTERESTS, RECENT_NOTES } from '../members/member-columns.ts';
import type { Members } from '../members/open-members.ts';
import { TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import type { NoteStore } from '../notes/note-store.ts';
import type { SlotKind } from '../page/composition.ts';
import {
  type ReasonEvidence,
  type RowReason,
  reasonBit,
  reasonIndex,
  reasonsOf,
  subjectIfKnown,
  subjectOfReason,
} from '../reasons/reasons-of.ts';
import { DENSE, plainNames, rateKinds, telling } from '../scoring/features.ts';
import type { Scorer } from '../scoring/scorer.ts';
import { heads, type ReasonCode, reasonCodes } from './facts.ts';
import type { Reason } from './page.ts';
import type { TrafficPolicy } from './policy.ts';
import type { ScoredPage } from './score-candidates.ts';
import type { Wishes } from './wishes.ts';

/** Which reason a feature of the scorer speaks for; `like-opened` stands for both of its family. */
const reasonOfFeature: Readonly<Record<string, ReasonCode>> = {
  note: 'popular',
  author: 'popular',
  'note-group': 'popular',
  'viewer-topic': 'topic',
  'viewer-author': 'follows-author',
  similarity: 'like-opened',
  'similarity-squared': 'like-opened',
  closeness: 'like-opened',
  freshness: 'newest',
  follows: 'follows-author',
};
const featureReasons = [...rateKinds, ...Array.from(telling, (rate) => rateKinds[rate]), ...plainNames].map(
  (name) => name && reasonOfFeature[name],
);

const reasonOfSource: Readonly<Partial<Record<CandidateSource, ReasonCode>>> = {
  search: 'search',
  'co-liker': 'co-likers',
  country: 'nearby',
  trending: 'trending',
  serendipity: 'new-topic',
  newest: 'newest',
  'language-reserve': 'newest',
  'native-reserve': 'newest',
  popular: 'popular',
};

/** A note less like the nearest interest is not said to be like anything. */
const LEAST_LIKENESS = 0.25;
const HEADS = heads.length;
const COLLECT = heads.indexOf('collect');

export interface SlotReasonParts {
  store: NoteStore;
  members: Members;
  scorer: Scorer;
  wishes: Wishes;
}

/** Why a candidate stands in its slot, with ids. Called for the slots of a page only, right after it was scored. */
export function createSlotReasons({ store, members, scorer, wishes }: SlotReasonParts) {
  const { columns } = store;
  const parts = new Float64Array(DENSE + 1);
  const slopes = new Float64Array(HEADS);
  const evidence: ReasonEvidence = {
    kind: 'ranked',
    sources: 0,
    contributions: new Float32Array(reasonCodes.length),
    subjects: new Uint32Array(reasonCodes.length),
  };

  function hold(code: ReasonCode, subject = -1): void {
    evidence.sources |= reasonBit[code];
    if (subject >= 0) evidence.subjects[reasonIndex[code]] = subject + 1;
  }

  /** Additive parts of the worth: the margins of the heads, times how much the worth changes with them. */
  function measure(page: ScoredPage, index: number, { weights }: TrafficPolicy): void {
    for (const [head, name] of heads.entries()) {
      const chance = page.chances[index * HEADS + head] as number;
      slopes[head] = weights[name] * chance * (1 - chance);
    }
    scorer.explainAlong(page.features, index, slopes, parts);
    for (const [feature, code] of featureReasons.entries()) {
      if (!code) continue;
      const at = reasonIndex[code];
      evidence.contributions[at] = (evidence.contributions[at] as number) + (parts[feature] as number);
    }
  }

  function holdSources(sources: number, topic: number): void {
    for (const [source, code] of Object.entries(reasonOfSource)) {
      if ((sources & sourceBits[source as CandidateSource]) !== 0) hold(code, subjectOf(code, topic));
    }
  }

  function subjectOf(code: ReasonCode, topic: number): number {
    return subjectOfReason[code] === 'topic' || subjectIfKnown[code] === 'topic' ? topic : -1;
  }

  function holdLikeness(member: number, row: number, leader: number): void {
    const note = leader > 0 ? leader - 1 : nearestMedoid(member, row);
    if (note < 0) return;
    const code = actOn(member, note) === COLLECT ? 'like-collected' : 'like-opened';
    const measured = evidence.contributions[reasonIndex['like-opened']] as number;
    hold(code, note);
    evidence.contributions[reasonIndex[code]] = measured;
  }

  function nearestMedoid(member: number, row: number): number {
    let nearest = -1;
    let most = LEAST_LIKENESS;
    for (let at = member * INTERESTS; at < (member + 1) * INTERESTS; at += 1) {
      const medoid = (members.columns.memberInterestNote[at] ?? 0) - 1;
      if (medoid < 0 || medoid >= store.capacity) continue;
      const near = likeness(members.columns.memberInterests, at, columns.noteVector, row);
      if (near < most) continue;
      most = near;
      nearest = medoid;
    }
    return nearest;
  }

  /** @returns index of the act, or -1 when the note is no longer among the recent ones */
  function actOn(member: number, note: number): number {
    for (let back = 0; back < RECENT_NOTES; back += 1) {
      if (members.recent.at(member, back) === note) return members.recent.actAt(member, back);
    }
    return -1;
  }

  /** The note's topic that the viewer engages with most; any other topic of the note when there is none. */
  function topicsOf(member: number, row: number): { liked: number; first: number } {
    let liked = -1;
    let most = 0;
    for (let at = row * TOPICS_PER_NOTE; at < (row + 1) * TOPICS_PER_NOTE; at += 1) {
      const topic = (columns.noteTopics[at] ?? 0) - 1;
      const weight = topic < 0 || member < 0 ? 0 : members.tastes.topicWeight(member, topic);
      if (weight <= most) continue;
      liked = topic;
      most = weight;
    }
    return { liked, first: (columns.noteTopics[row * TOPICS_PER_NOTE] ?? 0) - 1 };
  }

  function holdViewer(
    { member, followed, reads }: Viewing,
    { row, leader, liked, score }: { row: number; leader: number; liked: number; score: number },
  ): void {
    const author = columns.noteAuthor[row] ?? 0;
    if (followed.has(author)) hold('follows-author', author);
    if (reads[columns.noteLanguage[row] ?? 0] === 0) hold('other-language');
    if (member < 0) return;
    holdLikeness(member, row, leader);
    if (liked >= 0) hold('topic', liked);
    const wished = wishes.wishedTopicOf(row);
    if (wished < 0) return;
    hold('wished-topic', wished);
    // The wish doubled the score (wishes.ts): half of it is the wish's.
    evidence.contributions[reasonIndex['wished-topic']] = Math.abs(score) / 2;
  }

  function withId({ code, subject }: RowReason): Reason {
    const kind = subjectOfReason[code] ?? subjectIfKnown[code];
    if (subject === undefined || kind === undefined) return { code };
    const id =
      kind === 'author' ? store.authorIdOf(subject) : kind === 'note' ? store.idOf(subject) : store.topicIdOf(subject);
    return id === '' ? { code } : { code, subject: id };
  }

  return (
    page: ScoredPage,
    index: number,
    kind: SlotKind,
    { list, viewing, policy }: { list: CandidateList; viewing: Viewing; policy: TrafficPolicy },
  ): Reason[] => {
    const place = page.places[index] as number;
    const row = page.rows[index] as number;
    evidence.kind = kind;
    evidence.sources = 0;
    evidence.contributions.fill(0);
    evidence.subjects.fill(0);
    measure(page, index, policy);
    const { liked, first } = topicsOf(viewing.member, row);
    holdSources(list.sources[place] as number, liked >= 0 ? liked : first);
    holdViewer(viewing, { row, leader: list.leader[place] as number, liked, score: page.scores[index] as number });
    return reasonsOf(evidence).map(withId);
  };
}
