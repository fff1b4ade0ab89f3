import { INTENT_NOTES, INTERESTS, TASTE_TOPICS } from '../members/member-columns.ts';
import type { Members } from '../members/open-members.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { CATEGORY_RING_LENGTH } from '../notes/note-store-columns.ts';
import type { Random } from '../random.ts';
import type { Transitions } from '../relevance/transitions.ts';
import { heads } from '../traffic/facts.ts';
import { type CandidateList, sourceBits } from './candidate-list.ts';
import type { HotNotes } from './hot-notes.ts';
import type { NoteLikers } from './note-likers.ts';
import type { TopicGraph } from './topic-graph.ts';
import type { Trending } from './trending.ts';
import type { Viewing } from './viewing.ts';

export interface GatherParts {
  store: NoteStore;
  members: Members;
  hot: HotNotes;
  transitions: Transitions;
  likers: NoteLikers;
  graph: TopicGraph;
  trending: Trending;
}

// How much each source gives (docs: engine, "Candidates": about 13,000 scanned; research §4.2 for the first two).
const PROBES = 8;
const NOTES_PER_INTEREST = 3_200;
const RECENT_LOOKED_AT = 30;
const LIKED_LOOKED_AT = 6;
const NOTES_OF_CO_LIKER = 4;
const FOLLOWED_NOTES = 1_200;
const NOTES_OF_FOLLOWED = 8;
const TASTE_TOPICS_USED = 8;
const NOTES_OF_TOPIC = 24;
const HOPS_FROM = 4;
const NOTES_OF_HOP = 8;
const NOTES_OF_SEARCH = 120;
const NOTES_OF_COUNTRY = 60;
const NOTES_OF_CATEGORY = 60;
const CATEGORY_PAGE = CATEGORY_RING_LENGTH;
const NEWEST = 120;
const TRENDING = 40;
// Three times what must be left of it (docs: engine, "Candidates": 60), since the viewer has seen some and hides others.
const RESERVE = 180;
/** What no behaviour is known of or used for looks around. */
const ANYWHERE = 3_000;

const LIKE = heads.indexOf('like');
const SHARE = heads.indexOf('share');

/** All sources of candidates of one page into a list. */
export function createGatherer(parts: GatherParts): (viewing: Viewing, list: CandidateList, random: Random) => void {
  const { store, members, hot, transitions, likers, graph, trending } = parts;
  const { columns } = members;
  const rows = new Uint32Array(NOTES_PER_INTEREST);
  const neighbours = { rows: new Uint32Array(32), scores: new Float32Array(32) };
  const few = new Uint32Array(64);

  function put(list: CandidateList, count: number, source: number): void {
    for (let index = 0; index < count; index += 1) list.add(rows[index] as number, source);
  }

  function gatherInterests({ member }: Viewing, list: CandidateList): number {
    let known = 0;
    for (let interest = member * INTERESTS; interest < (member + 1) * INTERESTS; interest += 1) {
      if ((columns.memberInterestStrength[interest] ?? 0) <= 0) continue;
      known += 1;
      put(list, hot.near(columns.memberInterests, interest, PROBES, rows), sourceBits.interest);
    }
    return known;
  }

  function gatherTransitions({ member }: Viewing, list: CandidateList): void {
    for (let back = 0; back < RECENT_LOOKED_AT; back += 1) {
      const from = members.recent.at(member, back);
      if (from < 0) continue;
      const count = transitions.neighbours(from, neighbours);
      for (let index = 0; index < count; index += 1) {
        const row = neighbours.rows[index] as number;
        list.add(row, sourceBits.transition);
        list.lead(row, from, (neighbours.scores[index] as number) * 2 ** (-back / 4));
      }
    }
  }

  function gatherCoLikers({ member }: Viewing, list: CandidateList): void {
    let looked = 0;
    for (let back = 0; back < RECENT_LOOKED_AT && looked < LIKED_LOOKED_AT; back += 1) {
      const act = members.recent.actAt(member, back);
      const note = members.recent.at(member, back);
      if (note < 0 || act < LIKE || act > SHARE) continue;
      looked += 1;
      const count = likers.of(note, few);
      for (let index = 0; index < count; index += 1) gatherLiked(few[index] as number, member, list);
    }
  }

  function gatherLiked(other: number, member: number, list: CandidateList): void {
    if (other === member || !(other < columns.memberActive.length)) return;
    let taken = 0;
    for (let back = 0; back < RECENT_LOOKED_AT && taken < NOTES_OF_CO_LIKER; back += 1) {
      const act = members.recent.actAt(other, back);
      const note = members.recent.at(other, back);
      if (note < 0 || act < LIKE || act > SHARE) continue;
      list.add(note, sourceBits['co-liker']);
      taken += 1;
    }
  }

  /** Whoever follows more than fit gets another part of them on each page. */
  function gatherFollows({ followedRows }: Viewing, list: CandidateList, random: Random): void {
    const start = Math.floor(random() * followedRows.length);
    let taken = 0;
    for (let index = 0; index < followedRows.length && taken < FOLLOWED_NOTES; index += 1) {
      const author = followedRows[(start + index) % followedRows.length] as number;
      const count = store.byAuthor(author, rows, 0, NOTES_OF_FOLLOWED);
      put(list, count, sourceBits.follow);
      taken += count;
    }
  }

  function gatherTopics(viewing: Viewing, list: CandidateList): void {
    const count = strongestTopics(viewing.member, few.subarray(0, TASTE_TOPICS_USED));
    const tastes = Array.from(few.subarray(0, count));
    for (const [rank, topic] of tastes.entries()) {
      putTopic(viewing, list, topic, NOTES_OF_TOPIC, sourceBits.topic);
      if (rank < HOPS_FROM) gatherHops(viewing, list, topic, tastes);
    }
  }

  function gatherHops(viewing: Viewing, list: CandidateList, topic: number, tastes: readonly number[]): void {
    const count = graph.neighbours(topic, few);
    for (let index = 0; index < count; index += 1) {
      const hop = few[index] as number;
      if (!tastes.includes(hop)) putTopic(viewing, list, hop, NOTES_OF_HOP, sourceBits.serendipity);
    }
  }

  function putTopic({ languages }: Viewing, list: CandidateList, topic: number, limit: number, source: number): void {
    for (const language of languages) put(list, store.byTopic(topic, language, rows, 0, limit), source);
  }

  /** Falling weight. @returns how many topic rows were written */
  function strongestTopics(member: number, out: Uint32Array): number {
    const start = member * TASTE_TOPICS;
    let count = 0;
    let bound = Number.POSITIVE_INFINITY;
    for (; count < out.length; count += 1) {
      let best = -1;
      for (let at = start; at < start + TASTE_TOPICS; at += 1) {
        const weight = columns.memberTopicWeight[at] ?? 0;
        if (columns.memberTopic[at] === 0 || weight <= 0 || weight >= bound) continue;
        if (best < 0 || weight > (columns.memberTopicWeight[best] ?? 0)) best = at;
      }
      if (best < 0) break;
      out[count] = (columns.memberTopic[best] ?? 1) - 1;
      bound = columns.memberTopicWeight[best] ?? 0;
    }
    return count;
  }

  function gatherSearches(viewing: Viewing, list: CandidateList): void {
    members.intents.fresh(viewing.member, viewing.seconds, (place) => {
      // What was found says more than words of which 64 numbers are left.
      if (gatherAnswers(place, list) === 0)
        put(list, hot.near(columns.intentVector, place, PROBES, rows), sourceBits.search);
      const each = columns.intentTopic.length / (columns.intentAt.length || 1);
      for (let at = place * each; at < (place + 1) * each; at += 1) {
        const topic = (columns.intentTopic[at] ?? 0) - 1;
        if (topic >= 0) putTopic(viewing, list, topic, NOTES_OF_SEARCH, sourceBits.search);
      }
    });
  }

  function gatherAnswers(place: number, list: CandidateList): number {
    let count = 0;
    for (let at = place * INTENT_NOTES; at < (place + 1) * INTENT_NOTES; at += 1) {
      const note = columns.intentNote[at] ?? 0;
      if (note === 0 || note > store.columns.noteState.length) continue;
      rows[count] = note - 1;
      count += 1;
    }
    put(list, count, sourceBits.search);
    return count;
  }

  function gatherCategories({ member }: Viewing, list: CandidateList): void {
    const each = columns.memberCategories.length / columns.memberActive.length;
    for (let at = member * each; at < (member + 1) * each; at += 1) {
      const category = columns.memberCategories[at] ?? 0;
      if (category > 0) put(list, store.byCategory(category, rows, 0, NOTES_OF_CATEGORY), sourceBits.category);
    }
  }

  function gatherReserves({ languages }: Viewing, list: CandidateList): void {
    for (const language of languages) {
      put(list, store.byLanguage(language, rows, 0, RESERVE), sourceBits['language-reserve']);
      put(list, store.byAuthorGroup(NATIVE, language, rows, 0, RESERVE), sourceBits['native-reserve']);
    }
  }

  function gatherShared(viewing: Viewing, list: CandidateList): void {
    const trends = trending.most(
      viewing.seconds,
      (row) => viewing.reads[store.columns.noteLanguage[row] ?? 0] === 1,
      few,
    );
    rows.set(few.subarray(0, Math.min(TRENDING, trends)));
    put(list, Math.min(TRENDING, trends), sourceBits.trending);
    if (viewing.country > 0) put(list, store.byCountry(viewing.country, rows, 0, NOTES_OF_COUNTRY), sourceBits.country);
    put(list, store.newest(rows, 0, NEWEST), sourceBits.newest);
  }

  return (viewing, list, random) => {
    if (viewing.category < 0) return;
    if (viewing.category > 0) {
      put(list, store.byCategory(viewing.category, rows, 0, CATEGORY_PAGE), sourceBits.newest);
    }
    gatherShared(viewing, list);
    gatherReserves(viewing, list);
    gatherFollows(viewing, list, random);
    if (viewing.member >= 0) {
      gatherSearches(viewing, list);
      gatherTransitions(viewing, list);
      gatherCoLikers(viewing, list);
      gatherTopics(viewing, list);
      gatherCategories(viewing, list);
    }
    const interests = viewing.member >= 0 ? gatherInterests(viewing, list) : 0;
    if (interests < 2) put(list, hot.anywhere(rows.subarray(0, ANYWHERE), random()), sourceBits.popular);
  };
}

const NATIVE = 0;
