import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash32 } from '@teahouse/engine';

export type LabelledText = { text: string; language: string };
export type ReaderText = { text: string; reads: string[]; needsButton: boolean };
export type CodedText = { text: string; kind: string };

/** `build` is looked at while the detector is improved, `final` only for the figure that is reported. */
export const PARTS = ['build', 'final', 'all'] as const;
export type Part = (typeof PARTS)[number];

const TOWN = join(import.meta.dirname, '../../../demo/town');

export const LANGUAGE_SETS = join(import.meta.dirname, '../../data/language');

/** Tab-separated lines of text and language; without a heading the language stands first. `mix` is an older name of `mul`. */
export function readLabelledTexts(file: string): LabelledText[] {
  const rows = readRows(file);
  const isTextFirst = rows[0]?.[0] === 'text';
  return (isTextFirst ? rows.slice(1) : rows).map(([first = '', second = '']) => {
    const [text, language] = isTextFirst ? [first, second] : [second, first];
    return { text, language: language === 'mix' ? 'mul' : language };
  });
}

export function readReaderTexts(file: string): ReaderText[] {
  return readRows(file)
    .slice(1)
    .map(([text = '', reads = '', button]) => ({ text, reads: reads.split(','), needsButton: button === 'yes' }));
}

export function readCodedTexts(file: string): CodedText[] {
  return readRows(file)
    .slice(1)
    .map(([text = '', kind = '']) => ({ text, kind }));
}

/** Both sides of the sentence pairs whose Chinese is left out of the engine's pair table: some 500 of 24,026 lines. */
export function readEverydaySentences(file: string): string[] {
  return readRows(file).flatMap(([english = '', chinese = '']) => (isLeftOut(chinese) ? [english, chinese] : []));
}

/** Chinese of the demo town: notes, comments, profiles. */
export function readTownTexts(): string[] {
  const files = globSync('{notes,members}/**/*.json', { cwd: TOWN });
  return files.flatMap((file) => chineseIn(JSON.parse(readFileSync(join(TOWN, file), 'utf8'))));
}

/** One text of forty-eight is never counted in the engine's table of Chinese pairs, so that it can test it. */
export function isLeftOut(text: string): boolean {
  return hash32(text) % 48 === 0;
}

function chineseIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'zh' && typeof inner === 'string' ? [inner] : chineseIn(inner),
  );
}

/** Splits by a hash of the text, so that a line stays in its half whatever is added around it. */
export function takePart<T extends { text: string }>(rows: readonly T[], part: Part): T[] {
  return rows.filter(({ text }) => part === 'all' || (hash32(text) % 2 === 0 ? 'build' : 'final') === part);
}

function readRows(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}
