import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash32 } from '../hash.ts';
import { layOut, openColumns } from '../memory/columns.ts';
import { restoreSnapshot, writeSnapshot } from '../memory/snapshot.ts';
import { seededRandom } from '../random.ts';
import { clusterColumns } from './cluster-columns.ts';
import { noteFact } from './note-fact.fixture.ts';
import { noteCapacities, noteStoreColumns } from './note-store-columns.ts';
import { type FreedRows, openNoteStore } from './open-note-store.ts';

describe('openNoteStore', () => {
  it('finds a note by id and by hash, and says its id again', () => {
    const { store } = open(4);
    const id = '0193f0e1-7b1c-7def-8abc-0123456789ab';
    const row = store.upsert(noteFact({ note: id, author: 'li', language: 'zh-Hant', topics: ['tea'], country: 'TW' }));
    expect(store.rowOf(id)).toBe(row);
    expect(store.rowOfHash(hash32(id))).toBe(row);
    expect(store.idOf(row)).toBe(id);
    expect(store.authorIdOf(store.columns.noteAuthor[row] as number)).toBe('li');
    expect(store.topicIdOf((store.columns.noteTopics[row * 6] as number) - 1)).toBe('tea');
    expect(store.languageOf(store.columns.noteLanguage[row] as number)).toBe('zh-Hant');
    expect(store.countryOf(store.columns.noteCountry[row] as number)).toBe('TW');
    expect(store.rowOf('another')).toBe(-1);
    expect(store.rowOf('a text that is no id at all')).toBe(-1);
  });

  it('takes over what changed, on the same row and on the lists of what is new', () => {
    const { store, read } = open(4);
    const row = store.upsert(noteFact({ note: 'n1', topics: ['tea', 'tea', 'cups'] }));
    expect(store.upsert(noteFact({ note: 'n1', topics: ['cups', 'pots'], language: 'en' }))).toBe(row);
    expect(store.count).toBe(1);
    expect(read.topic('tea', 'zh')).toEqual([]);
    expect(read.topic('cups', 'zh')).toEqual([]);
    expect(read.topic('cups', 'en')).toEqual(['n1']);
    expect(read.topic('pots', 'en')).toEqual(['n1']);
    expect(read.language('en')).toEqual(['n1']);
    expect(read.language('zh')).toEqual([]);
  });

  it('keeps the row of a note that is off the lists, and puts it back', () => {
    const { store, read, freed } = open(4);
    const row = store.upsert(noteFact({ note: 'n1', topics: ['tea'] }));
    expect(store.remove('n1')).toBe(row);
    expect(store.remove('n1')).toBe(-1);
    expect([store.count, store.isListed(row), store.rowOf('n1')]).toEqual([0, false, row]);
    expect(store.columns.noteVector.every((value) => value === 0)).toBe(true);
    expect([read.newest(), read.topic('tea', 'zh'), read.author('auntie')]).toEqual([[], [], []]);
    expect(store.upsert(noteFact({ note: 'n1', topics: ['tea'] }))).toBe(row);
    expect([...new Set(read.topic('tea', 'zh'))]).toEqual(['n1']);
    expect(freed).toEqual([]);
  });

  it('gives the room of the note longest off the lists, then of the one listed first', () => {
    const { store, read, freed } = open(3);
    for (const note of ['n1', 'n2', 'n3']) store.upsert(noteFact({ note }));
    expect(store.isFull).toBe(true);
    store.remove('n3');
    store.remove('n2');
    expect(store.isFull).toBe(false);
    for (const note of ['n4', 'n5']) store.upsert(noteFact({ note }));
    expect(read.newest()).toEqual(['n5', 'n4', 'n1']);
    store.upsert(noteFact({ note: 'n6' }));
    expect(read.newest()).toEqual(['n6', 'n5', 'n4']);
    expect(store.rowOf('n1')).toBe(-1);
    expect(freed).toEqual([2, 1, 0]);
  });

  it('walks on from a note', () => {
    const { store } = open(4);
    for (const note of ['n1', 'n2', 'n3']) store.upsert(noteFact({ note }));
    const out = new Uint32Array(4);
    expect(store.olderThan(store.rowOf('n3'), out, 1, 9)).toBe(2);
    expect([...out.subarray(1, 3)].map(store.idOf)).toEqual(['n2', 'n1']);
  });

  it('lists by author, group, country and category', () => {
    const { store, read } = open(4);
    store.upsert(noteFact({ note: 'n1', author: 'li', category: 'food', country: 'CN' }));
    store.upsert(noteFact({ note: 'n2', author: 'ann', authorGroup: 'newcomer', language: 'en', country: 'US' }));
    store.upsert(noteFact({ note: 'n3', author: 'li', category: 'food', country: 'SG' }));
    expect(read.author('li')).toEqual(['n3', 'n1']);
    expect(read.group(1, 'en')).toEqual(['n2']);
    expect(read.group(0, 'zh')).toEqual(['n3', 'n1']);
    expect(read.country('US')).toEqual(['n2']);
    expect(read.category('food')).toEqual(['n3', 'n1']);
    expect(read.category('never heard')).toEqual([]);
  });

  it('writes nothing of a note whose ids are none', () => {
    const { store } = open(2);
    const before = store.columns.noteChains.slice();
    expect(() => store.upsert(noteFact({ note: 'n1', topics: ['a topic by its long name'] }))).toThrow(RangeError);
    expect(store.columns.noteChains).toEqual(before);
    expect(store.rowOf('n1')).toBe(-1);
  });

  it('shares one row among the authors for whom there is no room', () => {
    const { store } = open(8, { authors: 3 });
    for (const author of ['a', 'b', 'c', 'd']) store.upsert(noteFact({ note: `by ${author}`, author }));
    expect([...store.columns.noteAuthor].slice(0, 4)).toEqual([1, 2, 0, 0]);
    expect([store.authorRowOf('c'), store.authorIdOf(0)]).toEqual([-1, '']);
  });

  it('uses the row of an author again when the last note is gone', () => {
    const { store } = open(1, { authors: 2 });
    store.upsert(noteFact({ note: 'n1', author: 'a' }));
    store.upsert(noteFact({ note: 'n2', author: 'b' }));
    store.upsert(noteFact({ note: 'n3', author: 'c' }));
    expect([store.authorRowOf('a'), store.authorRowOf('c')]).toEqual([-1, 1]);
  });

  it('says what a model says after any walk of facts, and after rebuilding', () => {
    const step = fc.record({
      note: fc.nat(11).map((number) => `n${number}`),
      isGone: fc.boolean(),
      topics: fc.subarray(['tea', 'cups', 'pots']),
      language: fc.constantFrom('zh', 'en'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { store, read } = open(16);
        const model = new Map<string, { topics: string[]; language: string }>();
        for (const { note, isGone, topics, language } of steps) {
          if (isGone) {
            store.remove(note);
            model.delete(note);
          } else {
            store.upsert(noteFact({ note, topics, language }));
            model.set(note, { topics, language });
          }
        }
        for (const pass of ['as written', 'rebuilt']) {
          if (pass === 'rebuilt') store.rebuild();
          expect(read.newest().sort()).toEqual([...model.keys()].sort());
          for (const language of ['zh', 'en']) {
            const spoken = [...model].filter(([, said]) => said.language === language).map(([note]) => note);
            expect([...new Set(read.language(language))].sort()).toEqual(spoken.sort());
          }
        }
        const withTea = [...model].filter(([, said]) => said.topics.includes('tea') && said.language === 'zh');
        expect(read.topic('tea', 'zh').sort()).toEqual(withTea.map(([note]) => note).sort());
      }),
      { numRuns: 80 },
    );
  });

  it('takes no more than 205 bytes a note, clusters and all', () => {
    const layout = layOut({ ...noteStoreColumns, ...clusterColumns }, noteCapacities(1_000_000));
    expect(layout.bytes / 1_000_000).toBeLessThan(205);
  });

  it('goes on in larger columns as if it had always been there', () => {
    const small = open(4);
    for (const note of ['n1', 'n2', 'n3', 'n4', 'n5']) small.store.upsert(noteFact({ note, topics: ['tea'] }));
    small.store.remove('n3');
    const capacities = { notes: 9, authors: 16, topics: 16 };
    const snapshot = writeSnapshot(noteStoreColumns, small.store.columns, {
      position: 6,
      capacities: { ...capacities, notes: 4 },
    });
    const large = open(9);
    expect(restoreSnapshot(snapshot, noteStoreColumns, large.store.columns, capacities)).toMatchObject({
      isMoved: true,
    });
    large.store.rebuild();
    large.store.upsert(noteFact({ note: 'n6', topics: ['tea'] }));
    expect(large.read.topic('tea', 'zh')).toEqual(['n6', 'n5', 'n4', 'n2']);
    expect(large.read.newest()).toEqual(['n6', 'n5', 'n4', 'n2']);
    expect([large.store.rowOf('n3'), large.store.rowOf('n1')]).toEqual([small.store.rowOf('n3'), -1]);
  });

  it('lets readers live through memory that is being written', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { store, read } = open(16);
        const random = seededRandom(seed);
        for (const note of ['n1', 'n2', 'n3']) store.upsert(noteFact({ note, topics: ['tea'], country: 'CN' }));
        for (const column of Object.values(store.columns)) {
          for (let at = 0; at < Math.min(column.length, 400); at += 1) {
            if (random() < 0.3) column[at] = Math.floor(random() * 2 ** 32);
          }
        }
        for (const rows of [read.newest(), read.topic('tea', 'zh'), read.author('auntie'), read.language('zh')]) {
          expect(rows.length).toBeLessThanOrEqual(64);
        }
        expect(store.rowOf('n1')).toBeLessThan(store.capacity);
        expect(store.rowOfHash(hash32('n2'))).toBeLessThan(store.capacity);
      }),
      { numRuns: 60 },
    );
  });
});

function open(notes: number, more: Record<string, number> = {}) {
  const freed: number[] = [];
  const listener: FreedRows = { note: (row) => freed.push(row) };
  const store = openNoteStore(openColumns(noteStoreColumns, { notes, authors: 16, topics: 16, ...more }), listener);
  const out = new Uint32Array(64);
  const named = (count: number) => [...out.subarray(0, count)].map(store.idOf);
  const read = {
    newest: () => named(store.newest(out, 0, 64)),
    author: (id: string) => named(store.byAuthor(store.authorRowOf(id), out, 0, 64)),
    topic: (id: string, language: string) =>
      named(store.byTopic(store.topicRowOf(id), store.languageCodeOf(language), out, 0, 64)),
    language: (tag: string) => named(store.byLanguage(store.languageCodeOf(tag), out, 0, 64)),
    group: (group: number, tag: string) => named(store.byAuthorGroup(group, store.languageCodeOf(tag), out, 0, 64)),
    country: (code: string) => named(store.byCountry(store.countryCodeOf(code), out, 0, 64)),
    category: (name: string) => named(store.byCategory(store.categoryCodeOf(name), out, 0, 64)),
  };
  return { store, read, freed };
}
