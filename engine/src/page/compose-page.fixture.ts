import { openColumns } from '../memory/columns.ts';
import { noteColumns, TOPICS_PER_NOTE, VECTOR_LENGTH } from '../notes/note-columns.ts';
import { seededRandom } from '../random.ts';
import { defaultPolicy } from '../traffic/policy.ts';
import { composePage, openPageScratch } from './compose-page.ts';
import { type ComposedPage, candidateFlags, type PageInput, type SlotKind } from './composition.ts';

export interface Note {
  author: number;
  topics?: readonly number[];
  duplicate?: number;
  flags?: number;
  score?: number;
  vector?: readonly number[];
}

const { firstPool } = candidateFlags;
export const scratch = openPageScratch(400);

export function columnsOf(notes: readonly Note[]) {
  const columns = openColumns(noteColumns, { notes: Math.max(1, notes.length) });
  for (const [row, note] of notes.entries()) {
    columns.noteAuthor[row] = note.author;
    columns.noteTopics.set((note.topics ?? []).slice(0, TOPICS_PER_NOTE), row * TOPICS_PER_NOTE);
    columns.noteDuplicate[row] = note.duplicate ?? 0;
    columns.noteVector.set(note.vector ?? vectorOf(row), row * VECTOR_LENGTH);
  }
  return columns;
}

export function vectorOf(seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: VECTOR_LENGTH }, () => Math.round(random() * 40 - 20));
}

export interface Shown {
  row: number;
  kind: SlotKind;
  flags: number;
}

export type Given = Partial<Omit<PageInput, 'candidates' | 'before' | 'policy'>> & {
  policy?: Partial<PageInput['policy']>;
};

export function makePage(notes: readonly Note[], shown: readonly Shown[], given: Given = {}): ComposedPage {
  const waiting = [...notes.keys()].filter((row) => !shown.some((slot) => slot.row === row));
  // What a caller knows of a note shown before: in a first-pool slot or not.
  const flagsBefore = ({ flags, kind }: Shown) => (kind === 'first-pool' ? flags | firstPool : flags & ~firstPool);
  return composePage(scratch, columnsOf(notes), {
    size: 20,
    turn: shown.length,
    foreignShare: 1,
    newcomerShare: 1,
    searchShare: 0,
    firstPoolSlots: 4,
    ...given,
    policy: { ...defaultPolicy.page, ...given.policy },
    candidates: {
      count: waiting.length,
      rows: Uint32Array.from(waiting),
      scores: Float32Array.from(waiting, (row) => notes[row]?.score ?? 1 - row / 1000),
      flags: Uint16Array.from(waiting, (row) => notes[row]?.flags ?? 0),
    },
    before: {
      count: shown.length,
      rows: Uint32Array.from(shown, ({ row }) => row),
      flags: Uint16Array.from(shown, flagsBefore),
    },
  });
}

export const shownOn = (notes: readonly Note[], page: ComposedPage): Shown[] =>
  page.slots.map(({ row, kind }) => ({ row, kind, flags: notes[row]?.flags ?? 0 }));

export const rowsOf = (page: ComposedPage) => page.slots.map(({ row }) => row);
const kindsOf = (page: ComposedPage) => page.slots.map(({ kind }) => kind);
export const placesOf = (page: ComposedPage, kind: SlotKind) =>
  kindsOf(page).flatMap((own, slot) => (own === kind ? [slot] : []));
export const plain = (count: number, given: (index: number) => Partial<Note> = () => ({})): Note[] =>
  Array.from({ length: count }, (_, index) => ({ author: 1000 + index, ...given(index) }));

export interface Walk {
  sequence: Shown[];
  pages: ComposedPage[];
}

export function walk(notes: readonly Note[], given: Given, pages: number): Walk {
  const made: Walk = { sequence: [], pages: [] };
  for (let page = 0; page < pages; page += 1) {
    const next = makePage(notes, made.sequence, { turn: page, ...given });
    made.pages.push(next);
    made.sequence.push(...shownOn(notes, next));
  }
  return made;
}
