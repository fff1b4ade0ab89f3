import type { MediaId, MediaView } from '@teahouse/contract';

/** Columns of a processed picture as joined reads select them. */
export interface MediaRow {
  id: string;
  width: number | null;
  height: number | null;
  thumbhash: string | null;
  widths: number[];
  has_avif: boolean;
}

/** A picture that is not ready has no view. */
export function mediaView(row: MediaRow): MediaView | undefined {
  if (row.width === null || row.height === null || row.thumbhash === null) return undefined;
  return {
    id: row.id as MediaId,
    url: `/media/${row.id}`,
    width: row.width,
    height: row.height,
    thumbhash: row.thumbhash,
    widths: row.widths,
    hasAvif: row.has_avif,
  };
}
