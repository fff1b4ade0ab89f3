import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Exposures of KuaiRand-Pure in log order, a row in each column. */
export interface KuaiRand {
  count: number;
  /** ms since the epoch. */
  at: Float64Array;
  /** Day of April 2022; 1 May is 31. */
  day: Uint8Array;
  user: Uint32Array;
  video: Uint32Array;
  tab: Uint8Array;
  /** Bits in the order of the engine's `heads`; collect is not in the data. */
  done: Uint8Array;
  durationSeconds: Float32Array;
  author: Uint32Array;
  /** Up to three tags a row, plus one; 0: none. */
  tags: Uint32Array;
  ageHours: Float32Array;
  /** What each user watched before the log, oldest first, and what of it for long. */
  history: Map<number, { watched: number[]; liked: Set<number>; long: Set<number> }>;
}

export const KUAIRAND_FILES = ['exposures.csv.gz', 'history.csv.gz'] as const;

// Columns whose act is head 0, 1, 2, 4, 5, 6 and 7, in the order of the file.
const HEAD_COLUMNS = [0, 1, 2, 4, 5, 6, 7] as const;
export const KNOWN_HEADS = HEAD_COLUMNS.reduce((bits: number, head) => bits | (1 << head), 0);

export async function readKuaiRand(folder: string): Promise<KuaiRand> {
  const [exposures, history] = await Promise.all(KUAIRAND_FILES.map((file) => readLines(join(folder, file))));
  return { ...readExposures(exposures as string[]), history: readHistory(history as string[]) };
}

async function readLines(file: string): Promise<string[]> {
  const text = (await promisify(gunzip)(await readFile(file))).toString('utf8');
  // Without the line of names.
  return text.trimEnd().split('\n').slice(1);
}

function readExposures(lines: readonly string[]): Omit<KuaiRand, 'history'> {
  const data = createColumns(lines.length);
  for (const [row, line] of lines.entries()) {
    const cells = line.split(',');
    data.at[row] = Number(cells[0]);
    data.day[row] = dayOf(cells[1] as string);
    data.user[row] = Number(cells[2]);
    data.video[row] = Number(cells[3]);
    data.tab[row] = Number(cells[4]);
    data.done[row] = HEAD_COLUMNS.reduce((bits: number, head, at) => bits | (Number(cells[5 + at]) << head), 0);
    data.durationSeconds[row] = Number(cells[13]) / 1000;
    data.author[row] = Number(cells[14]);
    // A video of several tags has a cell for each.
    for (const [place, tag] of cells.slice(15, -1).entries()) {
      if (place < 3 && tag !== 'unknown') data.tags[row * 3 + place] = Number(tag) + 1;
    }
    data.ageHours[row] = ((data.at[row] as number) - uploadedAt(cells.at(-1) as string)) / 3_600_000;
  }
  return data;
}

function createColumns(count: number): Omit<KuaiRand, 'history'> {
  return {
    count,
    at: new Float64Array(count),
    day: new Uint8Array(count),
    user: new Uint32Array(count),
    video: new Uint32Array(count),
    tab: new Uint8Array(count),
    done: new Uint8Array(count),
    durationSeconds: new Float32Array(count),
    author: new Uint32Array(count),
    tags: new Uint32Array(count * 3),
    ageHours: new Float32Array(count),
  };
}

/** `20220501` → 31. */
function dayOf(date: string): number {
  return (date.slice(4, 6) === '05' ? 30 : 0) + Number(date.slice(6));
}

// Midnight in China, where the log was written.
function uploadedAt(date: string): number {
  return Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00+08:00`);
}

function readHistory(lines: readonly string[]): KuaiRand['history'] {
  return new Map(
    lines.map((line) => {
      const [user, watched, liked, long] = line.split(',');
      return [
        Number(user),
        { watched: readIds(watched), liked: new Set(readIds(liked)), long: new Set(readIds(long)) },
      ];
    }),
  );
}

function readIds(cell: string | undefined): number[] {
  return cell ? cell.split(' ').map(Number) : [];
}
