import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A line of a test set and what a real engine once made of it. */
export interface StoredLine {
  source: string;
  output: string;
}

export interface FoundPart {
  line: StoredLine;
  /** Where the wording stands in the line's source. */
  start: number;
  end: number;
}

export interface StoredLines {
  readonly lines: readonly StoredLine[];
  /** The line a wording is or is part of; the first of several. */
  find(wording: string): FoundPart | undefined;
}

/** Reads `<folder>/<pair>/source.txt` and `bergamot.txt`, line by line. Undefined when the pair is not there. */
export function readStoredLines(folder: string, pair: string): StoredLines | undefined {
  const file = (name: string) => join(folder, pair, name);
  if (!existsSync(file('source.txt')) || !existsSync(file('bergamot.txt'))) return undefined;
  const [sources, outputs] = [readLines(file('source.txt')), readLines(file('bergamot.txt'))];
  if (sources.length !== outputs.length) throw new Error(`${pair}: ${sources.length} lines, ${outputs.length} outputs`);
  return indexLines(sources.map((source, index) => ({ source, output: outputs[index] ?? '' })));
}

function indexLines(lines: readonly StoredLine[]): StoredLines {
  const whole = new Map(lines.map((line) => [line.source.trim(), line]));
  const all = lines.map(({ source }) => source).join('\n');
  const starts = startsOf(lines);
  return {
    lines,
    find(wording) {
      const wanted = wording.trim();
      const line = whole.get(wanted);
      if (line) return partOf(line, line.source.indexOf(wanted), wanted);
      const place = wanted === '' ? -1 : all.indexOf(wanted);
      if (place < 0) return undefined;
      const index = starts.findLastIndex((start) => start <= place);
      return partOf(lines[index] as StoredLine, place - (starts[index] ?? 0), wanted);
    },
  };
}

function startsOf(lines: readonly StoredLine[]): number[] {
  let next = 0;
  return lines.map(({ source }) => {
    const start = next;
    next += source.length + 1;
    return start;
  });
}

function partOf(line: StoredLine, start: number, wording: string): FoundPart {
  return { line, start, end: start + wording.length };
}

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
}
