import type { Deps } from '../platform/deps.ts';
import { findOtherWordings, type OtherWordingsParts } from './other-wordings.ts';
import { type RankedHit, type SoughtWording, scoreHits } from './score-hits.ts';
import type { SearchIndex } from './search-index.ts';
import { selectHits, selectLooseHits } from './search-notes.sql.ts';
import { looseTermsOf, queryKey, type TermGroup, termsOfQuery } from './terms.ts';

/** What a search found before anybody's rules, best first, as of a moment. */
export interface Results {
  hits: readonly RankedHit[];
  at: number;
}

/** Results of the last seconds: the same search by many people, and its further pages, cost one look into the index. */
export interface SearchResults {
  /** @param at moment of a page before; its order is kept as far as counters allow */
  of(query: string, at: number | undefined): Promise<Results>;
}

const ttlMilliseconds = 5_000;
/** 500 hits of 100 bytes each. */
const mostKept = 300;
/** As many candidates as a search looks at. */
const mostHits = 500;

interface Kept {
  until: number;
  results: Promise<Results>;
}

export function createSearchResults(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { cutter }: Pick<SearchIndex, 'cutter'>,
  parts: OtherWordingsParts,
): SearchResults {
  const kept = new Map<string, Kept>();

  async function search(query: string, at: number): Promise<Results> {
    const groups = termsOfQuery(cutter, query);
    if (groups.length === 0) return { hits: [], at };
    const others = await findOtherWordings(parts, cutter, query);
    const wordings = [{ language: '', words: query }, ...others]
      .map((wording) => ({ ...wording, groups: termsOfQuery(cutter, wording.words) }))
      .filter((wording) => wording.groups.length > 0)
      .map((wording): SoughtWording & { groups: TermGroup[] } => ({
        ...wording,
        terms: wording.groups.flatMap(([way]) => way ?? []),
      }));
    const strict = await selectHits(
      db,
      wordings.map((wording) => wording.groups),
      mostHits,
    );
    const hits = scoreHits(strict, wordings, at);
    if (hits.length > 0) return { hits, at };
    return { hits: await searchLoosely(wordings, at), at };
  }

  /** One word is not sought loosely: its part would be anything. */
  async function searchLoosely(wordings: readonly SoughtWording[], at: number): Promise<RankedHit[]> {
    const [own, ...others] = wordings.map((wording) => ({ wording, terms: looseTermsOf(cutter, wording.words) }));
    if (!own || own.terms.length < 2) return [];
    const sought = [own, ...others.filter(({ terms }) => terms.length > 1)];
    const hits = await selectLooseHits(
      db,
      sought.map(({ terms }) => terms),
      mostHits,
    );
    return scoreHits(
      hits,
      sought.map(({ wording }) => wording),
      at,
    );
  }

  function remember(key: string, results: Promise<Results>): Promise<Results> {
    kept.delete(key);
    kept.set(key, { until: performance.now() + ttlMilliseconds, results });
    results.catch(() => kept.delete(key));
    if (kept.size > mostKept) {
      const [oldest = ''] = kept.keys();
      kept.delete(oldest);
    }
    return results;
  }

  function fresh(key: string): Promise<Results> | undefined {
    const known = kept.get(key);
    return known && known.until > performance.now() ? known.results : undefined;
  }

  return {
    async of(query, at) {
      const key = queryKey(query);
      const latest = await fresh(key);
      if (latest && (at === undefined || latest.at === at)) return latest;
      if (at === undefined) return remember(key, search(query, clock.now()));
      const former = `${key}\n${at}`;
      return fresh(former) ?? remember(former, search(query, at));
    },
  };
}
