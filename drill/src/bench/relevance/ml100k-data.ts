import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom, shuffle } from '@teahouse/engine';

export interface Movielens100k {
  items: number;
  /** Items of each member in the order of time. */
  histories: Uint32Array[];
  /** A number for each genre and item, `genres` to an item, of length 1; all 0 where none is known. */
  genreVectors: Float32Array;
  genres: number;
}

/** Part of each member's items to learn from, and the rest to find again. */
export interface Split {
  training: Uint32Array[];
  relevant: ReadonlySet<number>[];
}

export const ml100kFiles = ['ml-100k.inter', 'ml-100k.item'];

/** RecBole's files: tab-separated, with a header line. */
export async function readMl100k(folder: string): Promise<Movielens100k> {
  const [ratings, films] = (await Promise.all(ml100kFiles.map((file) => readRows(join(folder, file))))) as [
    string[][],
    string[][],
  ];
  const itemOf = new Map(films.map(([id], index) => [id, index]));
  const byMember = Map.groupBy(ratings, ([member]) => member);
  const histories = [...byMember.values()].map((rows) =>
    Uint32Array.from(
      rows.toSorted((one, two) => Number(one[3]) - Number(two[3])),
      ([, item]) => itemOf.get(item) as number,
    ),
  );
  return { items: films.length, histories, ...genresOf(films.map((film) => film[3]?.split(' ') ?? [])) };
}

function genresOf(ofFilms: string[][]): { genreVectors: Float32Array; genres: number } {
  const names = [...new Set(ofFilms.flat())].filter((name) => name !== '' && name !== 'unknown').sort();
  const genreVectors = new Float32Array(ofFilms.length * names.length);
  ofFilms.forEach((film, item) => {
    const own = film.map((name) => names.indexOf(name)).filter((genre) => genre >= 0);
    for (const genre of own) genreVectors[item * names.length + genre] = 1 / Math.sqrt(own.length);
  });
  return { genreVectors, genres: names.length };
}

/** A random part of each member's items, as `python_stratified_split` of MS Recommenders does. */
export function splitRandomly(histories: readonly Uint32Array[], part: number, seed: string): Split {
  const random = seededRandom(seed);
  const training: Uint32Array[] = [];
  const relevant: ReadonlySet<number>[] = [];
  for (const history of histories) {
    const places = shuffle(Array.from(history.keys()), random);
    const cut = Math.round(part * history.length);
    const kept = new Set(places.slice(0, cut));
    training.push(history.filter((_, place) => kept.has(place)));
    relevant.push(new Set(history.filter((_, place) => !kept.has(place))));
  }
  return { training, relevant };
}

async function readRows(file: string): Promise<string[][]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter(Boolean)
    .map((line) => line.replace('\r', '').split('\t'));
}
