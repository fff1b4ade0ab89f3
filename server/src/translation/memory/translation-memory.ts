import { phraseKey } from '@teahouse/engine';
import { dateOf } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db/database.ts';
import type { Deps } from '../../platform/deps.ts';
import { createLoaderCache } from '../../platform/loader-cache.ts';
import { createRecentMap } from '../../platform/recent-map.ts';
import { longestPhrase, type MemoryQuestion, type MemoryReader } from '../pipeline/memory-reader.ts';
import type { Phrasebook } from './phrasebook.ts';
import {
  countPhrases,
  deleteAuthorsPhrases,
  deletePhrasesOf,
  type MemoryKey,
  type MemoryRow,
  type NewMemoryRow,
  type PhraseForExport,
  selectPhrases,
  selectPhrasesAfter,
  upsertPhrases,
} from './translation-memory.sql.ts';

export interface MemoryEntry {
  from: string;
  to: string;
  source: string;
  target: string;
  origin: 'author' | 'member' | 'import' | 'town';
  /** Home id of the note it comes from; it is forgotten with it. */
  homeId?: string;
  /** Where it comes from and under which terms. */
  attribution?: string;
}

export interface HomeLanguage {
  homeId: string;
  to: string;
}

export interface Remembered {
  added: number;
  replaced: number;
  /** Doubles, phrases that are too long, and imports of what people of the house have translated themselves. */
  skipped: number;
}

/** What people translated: the house's own first, then the shipped phrasebook. */
export interface TranslationMemory extends MemoryReader {
  /** Seen by other processes of the house within seconds. */
  remember(entries: readonly MemoryEntry[], tx: Queryable): Promise<Remembered>;
  forgetHomes(homeIds: readonly string[], tx: Queryable): Promise<void>;
  /** Forgets what authors wrote beside these notes, except in languages of which they keep what they once said. */
  forgetAuthors(homeIds: readonly string[], kept: readonly HomeLanguage[], tx: Queryable): Promise<void>;
  /** Of the house; the phrasebook is not counted. */
  count(): Promise<number>;
  /** All of the house, page by page. */
  entries(): AsyncGenerator<PhraseForExport>;
}

interface Looked {
  id: string | undefined;
  shipped: string | undefined;
}

/** Short also where the house is alone: what a transaction adds is invalidated before it commits. */
const ttlMilliseconds = 10_000;
const mostRemembered = 20_000;
const rowsPerStatement = 1_000;

export function createTranslationMemory(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { phrasebook }: { phrasebook: Pick<Phrasebook, 'find'> },
): TranslationMemory {
  const rows = createLoaderCache<MemoryRow[]>({
    load: async (ids) => Map.groupBy(await selectPhrases(db, ids.map(keyOfId)), idOf),
    ttlMilliseconds,
    maxEntries: mostRemembered,
  });
  // Folding a text and looking into the phrasebook gives the same every time.
  const looked = createRecentMap<Looked>(mostRemembered);

  function look({ text, from, to }: MemoryQuestion): Looked {
    const question = JSON.stringify([to, from, text]);
    const known = looked.get(question);
    if (known) return known;
    const key = text.length <= longestPhrase ? phraseKey(text) : '';
    const isPhrase = key !== '' && key.length <= longestPhrase;
    const one = {
      id: isPhrase ? idOf({ to, phraseKey: key }) : undefined,
      shipped: isPhrase ? phrasebook.find(text, from, to)?.text : undefined,
    };
    looked.set(question, one);
    return one;
  }

  return {
    async findExact(questions) {
      const places = questions.map(look);
      const known = await rows.getMany(places.flatMap(({ id }) => id ?? []));
      return questions.map((question, index) => {
        const { id, shipped } = places[index] ?? {};
        const found = id === undefined ? undefined : fitting(known.get(id) ?? [], question);
        return found?.target ?? shipped;
      });
    },
    async remember(entries, tx) {
      const unique = uniqueRows(entries);
      const told = { added: 0, replaced: 0 };
      for (let start = 0; start < unique.length; start += rowsPerStatement) {
        const { added, replaced } = await upsertPhrases(
          tx,
          unique.slice(start, start + rowsPerStatement),
          dateOf(clock),
        );
        told.added += added;
        told.replaced += replaced;
      }
      for (const row of unique) rows.invalidate(idOf(row));
      return { ...told, skipped: entries.length - told.added - told.replaced };
    },
    async forgetHomes(homeIds, tx) {
      for (const key of await deletePhrasesOf(tx, homeIds)) rows.invalidate(idOf(key));
    },
    async forgetAuthors(homeIds, kept, tx) {
      for (const key of await deleteAuthorsPhrases(tx, homeIds, kept)) rows.invalidate(idOf(key));
    },
    count: () => countPhrases(db),
    async *entries() {
      let page: PhraseForExport[];
      let last: PhraseForExport | undefined;
      do {
        page = await selectPhrasesAfter(db, last, rowsPerStatement);
        yield* page;
        last = page.at(-1);
      } while (page.length === rowsPerStatement);
    },
  };
}

/** A language nobody is sure of fits any, as long as only one is there. */
function fitting(rows: readonly MemoryRow[], { from }: MemoryQuestion): MemoryRow | undefined {
  if (from === 'und' || from === 'mul') return rows.length === 1 ? rows[0] : undefined;
  return rows.find((row) => row.from === from);
}

function uniqueRows(entries: readonly MemoryEntry[]): NewMemoryRow[] {
  const rows = new Map<string, NewMemoryRow>();
  for (const { homeId, attribution = '', ...entry } of entries) {
    const key = entry.source.length <= longestPhrase ? phraseKey(entry.source) : '';
    if (key === '' || key.length > longestPhrase || entry.target.trim() === '' || entry.from === entry.to) continue;
    rows.set(JSON.stringify([entry.from, entry.to, key]), { ...entry, phraseKey: key, homeId, attribution });
  }
  return [...rows.values()];
}

function idOf({ to, phraseKey: key }: MemoryKey): string {
  return `${to} ${key}`;
}

function keyOfId(id: string): MemoryKey {
  const gap = id.indexOf(' ');
  return { to: id.slice(0, gap), phraseKey: id.slice(gap + 1) };
}
