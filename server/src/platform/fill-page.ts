/** `P`: what a cursor keeps of a candidate `C`. */
interface Options<P, V, C extends P> {
  size: number;
  from: P | undefined;
  /** Candidates after a position, at most `limit`, in list order. */
  read: (position: P | undefined, limit: number) => Promise<C[]>;
  /** What the viewer may see of them, in the same order. */
  show: (candidates: C[]) => Promise<V[]>;
}

export interface FilledPage<C, V> {
  items: V[];
  /** Where the next page begins; absent when the list has ended. */
  next: C | undefined;
}

/** Rules may empty a page; this many further reads try to fill it, then a short page is honest. */
const mostReads = 4;

/** Reads candidates until the rules let a whole page through or the list ends. */
export async function fillPage<P, V, C extends P = P>({
  size,
  from,
  read,
  show,
}: Options<P, V, C>): Promise<FilledPage<P, V>> {
  const items: V[] = [];
  let position = from;
  for (let reads = 0; reads < mostReads; reads += 1) {
    const wanted = size - items.length;
    const candidates = await read(position, wanted + 1);
    const batch = candidates.slice(0, wanted);
    items.push(...(await show(batch)));
    if (candidates.length <= wanted) return { items, next: undefined };
    position = batch.at(-1);
    if (items.length >= size) break;
  }
  return { items, next: position };
}
