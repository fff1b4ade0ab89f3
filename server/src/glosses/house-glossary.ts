import { createHash } from 'node:crypto';
import type { GlossNote } from '@teahouse/contract';
import { compileGlossary, type Glossary, type GlossMatch } from '@teahouse/engine';
import type { Deps } from '../platform/deps.ts';
import { createRecentMap } from '../platform/recent-map.ts';
import { type ApprovedGloss, selectApprovedGlosses, selectGlossaryVersion } from './glossary.sql.ts';

/** The approved terms, in memory: what texts are footnoted from, and what engines and detection are told. */
export interface HouseGlossary {
  /** Changes with every change of an approved term. */
  readonly version: number;
  readonly termCount: number;
  /** Footnotes of a text for readers of a language, in order of first occurrence. */
  findGlosses(text: string, to: string): GlossNote[];
  /** Terms of a text as they are written there, with their renderings in `to`; `hash` names them in their present versions. */
  match(text: string, to: string): { terms: { term: string; rendering: string }[]; hash: string };
  /** The word as a whole is a term. */
  knows(word: string): boolean;
  /** Language of a word that is slang of one language only. */
  wordLanguage(word: string): string | undefined;
  /** Reads the terms again if their version is another. */
  refresh(): Promise<void>;
}

interface Compiled {
  version: number;
  glosses: ReadonlyMap<string, ApprovedGloss>;
  matcher: Glossary;
}

type Seen = GlossMatch & { gloss: ApprovedGloss };

/** The same texts are read again and again: the feed's and the ones people talk about. */
const mostTexts = 2_000;
const mostCharacters = 2_000_000;
const mostWords = 20_000;

export async function openHouseGlossary({ db }: Pick<Deps, 'db'>): Promise<HouseGlossary> {
  const recent = createRecentMap<Seen[]>(mostTexts, mostCharacters);
  /** Apart from the texts: a riddle asks for each of its words. */
  const words = createRecentMap<boolean>(mostWords, mostCharacters);
  let current = await readGlossary(db);
  let refreshing = Promise.resolve();

  function seenIn(text: string): Seen[] {
    const known = recent.get(text);
    if (known) return known;
    const seen = current.matcher.match(text).flatMap((match) => {
      const gloss = current.glosses.get(match.termId);
      return gloss ? [{ ...match, gloss }] : [];
    });
    recent.set(text, seen);
    return seen;
  }

  function knows(word: string): boolean {
    const matches = () => current.matcher.match(word);
    const known = words.get(word) ?? matches().some(({ start, end }) => start === 0 && end === word.length);
    words.set(word, known);
    return known;
  }

  async function readIfChanged(): Promise<void> {
    if ((await selectGlossaryVersion(db)) === current.version) return;
    current = await readGlossary(db);
    recent.clear();
    words.clear();
  }

  return {
    get version() {
      return current.version;
    },
    get termCount() {
      return current.glosses.size;
    },
    findGlosses: (text, to) => foreignTo(to, seenIn(text)).map((seen) => noteOf(seen, text, to)),
    match: (text, to) => termsOf(foreignTo(to, seenIn(text)), text, to),
    knows,
    wordLanguage: (word) => current.matcher.wordLanguage(word),
    refresh() {
      // One after the other: a change that was committed during a reading is seen by the next.
      refreshing = refreshing.catch(() => {}).then(readIfChanged);
      return refreshing;
    },
  };
}

/** The version is read first: what changes in between is read once too often rather than never. */
async function readGlossary(db: Deps['db']): Promise<Compiled> {
  const version = await selectGlossaryVersion(db);
  const glosses = await selectApprovedGlosses(db);
  return { version, glosses: new Map(glosses.map((gloss) => [gloss.id, gloss])), matcher: compileGlossary(glosses) };
}

/** Nobody needs the slang of their own language in footnotes under a foreign text. */
function foreignTo(to: string, seen: readonly Seen[]): Seen[] {
  return seen.filter(({ gloss }) => gloss.language !== to);
}

function noteOf({ gloss, start, end }: Seen, text: string, to: string): GlossNote {
  const { id, term, isCoarse } = gloss;
  const { text: rendering, note } = renderingFor(gloss, to);
  return { id, term, seen: text.slice(start, end), rendering, note, isCoarse };
}

/** English is what most readers of other languages know, then the language of most terms. */
function renderingFor({ language, renderings, sense }: ApprovedGloss, to: string): { text: string; note: string } {
  const ownWords = { text: sense, note: '' };
  return renderings[to] ?? renderings.en ?? (language === 'en' ? ownWords : (renderings.zh ?? ownWords));
}

/** Only what surely is meant as slang: a wrong hint would spoil the sentence. */
function termsOf(seen: readonly Seen[], text: string, to: string) {
  const told = seen.flatMap(({ gloss, isCertain, start, end }) => {
    const rendering = gloss.renderings[to]?.text;
    return isCertain && rendering ? [{ gloss, term: text.slice(start, end), rendering }] : [];
  });
  return {
    terms: told.map(({ term, rendering }) => ({ term, rendering })),
    hash: hashOf(told.map(({ gloss }) => gloss)),
  };
}

function hashOf(glosses: readonly ApprovedGloss[]): string {
  if (glosses.length === 0) return '';
  const names = glosses.map(({ id, version }) => `${id}@${version}`).sort();
  return createHash('sha256').update(names.join(' ')).digest('base64url').slice(0, 16);
}
