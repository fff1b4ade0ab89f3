import { textCovers } from '@teahouse/contract';
import { expect, it } from 'vitest';
import { type TownEvent, townHistory } from './history.ts';
import { readAvatar, readPicture } from './pictures.ts';
import { readTown } from './town.ts';

/** mulberry32, so that this test needs no other workspace. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

it('is as large and as mixed as promised', () => {
  const { members, notes } = readTown();
  const comments = notes.flatMap((note) => note.comments.flatMap((comment) => [comment, ...comment.replies]));
  expect(members.length).toBeGreaterThanOrEqual(60);
  expect(notes.length).toBeGreaterThanOrEqual(300);
  expect(comments.length).toBeGreaterThanOrEqual(1500);
  expect(new Set(notes.map((note) => note.language))).toEqual(new Set(['zh', 'en', 'ja', 'ko', 'es']));
});

it('has every text in its own language, English and Chinese', () => {
  const texts = readTown().notes.flatMap((note) => [
    ...[note.title, note.text, ...note.pictures.map((picture) => picture.alt)].map((text) => ({
      text,
      language: note.language,
    })),
    ...note.comments
      .flatMap((comment) => [comment, ...comment.replies])
      .map(({ text, language }) => ({ text, language })),
  ]);
  const missing = texts.filter(({ text, language }) =>
    [language, 'en' as const, 'zh' as const].some((tag) => !text[tag]),
  );
  expect(missing).toEqual([]);
});

it('has a drawing for every picture, a known cover for every other note, and a face for every member', () => {
  const { members, notes } = readTown();
  const covers = notes.filter((note) => note.pictures.length === 0).map((note) => note.textCover);
  expect(covers.filter((cover) => !textCovers.some((known) => known === cover))).toEqual([]);
  const pictures = notes.flatMap((note) =>
    note.pictures.map((picture, index) => readPicture(picture.art, `${note.id}/${index}`)),
  );
  const faces = members.map((member) => readAvatar(member.handle));
  expect([...pictures, ...faces].every((bytes) => bytes.length > 0)).toBe(true);
});

it('happens in order: nobody acts before joining, nothing is answered before it is said', () => {
  const town = readTown();
  const done = new Set<string>();
  const early = townHistory(town, chance(1)).filter((event) => {
    if (event.kind === 'join') done.add(event.member.handle);
    if (event.kind === 'publish') done.add(event.note.id);
    if (event.kind === 'comment') done.add(event.commentKey);
    return wantedBefore(event).some((want) => !done.has(want));
  });
  expect(early).toEqual([]);
});

it('is the same town every time', () => {
  const town = readTown();
  expect(townHistory(town, chance(7))).toEqual(townHistory(town, chance(7)));
});

function wantedBefore(event: TownEvent): string[] {
  if (event.kind === 'join' || event.kind === 'visit') return [];
  if (event.kind === 'browse') return [event.by];
  if (event.kind === 'publish') return [event.note.author];
  if (event.kind === 'follow') return [event.by, event.whom];
  if (event.kind === 'comment') return [event.by, event.noteId, ...(event.parentKey ? [event.parentKey] : [])];
  return [event.by, event.noteId];
}
