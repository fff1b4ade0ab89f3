import { trendCellOf } from '../candidates/trending.ts';
import { hash32 } from '../hash.ts';
import { RECENT_NOTES } from '../members/member-columns.ts';
import { isId } from '../notes/id-bytes.ts';
import { TOPICS_PER_NOTE, VECTOR_LENGTH } from '../notes/note-columns.ts';
import { pullToward } from '../notes/pull-toward.ts';
import type { FactClock } from './clock.ts';
import type { EngineParts } from './engine-parts.ts';
import type { ExposureLearner } from './exposure-learner.ts';
import {
  type Act,
  type Control,
  type Fact,
  heads,
  type ImpressionFact,
  type NoteFact,
  type SearchFact,
} from './facts.ts';

const DAY_SECONDS = 86_400;
/** Of a viewer of whom nothing is known, as in page-input.ts. */
const NEWCOMER_PRIOR = 0.2;
/** Asking for more of a topic says as much as a few likes of it. */
const WISH_WEIGHT = 3;
const MOST_SECONDS = 0xffff_ffff;

/** Acts by which a note is liked: they warm it, trend, and tell what is liked together. */
const likings: ReadonlySet<Act> = new Set(['like', 'collect', 'comment', 'share', 'follow']);
const undone: Readonly<Partial<Record<Act, number>>> = {
  unlike: heads.indexOf('like'),
  uncollect: heads.indexOf('collect'),
};
/** Opening is no liking, but what nobody opens is cold. */
const OPENING_WARMTH = 0.2;

/** Applies facts in log order. Facts that make no sense change as little as they can; none of them throws. */
export function createFactWriter(parts: EngineParts, clock: FactClock, learner: ExposureLearner): (fact: Fact) => void {
  const { store, members, pools, balance, clusters, columns } = parts;
  const recent = new Uint32Array(RECENT_NOTES);
  const vectorBefore = new Int8Array(VECTOR_LENGTH);

  function passTime(at: number): void {
    learner.settle(at);
    if (!clock.isNewInterval()) return;
    pools.tick(at);
    balance.tick(pools.forecast(at), at);
  }

  function applyNote(fact: NoteFact, at: number): void {
    const known = isId(fact.note) ? store.rowOf(fact.note) : -1;
    const wasListed = known >= 0 && store.isListed(known);
    const clean = cleanNote(fact, at);
    if (!clean) return;
    if (known >= 0) vectorBefore.set(vectorOf(known));
    const row = store.upsert(clean);
    const isSame = wasListed && vectorBefore.every((value, index) => vectorOf(row)[index] === value);
    if (!isSame) clusters.place(row, clean.publishedAt);
    if (known < 0) parts.graph.observe(columns.noteTopics, row * TOPICS_PER_NOTE, TOPICS_PER_NOTE);
    pools.enter(row, { isFirstDay: isFirstDay(clean) }, at);
    if (!wasListed) balance.note(row, at);
  }

  function vectorOf(row: number): Int8Array {
    return columns.noteVector.subarray(row * VECTOR_LENGTH, (row + 1) * VECTOR_LENGTH);
  }

  function isFirstDay({ author, publishedAt }: NoteFact): boolean {
    const member = members.find(author);
    const joined = member < 0 ? 0 : (members.columns.memberJoined[member] ?? 0);
    return joined > 0 && publishedAt / 1000 - joined < DAY_SECONDS;
  }

  function removeNote(id: string): void {
    const row = store.remove(id);
    if (row < 0) return;
    pools.leave(row);
    clusters.takeOff(row);
    parts.trending.forget(row);
  }

  function applyImpression(fact: ImpressionFact, at: number): void {
    const seconds = Math.floor(at / 1000);
    const member = members.touch(fact.viewer, seconds);
    const isFirstPool = fact.reason === 'first-audience';
    members.seen.add(member, hash32(fact.note));
    members.tastes.countImpression(member, isFirstPool);
    if (fact.surface === 'discover') members.intents.countSeen(member);
    if (fact.promotion !== undefined) parts.promotions.count(fact.promotion);
    const row = store.rowOf(fact.note);
    if (row < 0) return;
    learner.shown(member, row, fact, at);
    pools.impression(row, hash32(fact.viewer), fact.traffic, at);
    parts.trending.shown(row, cellOf(row), seconds);
    balance.impression(
      {
        row,
        viewerGroup: groupOf(member),
        traffic: fact.traffic,
        isFirstPool,
        preferredNewcomers: members.tastes.newcomerShare(member, NEWCOMER_PRIOR),
      },
      at,
    );
  }

  /** A visitor counts as native: whose home it is decides, and visitors are at home nowhere else. */
  function groupOf(member: number): number {
    return Math.max(0, (members.columns.memberGroup[member] ?? 0) - 1);
  }

  function cellOf(row: number): number {
    return trendCellOf(columns.noteTopics[row * TOPICS_PER_NOTE] ?? 0, columns.noteLanguage[row] ?? 0);
  }

  function applyAct(viewer: string, note: string, act: Act, at: number): void {
    const member = members.touch(viewer, Math.floor(at / 1000));
    const row = store.rowOf(note);
    if (row < 0) return;
    const taken = undone[act];
    if (taken !== undefined) {
      learner.undid(viewer, note, taken);
      pools.act(row, taken, -1, at);
    }
    const head = act === 'report' ? heads.indexOf('hide') : heads.indexOf(act as (typeof heads)[number]);
    if (head < 0) return;
    learner.did(viewer, note, head, at);
    pools.act(row, head, 1, at);
    learnTogether(member, row, act, at);
    members.engage(member, row, act);
    if (likings.has(act)) applyLiking(member, row, at);
    else if (act === 'open' || act === 'long') clusters.warm(row, OPENING_WARMTH, at);
  }

  /** What the member met before leads here; what they liked before draws this note nearer. */
  function learnTogether(member: number, row: number, act: Act, at: number): void {
    const last = members.recent.at(member, 0);
    if (act === 'hide' || act === 'report' || last === row) return;
    const count = members.recent.write(member, recent);
    if (count === 0) return;
    parts.transitions.observe(recent.subarray(0, count), row, at);
    if (likings.has(act) && last >= 0) pullToward(columns, row, last, clock.facts);
  }

  function applyLiking(member: number, row: number, at: number): void {
    const seconds = Math.floor(at / 1000);
    clusters.warm(row, 1, at);
    parts.likers.add(row, member, seconds);
    parts.trending.done(row, cellOf(row), 1);
    balance.liking(row, groupOf(member), at);
  }

  function applyControl(viewer: string, control: Control, at: number): void {
    const seconds = Math.floor(at / 1000);
    const member = members.touch(viewer, seconds);
    members.control(member, control, seconds);
    if (control.kind !== 'topic-intensity' || control.intensity !== 'more') return;
    const topic = store.topicRowOf(control.topic);
    if (topic < 0) return;
    members.tastes.addTopic(member, topic, WISH_WEIGHT);
    members.change(member);
  }

  function applySearch({ viewer, vector, topics, notes = [] }: SearchFact, at: number): void {
    const seconds = Math.floor(at / 1000);
    const rows = topics.map((topic) => store.topicRowOf(topic)).filter((row) => row >= 0);
    const member = members.touch(viewer, seconds);
    const answers = notes.map((note) => store.rowOf(note)).filter((row) => row >= 0);
    members.intents.add(member, vector, rows, answers, seconds);
    members.change(member);
  }

  function apply(fact: Fact, at: number): void {
    switch (fact.kind) {
      case 'note':
        applyNote(fact, at);
        break;
      case 'note-gone':
        removeNote(fact.note);
        break;
      case 'member':
        members.join(fact, Math.floor(at / 1000), { country: store.countryCodeOf, category: store.categoryCodeOf });
        break;
      case 'member-gone':
        members.remove(fact.member);
        break;
      case 'impression':
        applyImpression(fact, at);
        break;
      case 'act':
        applyAct(fact.viewer, fact.note, fact.act, at);
        break;
      case 'search':
        applySearch(fact, at);
        break;
      case 'control':
        applyControl(fact.viewer, fact.control, at);
        break;
      case 'promotion':
        parts.promotions.set({
          id: fact.promotion,
          note: hash32(fact.note),
          impressions: whole(fact.impressions),
          until: whole(fact.until / 1000),
        });
        break;
      case 'policy':
        parts.policy.set(fact.policy);
        break;
    }
  }

  return (fact) => {
    const at = clock.advance(fact.at);
    parts.followPolicy();
    passTime(at);
    apply(fact, at);
  };
}

/** A note as the store takes it: names it can hold, times within reason. Undefined when it has no name. */
function cleanNote(fact: NoteFact, at: number): NoteFact | undefined {
  if (!isId(fact.note) || !isId(fact.author)) return undefined;
  const publishedAt = fact.publishedAt >= 0 && fact.publishedAt <= at ? fact.publishedAt : at;
  return { ...fact, publishedAt, topics: fact.topics.filter(isId).slice(0, MOST_TOPICS) };
}

/** Docs: traffic/facts.ts, "At most 10 count". */
const MOST_TOPICS = 10;

function whole(value: number): number {
  return value > 0 ? Math.min(MOST_SECONDS, Math.floor(value)) : 0;
}
