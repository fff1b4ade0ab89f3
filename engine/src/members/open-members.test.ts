import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash32 } from '../hash.ts';
import { layOut, openColumns } from '../memory/columns.ts';
import { TOPICS_PER_NOTE, VECTOR_LENGTH } from '../notes/note-columns.ts';
import { languageMark } from './language-mark.ts';
import { INTERESTS, memberColumns, TASTE_TOPICS } from './member-columns.ts';
import { openMembers } from './open-members.ts';

const DAY = 86_400;
const NOW = 20_000 * DAY;

/** Twenty notes: note n points along dimension n modulo 8, speaks language 1 or 2, and has topic n modulo 8. */
function fewNotes() {
  const count = 20;
  const noteVector = new Int8Array(count * VECTOR_LENGTH);
  const noteTopics = new Uint32Array(count * TOPICS_PER_NOTE);
  for (let note = 0; note < count; note += 1) {
    noteVector[note * VECTOR_LENGTH + (note % 8)] = 127;
    noteTopics[note * TOPICS_PER_NOTE] = (note % 8) + 1;
  }
  return {
    noteVector,
    noteTopics,
    noteHash: Uint32Array.from({ length: count }, (_, note) => hash32(`note ${note}`)),
    noteLanguage: Uint8Array.from({ length: count }, (_, note) => (note < 16 ? 1 : 2)),
    noteAuthorGroup: Uint8Array.from({ length: count }, (_, note) => (note < 10 ? 0 : 1)),
    generations: new Uint8Array(count),
    generationOf(note: number) {
      return this.generations[note] ?? 0;
    },
    rowOfHash(hash: number) {
      return this.noteHash.indexOf(hash);
    },
  };
}

function openFew({ members = 8, memberControls = 4, memberDays = 4 } = {}) {
  const columns = openColumns(memberColumns, { members, memberControls, memberDays });
  const notes = fewNotes();
  return { columns, notes, members: openMembers(columns, notes) };
}

const codes = { country: () => 7, category: () => 3 };
const join = {
  kind: 'member',
  at: NOW * 1000,
  member: 'anna',
  group: 'native',
  joinedAt: 0,
  languages: ['zh', 'en'],
  country: 'CN',
  interests: [],
} as const;

test('a member takes at most 2 KB, with the usual share of words, searches and days', () => {
  const members = 8_000;
  const { bytes } = layOut(memberColumns, { members, memberControls: members / 8, memberDays: members / 4 });
  expect(bytes / members).toBeLessThanOrEqual(2_048);
});

test('finds whoever was touched, and nobody else', () => {
  const { members } = openFew();
  const anna = members.touch('anna', NOW);
  expect(members.find('anna')).toBe(anna);
  expect(members.find('bela')).toBe(-1);
  members.remove('anna');
  expect(members.find('anna')).toBe(-1);
  expect(members.count).toBe(0);
});

test('when the table is full, who was away longest leaves', () => {
  const { members } = openFew({ members: 4 });
  for (const [index, viewer] of ['a', 'b', 'c', 'd'].entries()) members.touch(viewer, NOW + index);
  members.touch('a', NOW + 10);
  members.touch('e', NOW + 11);
  expect(['a', 'b', 'c', 'd', 'e'].map((viewer) => members.find(viewer) >= 0)).toEqual([true, false, true, true, true]);
});

test('the table of keys agrees with a map, whoever comes and goes', () => {
  const step = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const { members } = openFew({ members: 40 });
      const present = new Set<string>();
      for (const [comes, number] of steps) {
        const viewer = `viewer ${number}`;
        if (comes) members.touch(viewer, NOW);
        else members.remove(viewer);
        if (comes) present.add(viewer);
        else present.delete(viewer);
      }
      const rows = new Set([...present].map((viewer) => members.find(viewer)));
      expect(rows.has(-1)).toBe(false);
      expect(rows.size).toBe(present.size);
      expect(members.count).toBe(present.size);
    }),
  );
});

test('notes of one subject join one interest; another subject begins its own', () => {
  const { members, columns } = openFew();
  const anna = members.touch('anna', NOW);
  for (const note of [0, 8, 16]) members.engage(anna, note, 'like');
  members.engage(anna, 3, 'open');
  const strengths = [...columns.memberInterestStrength.subarray(anna * INTERESTS, (anna + 1) * INTERESTS)];
  expect(strengths.filter((strength) => strength > 0)).toHaveLength(2);
  expect(Math.max(...strengths)).toBeCloseTo(3, 5);
  expect(members.recent.at(anna, 0)).toBe(3);
  expect(members.recent.at(anna, 1)).toBe(16);
});

test('tastes follow what is engaged with, and fade by half in fourteen days', () => {
  const { members } = openFew();
  const anna = members.touch('anna', NOW);
  for (let time = 0; time < 10; time += 1) members.engage(anna, 0, 'like');
  expect(members.tastes.topicWeight(anna, 0)).toBeCloseTo(10, 5);
  expect(members.tastes.languageShare(anna, 1)).toBeCloseTo(10 / 15, 5);
  expect(members.tastes.newcomerShare(anna, 0.2)).toBeLessThan(0.2);
  members.touch('anna', NOW + 14 * DAY);
  expect(members.tastes.topicWeight(anna, 0)).toBeCloseTo(5, 4);
});

test('time that runs backwards changes nothing', () => {
  const { members } = openFew();
  const anna = members.touch('anna', NOW);
  members.engage(anna, 0, 'like');
  members.touch('anna', NOW - 30 * DAY);
  expect(members.tastes.topicWeight(anna, 0)).toBeCloseTo(1, 5);
});

test('a note whose row was used again is no longer remembered', () => {
  const { members, notes } = openFew();
  const anna = members.touch('anna', NOW);
  members.engage(anna, 3, 'like');
  notes.generations[3] = 1;
  expect(members.recent.at(anna, 0)).toBe(-1);
});

test('seen notes are remembered; only the oldest of many are forgotten', () => {
  const { members } = openFew();
  const anna = members.touch('anna', NOW);
  const shown = Array.from({ length: 1_000 }, (_, index) => hash32(`shown ${index}`));
  for (const note of shown) members.seen.add(anna, note);
  expect(shown.slice(600).every((note) => members.seen.has(anna, note))).toBe(true);
  const strangers = Array.from({ length: 10_000 }, (_, index) => hash32(`stranger ${index}`));
  expect(strangers.filter((note) => members.seen.has(anna, note)).length).toBeLessThan(250);
});

test('spared things are listed until the word is taken back', () => {
  const { members } = openFew();
  const anna = members.touch('anna', NOW);
  const spare = { kind: 'spare', id: 'word 1', what: 'topic', note: 'note 0', subject: 'tea' } as const;
  members.control(anna, spare, NOW);
  members.control(anna, { ...spare, id: 'word 2', what: 'note' }, NOW);
  const listed: [number, number][] = [];
  members.controls.spared(anna, (kind, subject) => listed.push([kind, subject]));
  expect(listed).toEqual([
    [2, hash32('tea')],
    [0, hash32('note 0')],
  ]);
  members.control(anna, { kind: 'unspare', id: 'word 1' }, NOW);
  members.control(anna, { kind: 'unspare', id: 'word 2' }, NOW);
  members.controls.spared(anna, () => expect.fail('nothing is spared any more'));
});

test('intensities and the mix are kept until they are usual again', () => {
  const { members } = openFew();
  const anna = members.touch('anna', NOW);
  expect(members.controls.foreignMix(anna)).toBeUndefined();
  members.control(anna, { kind: 'language-mix', foreign: 0.6 }, NOW);
  members.control(anna, { kind: 'newcomers', intensity: 'less' }, NOW);
  members.control(anna, { kind: 'topic-intensity', topic: 'tea', intensity: 'more' }, NOW);
  expect(members.controls.foreignMix(anna)).toBeCloseTo(0.6, 5);
  expect(members.controls.newcomers(anna)).toBe('less');
  expect(members.controls.exploration(anna)).toBe('usual');
  const said: [number, string][] = [];
  members.controls.topicIntensities(anna, (topic, intensity) => said.push([topic, intensity]));
  expect(said).toEqual([[hash32('tea'), 'more']]);
  members.control(anna, { kind: 'language-mix', foreign: undefined }, NOW);
  members.control(anna, { kind: 'topic-intensity', topic: 'tea', intensity: 'usual' }, NOW);
  expect(members.controls.foreignMix(anna)).toBeUndefined();
  members.controls.topicIntensities(anna, () => expect.fail('usual is not kept'));
});

test('a search speaks for half an hour, and counts what was seen since', () => {
  const { members } = openFew();
  const anna = members.touch('anna', NOW);
  members.intents.add(anna, new Int8Array(VECTOR_LENGTH).fill(16), [4], [7], NOW);
  members.intents.countSeen(anna);
  const seen: number[] = [];
  members.intents.fresh(anna, NOW + 1_800, (_place, count) => seen.push(count));
  members.intents.fresh(anna, NOW + 1_801, () => seen.push(-1));
  expect(seen).toEqual([1]);
});

test("yesterday's interests come back", () => {
  const { members, columns } = openFew();
  const anna = members.join(join, NOW, codes);
  members.engage(anna, 0, 'collect');
  members.touch('anna', NOW + DAY);
  for (const note of [1, 2, 3, 4, 5]) members.engage(anna, note, 'collect');
  members.control(anna, { kind: 'restore', day: new Date(NOW * 1000).toISOString().slice(0, 10) }, NOW + DAY);
  const strengths = columns.memberInterestStrength.subarray(anna * INTERESTS, (anna + 1) * INTERESTS);
  expect([...strengths].filter((strength) => strength > 0)).toHaveLength(1);
  expect(columns.memberInterests[anna * INTERESTS * VECTOR_LENGTH]).toBe(127);
  expect(members.tastes.topicWeight(anna, 0)).toBeGreaterThan(0);
  expect(members.tastes.topicWeight(anna, 5)).toBe(0);
});

test('a restoring can be taken back, also when every place for days was taken', () => {
  const { members, columns } = openFew();
  const anna = members.join(join, NOW, codes);
  members.engage(anna, 0, 'collect');
  for (let day = 1; day <= 14; day += 1) members.touch('anna', NOW + day * DAY);
  members.engage(anna, 1, 'collect');
  const vectorOf = () =>
    [...columns.memberInterests.subarray(anna * INTERESTS * VECTOR_LENGTH)].slice(0, 2 * VECTOR_LENGTH);
  const before = vectorOf();
  const oldest = new Date(NOW * 1000).toISOString().slice(0, 10);
  members.control(anna, { kind: 'restore', day: oldest }, NOW + 14 * DAY);
  const strengths = () => [...columns.memberInterestStrength.subarray(anna * INTERESTS, (anna + 1) * INTERESTS)];
  expect(strengths().filter((strength) => strength > 0)).toHaveLength(1);
  members.control(anna, { kind: 'restore', day: 'before' }, NOW + 14 * DAY);
  expect(strengths().filter((strength) => strength > 0)).toHaveLength(2);
  expect(vectorOf()).toEqual(before);
});

test('a reset forgets what was learnt and said, not what was seen nor who it is', () => {
  const { members, columns } = openFew();
  const anna = members.join(join, NOW, codes);
  members.engage(anna, 0, 'collect');
  members.seen.add(anna, 77);
  members.control(anna, { kind: 'newcomers', intensity: 'more' }, NOW);
  members.control(anna, { kind: 'reset' }, NOW);
  expect(columns.memberTopic.subarray(anna * TASTE_TOPICS, (anna + 1) * TASTE_TOPICS).some(Boolean)).toBe(false);
  expect(members.controls.newcomers(anna)).toBe('usual');
  expect(members.seen.has(anna, 77)).toBe(true);
  expect(members.find('anna')).toBe(anna);
  expect([...columns.memberReads.subarray(anna * 4, anna * 4 + 2)]).toEqual([
    languageMark('zh-Hant'),
    languageMark('en'),
  ]);
});

test('a fresh search does not push out the words of others', () => {
  const { members } = openFew({ members: 40, memberControls: 8 });
  for (let index = 0; index < 4; index += 1) {
    const member = members.touch(`said ${index}`, NOW);
    members.control(member, { kind: 'newcomers', intensity: 'less' }, NOW);
  }
  for (let index = 0; index < 30; index += 1) {
    members.intents.add(
      members.touch(`searched ${index}`, NOW + index),
      new Int8Array(VECTOR_LENGTH),
      [],
      [],
      NOW + index,
    );
  }
  const kept = [0, 1, 2, 3].map((index) => members.controls.newcomers(members.find(`said ${index}`)));
  expect(kept).toEqual(['less', 'less', 'less', 'less']);
});
