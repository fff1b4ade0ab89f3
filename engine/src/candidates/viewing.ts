import { primarySubtag } from '../members/language-mark.ts';
import type { Members } from '../members/open-members.ts';
import type { NoteStore } from '../notes/note-store.ts';
import { LANGUAGES } from '../notes/note-store-columns.ts';
import type { PageRequest } from '../traffic/page.ts';

/** Who a page is for and what must not stand on it; used again for each page of a thread. */
export interface Viewing {
  /** Row, or -1: nothing is known or nothing may be used. */
  member: number;
  /** `memberVersion` before anything else of the member was read. */
  version: number;
  seconds: number;
  /** Codes of the languages read; at most four have sources of their own. */
  readonly languages: number[];
  /** 1 for every language code that the viewer reads, or that needs no reading. */
  readonly reads: Uint8Array;
  /** Whether it is known what the viewer reads: otherwise nothing is foreign. */
  knowsLanguages: boolean;
  country: number;
  /** Code of the only category of the page; 0: all. -1: one that no note has. */
  category: number;
  /** Author rows of this page's number are hidden, or followed. */
  readonly hidden: AuthorMarks;
  readonly followed: AuthorMarks;
  readonly followedRows: number[];
  /** `hash32` of the notes that may not stand on the page. */
  readonly excluded: Set<number>;
}

/** A set of author rows that is emptied in no time. */
export interface AuthorMarks {
  clear(): void;
  add(author: number): void;
  has(author: number): boolean;
}

/** No linguistic content, undetermined, many languages (ISO 639-2): everybody may look at these. */
const unspoken: ReadonlySet<string> = new Set(['zxx', 'und', 'mul', '']);
/** Languages with sources of their own. */
const MOST_LANGUAGES = 4;

export function createViewing(authors: number): Viewing {
  return {
    member: -1,
    version: 0,
    seconds: 0,
    languages: [],
    reads: new Uint8Array(LANGUAGES + 1),
    knowsLanguages: false,
    country: 0,
    category: 0,
    hidden: createAuthorMarks(authors),
    followed: createAuthorMarks(authors),
    followedRows: [],
    excluded: new Set(),
  };
}

function createAuthorMarks(authors: number): AuthorMarks {
  const marks = new Uint32Array(authors);
  let page = 1;
  return {
    clear() {
      page = page === 0xffff_ffff ? 1 : page + 1;
      if (page === 1) marks.fill(0);
    },
    add(author) {
      if (author >= 0 && author < authors) marks[author] = page;
    },
    has: (author) => marks[author] === page,
  };
}

/** Readies a viewing for a request; `languageOf` texts are remembered, the dictionary only grows. */
export function createViewer(store: NoteStore, members: Members): (viewing: Viewing, request: PageRequest) => void {
  const primaries: string[] = [];

  function primaryOf(code: number): string {
    const known = primaries[code];
    if (known) return known;
    const primary = primarySubtag(store.languageOf(code));
    primaries[code] = primary;
    return primary;
  }

  function setLanguages(viewing: Viewing, tags: readonly string[]): void {
    const wanted = new Set(tags.map(primarySubtag).filter((tag) => !unspoken.has(tag)));
    viewing.knowsLanguages = wanted.size > 0;
    viewing.languages.length = 0;
    for (let code = 0; code < viewing.reads.length; code += 1) {
      const primary = code === 0 ? '' : primaryOf(code);
      const isRead = wanted.has(primary);
      viewing.reads[code] = isRead || unspoken.has(primary) || !viewing.knowsLanguages ? 1 : 0;
    }
    // Of whom nothing is known, the languages that came to the house first are asked.
    const asked = viewing.knowsLanguages ? [...wanted] : primaries.filter(Boolean);
    for (const tag of asked) {
      const code = primaries.indexOf(tag);
      if (code > 0 && viewing.languages.length < MOST_LANGUAGES) viewing.languages.push(code);
    }
  }

  function setAuthors(viewing: Viewing, { hiddenAuthors, followedAuthors, isPersonal }: PageRequest): void {
    viewing.hidden.clear();
    viewing.followed.clear();
    viewing.followedRows.length = 0;
    for (const author of hiddenAuthors) viewing.hidden.add(store.authorRowOf(author));
    if (!isPersonal) return;
    for (const author of followedAuthors) {
      const row = store.authorRowOf(author);
      if (row < 0) continue;
      viewing.followed.add(row);
      viewing.followedRows.push(row);
    }
  }

  function exclude(viewing: Viewing, { shown, except = [] }: PageRequest): void {
    viewing.excluded.clear();
    for (const note of shown) viewing.excluded.add(note);
    for (const id of except) {
      const row = store.rowOf(id);
      if (row >= 0) viewing.excluded.add(store.columns.noteHash[row] ?? 0);
    }
  }

  return (viewing, request) => {
    viewing.member = request.isPersonal ? members.find(request.viewer) : -1;
    viewing.version = viewing.member < 0 ? 0 : (members.columns.memberVersion[viewing.member] ?? 0);
    viewing.seconds = Math.floor(request.now / 1000);
    viewing.country = request.country === undefined ? 0 : store.countryCodeOf(request.country);
    viewing.category = request.category === undefined ? 0 : store.categoryCodeOf(request.category) || -1;
    setLanguages(viewing, request.languages);
    setAuthors(viewing, request);
    exclude(viewing, request);
  };
}
