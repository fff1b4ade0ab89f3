import type { HouseExposure } from '../data/exposure.ts';

type Cell = HouseExposure['cells'][number];
export type ViewerGroup = Cell['viewerGroup'];

export interface CellRow {
  authorGroup: Cell['authorGroup'];
  language: string;
  /** Part of all impressions. */
  share: number;
  byViewers: ReadonlyMap<ViewerGroup, number>;
}

/** Kinds of notes by who saw them, the kinds seen most first. */
export function cellRows(cells: readonly Cell[]): CellRow[] {
  const kinds = Map.groupBy(cells, ({ authorGroup, language }) => `${authorGroup} ${language}`);
  return [...kinds.values()]
    .flatMap((ofKind): CellRow[] => {
      const [first] = ofKind;
      if (!first) return [];
      const byViewers = new Map(ofKind.map(({ viewerGroup, share }) => [viewerGroup, share]));
      const share = ofKind.reduce((sum, cell) => sum + cell.share, 0);
      return [{ authorGroup: first.authorGroup, language: first.language, share, byViewers }];
    })
    .sort((one, other) => other.share - one.share);
}
