import { hash32 } from '../hash.ts';
import { primarySubtag } from '../members/language-mark.ts';
import { type SparedKind, sparedKinds } from '../members/member-controls.ts';
import type { Members } from '../members/open-members.ts';
import { TOPICS_PER_NOTE } from '../notes/note-columns.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { type Intensity, memberGroups } from './facts.ts';
import type { TrafficPolicy } from './policy.ts';

/** What "less" and "more" make of a score, as of shares (page/shares.ts). */
const intensityFactors: Readonly<Record<Intensity, number>> = { less: 0.5, usual: 1, more: 2 };
const DAY_SECONDS = 86_400;
const TOPIC = sparedKinds.indexOf('topic');
const NEWCOMER = memberGroups.indexOf('newcomer');

/** What a viewer said of their own feed, as factors of scores; used again for each page. */
export interface Wishes {
  begin(member: number, seconds: number, policy: TrafficPolicy['spare']): void;
  /** The note itself is spared: it never stands on a page. */
  isSpared(row: number): boolean;
  /** Multiplies what speaks for a note. */
  factorOf(row: number): number;
  /** A topic of the note was asked for ("more"). @returns topic row, or -1 */
  wishedTopicOf(row: number): number;
}

interface Subjects {
  readonly hashes: number[];
  readonly factors: number[];
}

export function createWishes(store: NoteStore, members: Members): Wishes {
  const { columns } = store;
  const notes: Subjects = { hashes: [], factors: [] };
  const authors: Subjects = { hashes: [], factors: [] };
  const topics: Subjects = { hashes: [], factors: [] };
  const languages: Subjects = { hashes: [], factors: [] };
  const subjectsOf: Readonly<Record<SparedKind, Subjects>> = {
    note: notes,
    author: authors,
    topic: topics,
    language: languages,
  };
  const byKind = sparedKinds.map((kind) => subjectsOf[kind]);
  const languageHashes: number[] = [];
  let newcomers = 1;

  function factor({ hashes, factors }: Subjects, hash: number): number {
    const at = hashes.indexOf(hash);
    return at < 0 ? 1 : (factors[at] as number);
  }

  function topicHashAt(row: number, place: number): number {
    const topic = columns.noteTopics[row * TOPICS_PER_NOTE + place] ?? 0;
    return topic === 0 ? 0 : (columns.topicHash[topic - 1] ?? 0);
  }

  function topicFactor(row: number): number {
    let product = 1;
    for (let place = 0; place < TOPICS_PER_NOTE; place += 1) {
      const hash = topicHashAt(row, place);
      if (hash !== 0) product *= factor(topics, hash);
    }
    return product;
  }

  function languageHash(code: number): number {
    languageHashes[code] ||= hash32(primarySubtag(store.languageOf(code)));
    return languageHashes[code] as number;
  }

  function add(kind: number, hash: number, value: number): void {
    const subjects = byKind[kind];
    const at = subjects?.hashes.indexOf(hash) ?? -1;
    if (subjects && at >= 0) subjects.factors[at] = (subjects.factors[at] as number) * value;
    else {
      subjects?.hashes.push(hash);
      subjects?.factors.push(value);
    }
  }

  return {
    begin(member, seconds, { weight, halfLifeDays }) {
      for (const { hashes, factors } of byKind) {
        hashes.length = 0;
        factors.length = 0;
      }
      newcomers = 1;
      if (member < 0) return;
      newcomers = intensityFactors[members.controls.newcomers(member)];
      members.controls.spared(member, (kind, subject, at) => {
        const age = Math.max(0, seconds - at) / DAY_SECONDS;
        const left = halfLifeDays > 0 ? 2 ** (-age / halfLifeDays) : 1;
        add(kind, subject, 1 - (1 - weight) * left);
      });
      members.controls.topicIntensities(member, (topic, intensity) => add(TOPIC, topic, intensityFactors[intensity]));
    },
    isSpared: (row) => notes.hashes.length > 0 && notes.hashes.includes(columns.noteHash[row] ?? 0),
    factorOf(row) {
      let product = newcomers !== 1 && columns.noteAuthorGroup[row] === NEWCOMER ? newcomers : 1;
      if (authors.hashes.length > 0) product *= factor(authors, columns.authorHash[columns.noteAuthor[row] ?? 0] ?? 0);
      if (topics.hashes.length > 0) product *= topicFactor(row);
      if (languages.hashes.length > 0) product *= factor(languages, languageHash(columns.noteLanguage[row] ?? 0));
      return product;
    },
    wishedTopicOf(row) {
      for (let place = 0; place < TOPICS_PER_NOTE && topics.hashes.length > 0; place += 1) {
        const hash = topicHashAt(row, place);
        if (hash !== 0 && factor(topics, hash) > 1) return (columns.noteTopics[row * TOPICS_PER_NOTE + place] ?? 0) - 1;
      }
      return -1;
    },
  };
}
