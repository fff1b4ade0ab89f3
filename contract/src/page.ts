import { z } from 'zod';

/** Opaque, signed marker of where the next page starts. */
export const cursor = z.string().min(1).max(2048);

const limit = (most: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .transform((n) => Math.min(n, most));

/** Query of every list: keyset cursor and page size (larger sizes are lowered to the maximum). */
export const pageQuery = z.object({ cursor: cursor.optional(), limit: limit(50).default(20) });
export type PageQuery = z.output<typeof pageQuery>;

/** A page of a list; `nextCursor` is absent on the last one. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}

export interface Page<T> {
  items: T[];
  nextCursor?: string | undefined;
}
